using System.Security.Cryptography;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>Whatever is left out of the making of programs, and whichever way they are run: the bytes of the answers are the
/// same.</summary>
public sealed class LaneOptionsTests
{
    // Between them: chance, control totals, draws, lags, a change of arrangement, an opening state that settles, machine code that stores
    // early.
    private static readonly string[] Features =
    [
        "chance",
        "control-totals",
        "draws",
        "governance-from-a-year",
        "failure-demand",
        "waiting-list",
    ];

    private static IEnumerable<Passes> LeftOut =>
        Enum.GetValues<Passes>().Where(pass => pass != Passes.All).Select(pass => pass == Passes.None ? Passes.None : Passes.All & ~pass);

    [Test]
    public void No_pass_and_no_executor_changes_a_bit(
        [ValueSource(nameof(LeftOut))] Passes passes, [Values(ExecutorKind.Interpreter, ExecutorKind.Machine)] ExecutorKind executor)
    {
        if (executor == ExecutorKind.Machine && !CompiledProgram.IsSupported)
        {
            Assert.Ignore("This machine has no vectors.");
        }

        foreach (var feature in Features)
        {
            var scenario = ScenarioReader.Read(RepositoryFolder.At("scenarios", "features", feature), []).Scenario!;

            Assert.That(
                Bytes(scenario, new LaneOptions { Executor = executor, Passes = passes }),
                Is.EqualTo(Bytes(scenario, LaneOptions.Usual)),
                feature
            );
        }
    }

    [Test]
    public void Options_are_read_as_words()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(LaneOptions.Parse(null, null), Is.EqualTo(LaneOptions.Usual));
            Assert.That(LaneOptions.Parse("", ""), Is.EqualTo(LaneOptions.Usual));
            Assert.That(
                LaneOptions.Parse("interpreter", "none"),
                Is.EqualTo(new LaneOptions { Executor = ExecutorKind.Interpreter, Passes = Passes.None })
            );
            Assert.That(LaneOptions.Parse(null, "-hold, -early").Passes, Is.EqualTo(Passes.All & ~Passes.Hold & ~Passes.Early));
            Assert.That(
                () => LaneOptions.Parse("Interpreter", null),
                Throws
                    .InstanceOf<FormatException>()
                    .With.Message.EqualTo("'Interpreter' is no way of running programs: interpreter, machine.")
            );
            Assert.That(() => LaneOptions.Parse("module", null), Throws.InstanceOf<FormatException>());
            Assert.That(
                () => LaneOptions.Parse(null, "fold"),
                Throws
                    .InstanceOf<FormatException>()
                    .With.Message.EqualTo(
                        "'fold' leaves out no pass: -fold, -share, -hoist, -prune, -order, -reuse, -hold, -early, -fuse; or none alone, to make none."
                    )
            );
            Assert.That(() => LaneOptions.Parse(null, "-fold,none"), Throws.InstanceOf<FormatException>());
        }
    }

    [Test]
    public void Every_pass_over_equations_makes_another_program()
    {
        var all = Program(Passes.All);

        using (Assert.EnterMultipleScope())
        {
            foreach (var pass in new[] { Passes.Fold, Passes.Share, Passes.Hoist, Passes.Prune, Passes.Order, Passes.Reuse })
            {
                Assert.That(Program(Passes.All & ~pass), Is.Not.EqualTo(all), pass.ToString());
            }
        }
    }

    private static string Program(Passes passes)
    {
        var set = new EquationSet { Passes = passes, Section = Section.Step };
        var (a, b) = (set.Input(0), set.Input(1));
        var sum = set.Variable(set.Zero);
        var (first, second) = (a * b, Value.Exp(a));
        var rate = set.ByYear([1.0, 2.0]) * a;
        var (left, right, apart) = (sum.Now * a, sum.Now * b, sum.Now - rate);
        sum.Set((left + right) + apart + (second + 0.0) + (first - (a * b)) + (b * a));
        _ = Value.Exp(sum.Now);
        set.Output(sum);
        var program = set.ToProgram();
        return $"{program.Rows} {string.Join(';', program.Sections.Select(section => string.Join(',', section.Instructions)))}";
    }

    private static string Bytes(Scenario scenario, LaneOptions lanes)
    {
        var prepared = Prepared.Of(scenario, lanes);
        var central = Answers.Of(scenario, CentralStudy.Run(prepared).Runs);
        var draws = DrawStudy.Run(prepared, new DrawRequest { Draws = 9, Threads = 1 });
        using var bytes = new MemoryStream();
        foreach (var table in draws.AddTo(central))
        {
            TidyCsv.Write(table.Rows, bytes);
        }

        return Convert.ToHexString(SHA256.HashData(bytes.ToArray()));
    }
}
