using NUnit.Framework;
using SystemSim.Lanes;
using SystemSim.Reading;
using SystemSim.Tests;

namespace SystemSim.ModuleTests;

/// <summary>Programs as WebAssembly modules give the bits of the interpreter.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class SameBitsTests
{
    private static IEnumerable<string> Features =>
        Directory.GetDirectories(Repository.Find("scenarios", "features")).Select(folder => Path.GetFileName(folder)).Order();

    [Test]
    public void Every_feature_gives_the_bits_of_the_interpreter([ValueSource(nameof(Features))] string feature, [Values] bool drawn)
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", feature), []).Scenario!;

        // With central values and without chance a product and a sum are worked out, else they are the processor's own.
        AssertSame(LaneRuns.Of(scenario, drawn, byChance: drawn), isFused: drawn, seed: 1, feature);
    }

    [Test]
    public void Random_scenarios_give_the_bits_of_the_interpreter([Range(1000, 1499)] int seed)
    {
        var runs = LaneRuns.Of(RandomScenario.Uncertain(seed), drawn: true, byChance: true);

        AssertSame(runs, isFused: seed % 2 == 0, seed, $"seed {seed}");
    }

    private static void AssertSame(LaneRuns runs, bool isFused, int seed, string what)
    {
        // Blocks for few runs have fewer lanes than those for many.
        var lanes = seed % 3 == 0 ? LaneMemory.LaneUnit : ModuleProgram.Lanes;
        using var modules = new WasmtimeModules(isFused);
        var quantities = runs.Quantities(seed, ModuleProgram.Lanes);

        var interpreted = runs.Bits(quantities, ModuleProgram.Lanes, ModuleProgram.Lanes, _ => new Interpreter());
        var asModules = runs.Bits(quantities, ModuleProgram.Lanes, lanes, program => ModuleProgram.Compile(program, lanes, modules));

        Assert.That(asModules.AsSpan().SequenceEqual(interpreted), what);
    }
}
