using System.Diagnostics;
using NUnit.Framework;
using SystemSim.Lanes;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>The same bits however a program is run: by whom, how many lanes side by side, with which of the machine's vectors.</summary>
public sealed class SameBitsTests
{
    private const string HashFile = "SYSTEMSIM_HASH_FILE";
    private const int Lanes = 16;

    [Test]
    public void Machine_code_gives_the_bits_of_the_interpreter([Range(0, 99)] int seed)
    {
        Assume.That(CompiledProgram.IsSupported, "a machine without vectors has the interpreter alone");
        var runs = LaneRuns.Of(RandomScenario.Uncertain(seed), drawn: true, byChance: true);
        var quantities = runs.Quantities(seed, Lanes);

        var interpreted = runs.Bits(quantities, Lanes, Lanes, _ => new Interpreter());
        var compiled = runs.Bits(quantities, Lanes, LaneMemory.LaneUnit, CompiledProgram.Compile);

        Assert.That(compiled, Is.EqualTo(interpreted), $"seed {seed}");
    }

    [Test]
    public void A_lane_has_the_bits_that_it_has_alone([Range(100, 119)] int seed)
    {
        var runs = LaneRuns.Of(RandomScenario.Uncertain(seed), drawn: true, byChance: true);
        var quantities = runs.Quantities(seed, Lanes);
        var together = runs.Bits(quantities, Lanes, Lanes, _ => new Interpreter());

        for (var lane = 0; lane < Lanes; lane++)
        {
            double[][] alone = [.. quantities.Select(row => Enumerable.Repeat(row[lane], LaneMemory.LaneUnit).ToArray())];
            var bits = runs.Bits(alone, LaneMemory.LaneUnit, LaneMemory.LaneUnit, _ => new Interpreter(), firstDraw: lane + 1);
            var length = bits.Length / LaneMemory.LaneUnit;

            Assert.That(bits.AsSpan(0, length).SequenceEqual(together.AsSpan(lane * length, length)), $"seed {seed}, lane {lane}");
        }
    }

    [Test]
    public void Uncertain_numbers_at_their_central_values_give_the_bits_of_numbers_that_are_known([Range(120, 169)] int seed)
    {
        var drawn = LaneRuns.Of(RandomScenario.Uncertain(seed), drawn: true);
        var known = LaneRuns.Of(RandomScenario.Make(seed), drawn: false);
        double[][] central = [.. drawn.Central.Select(value => Enumerable.Repeat(value, LaneMemory.LaneUnit).ToArray())];

        var asInputs = drawn.Bits(central, LaneMemory.LaneUnit, LaneMemory.LaneUnit, _ => new Interpreter());
        var asConstants = known.Bits([], LaneMemory.LaneUnit, LaneMemory.LaneUnit, _ => new Interpreter());

        Assert.That(asInputs, Is.EqualTo(asConstants), $"seed {seed}");
    }

    /// <summary>The run-time's own switches force each width.</summary>
    [TestCase("DOTNET_EnableAVX512")]
    [TestCase("DOTNET_EnableAVX2")]
    [TestCase("DOTNET_EnableAVX")]
    [TestCase("DOTNET_EnableHWIntrinsic")]
    public void The_width_of_the_machines_vectors_changes_no_bit(string switchedOff)
    {
        Assert.That(HashOfChild(switchedOff), Is.EqualTo(HashHere()));
    }

    /// <summary>What a child process runs, to hash what it gets; passes by itself when nobody asks for the hash.</summary>
    [Test]
    public void The_hash_is_written_where_it_is_asked_for()
    {
        var hash = HashHere();
        if (Environment.GetEnvironmentVariable(HashFile) is { } file)
        {
            File.WriteAllText(file, hash);
        }

        Assert.That(hash, Has.Length.EqualTo(64));
    }

    private static string HashHere()
    {
        Func<LaneProgram, IExecutor>[] executors = CompiledProgram.IsSupported
            ? [_ => new Interpreter(), CompiledProgram.Compile]
            : [_ => new Interpreter(), _ => new Interpreter()];
        var bits = new List<long>();
        for (var seed = 200; seed < 212; seed++)
        {
            var runs = LaneRuns.Of(RandomScenario.Uncertain(seed), drawn: true, byChance: true);
            var quantities = runs.Quantities(seed, LaneMemory.LaneUnit);
            foreach (var executor in executors)
            {
                bits.AddRange(runs.Bits(quantities, LaneMemory.LaneUnit, LaneMemory.LaneUnit, executor));
            }
        }

        foreach (var feature in (string[])["draws", "chance"])
        {
            var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", feature), []).Scenario!;
            var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 2500, Threads = 2 });
            bits.AddRange(
                draws
                    .Summaries.SelectMany(summary => summary.Quantiles.Append(summary.Mean).Append(summary.Deviation))
                    .Select(BitConverter.DoubleToInt64Bits)
            );
        }

        return LaneRuns.Hash([.. bits]);
    }

    private static string HashOfChild(string switchedOff)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                typeof(SameBitsTests).Assembly.Location, "--filter",
                $"FullyQualifiedName~{nameof(SameBitsTests)}.{nameof(The_hash_is_written_where_it_is_asked_for)}",
            },
            Environment = { [switchedOff] = "0", [HashFile] = file },
        };
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync();
        var errors = child.StandardError.ReadToEndAsync();
        Assert.That(child.WaitForExit(TimeSpan.FromMinutes(3)), $"{switchedOff}: the child did not end");
        Assert.That(child.ExitCode, Is.Zero, $"{switchedOff}: {output.Result}{errors.Result}");
        var hash = File.ReadAllText(file);
        File.Delete(file);
        return hash;
    }
}
