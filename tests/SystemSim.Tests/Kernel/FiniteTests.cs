using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Planning;
using SystemSim.Reading;
using SystemSim.Runs;
using SystemSim.Studies;
using SystemSim.Tests.Reading;

namespace SystemSim.Tests;

/// <summary>A number that is not finite or beyond all bounds, anywhere in what a run leaves or in what is worked out of it, ends in words
/// and not in a file.</summary>
public sealed class FiniteTests
{
    private const int Seed = 3;
    private static readonly double[] NotFinite = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
    private static readonly double[] TooLarge = [Finite.Bound, -Finite.Bound, 1e17, double.MaxValue];

    [Test]
    public void Whatever_row_of_a_year_is_not_a_number_breaks_the_run()
    {
        var scenario = RandomScenario.Make(Seed);
        var plans = Planner.Build(scenario);
        var programs = ScenarioPrograms.Write(plans, plans[0], new RunPurpose());
        for (var option = 0; option < plans.Length; option++)
        {
            var layout = programs.Options[option].Ledger;
            foreach (var copy in layout.YearCopies)
            {
                for (var row = copy.From; row < copy.From + copy.Length; row++)
                {
                    Assert.That(Runs(programs, plans, option, row, Phase.YearEnd), Is.False, $"option {option}, row {row}");
                }
            }
        }
    }

    [Test]
    public void Whatever_row_of_a_step_is_not_a_number_breaks_the_run()
    {
        var scenario = RandomScenario.Make(Seed);
        var plans = Planner.Build(scenario);
        var programs = ScenarioPrograms.Write(plans, plans[0], new RunPurpose { BySteps = true });
        foreach (var output in programs.Options[0].Ledger.StepOutputs.Where(output => output >= 0).Distinct())
        {
            var row = programs.Options[0].Program.Outputs[output];

            Assert.That(Runs(programs, plans, 0, row, Phase.Step), Is.False, $"row {row}");
        }
    }

    [Test]
    public void Nothing_else_breaks_it()
    {
        var scenario = RandomScenario.Make(Seed);
        var plans = Planner.Build(scenario);
        var programs = ScenarioPrograms.Write(plans, plans[0], new RunPurpose { BySteps = true });

        Assert.That(Runs(programs, plans, 0, -1, Phase.Step), Is.True);
    }

    [Test]
    public void Every_row_of_a_ledger_is_named_when_it_is_not_finite([ValueSource(nameof(NotFinite))] double value)
    {
        var scenario = RandomScenario.Make(Seed);
        var ledger = CentralStudy.Run(Prepared.Of(scenario)).Runs[0].Ledger;
        for (var place = 0; place < ledger.Layout.Places; place++)
        {
            var kept = ledger.Places(place, scenario.Horizon.Years - 1, 1)[0];
            ledger.Places(place, scenario.Horizon.Years - 1, 1)[0] = value;
            var breach = ledger.NotFinite();
            ledger.Places(place, scenario.Horizon.Years - 1, 1)[0] = kept;

            Assert.That(breach, Is.Not.Null, $"place {place}");
            var told = BrokenInvariant.Tell(scenario, scenario.BaselineOption, breach!);
            Assert.That(
                told.Sentence,
                Does.EndWith("is not a finite number.").And.Contain($"{scenario.Horizon.YearAt(scenario.Horizon.Years - 1)}")
            );
        }
    }

    [Test]
    public async Task Whatever_is_worked_out_of_a_number_that_is_not_finite_is_not_written([ValueSource(nameof(NotFinite))] double value)
    {
        var read = ScenarioReader.Read(ValidScenario.File, []);
        var scenario = new OpenScenario(new ScenarioSource.OnDisk(ValidScenario.File, Repository.Root), [], read, LaneOptions.Usual);
        var study = CentralStudy.Run(Prepared.Of(read.Scenario!));
        foreach (var run in study.Runs)
        {
            for (var place = 0; place < run.Ledger.Layout.Places; place++)
            {
                var kept = run.Ledger.Places(place, 0, 1)[0];
                run.Ledger.Places(place, 0, 1)[0] = value;

                var stopped = await Assert.ThrowsAsync<RefusedException>(
                    () => RunSteps.Tabulate(scenario, study, threads: 1, CancellationToken.None),
                    $"place {place}"
                );
                Assert.That(stopped!.Failure.Kind, Is.EqualTo(FailureKind.Invariant));
                run.Ledger.Places(place, 0, 1)[0] = kept;
            }
        }

        await Assert.DoesNotThrowAsync(() => RunSteps.Tabulate(scenario, study, threads: 1, CancellationToken.None));
    }

    [Test]
    public void What_reaches_the_bound_marks_its_lane_and_nothing_below_it_does()
    {
        var marks = new double[LaneMemory.LaneUnit];
        var below = Math.BitDecrement(Finite.Bound);
        Finite.Mark(
            [
                .. Enumerable.Repeat(below, LaneMemory.LaneUnit),
                .. Enumerable.Repeat(-below, LaneMemory.LaneUnit),
                .. new double[LaneMemory.LaneUnit],
            ],
            marks
        );
        Assert.That(marks, Is.All.Zero);
        foreach (var value in TooLarge.Concat(NotFinite))
        {
            var rows = new double[3 * LaneMemory.LaneUnit];
            rows[LaneMemory.LaneUnit + 1] = value;
            Array.Clear(marks);
            Finite.Mark(rows, marks);

            Assert.That(marks[1], Is.NaN, $"{value}");
            Assert.That(marks.Where((_, lane) => lane != 1), Is.All.Zero);
            Assert.That(Finite.Allows(value), Is.False);
        }
    }

    [Test]
    public void Every_row_of_a_ledger_is_named_when_it_is_too_large([ValueSource(nameof(TooLarge))] double value)
    {
        var scenario = RandomScenario.Make(Seed);
        var ledger = CentralStudy.Run(Prepared.Of(scenario)).Runs[0].Ledger;
        ledger.Places(0, 0, 1)[0] = value;

        var told = BrokenInvariant.Tell(scenario, scenario.BaselineOption, ledger.NotFinite()!);

        Assert.That(told.Fault, Is.EqualTo(SystemSim.Model.RunFault.Growth));
        Assert.That(told.Sentence, Does.EndWith("; it must stay below 7.04E+13."));
    }

    private static bool Runs(ScenarioPrograms programs, IReadOnlyList<Plan> plans, int option, int row, Phase from)
    {
        var loop = new RunLoop(programs, LaneMemory.LaneUnit, program => new Poisoning(
            program == programs.Options[option].Program ? row : -1,
            from
        ));
        Assert.That(loop.Open([]), Is.Null);
        var ledger = new Ledger(
            programs.Options[option].Ledger,
            plans[option].Years,
            from == Phase.Step ? plans[option].Steps : 0,
            LaneMemory.LaneUnit
        );
        return loop.Run(option, plans[option], [], ledger);
    }

    /// <summary>Makes one row no number in one lane, when the last section of a kind has ended.</summary>
    private sealed class Poisoning(int row, Phase from) : IExecutor
    {
        private readonly Interpreter interpreter = new();

        public void Run(Section section, LaneMemory memory)
        {
            interpreter.Run(section, memory);
            if (row >= 0 && section.Phase == from)
            {
                memory.Row(row)[^1] = double.NaN;
            }
        }
    }
}
