using BenchmarkDotNet.Attributes;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Bench;

/// <summary>One central run of all options of a scenario, planning included.</summary>
[MemoryDiagnoser]
public class OneRunBench
{
    private Scenario scenario = null!;

    /// <summary>Scenario run.</summary>
    [Params("borough", "plymouth")]
    public string Name { get; set; } = "";

    /// <summary>Reads the scenario.</summary>
    [GlobalSetup]
    public void Prepare() => scenario = ScenarioReader.Read(Name == "borough" ? Scenarios.Borough : Scenarios.Plymouth, []).Scenario!;

    /// <summary>Runs the options.</summary>
    [Benchmark]
    public CentralStudy AllOptions() => CentralStudy.Run(Prepared.Of(scenario));
}
