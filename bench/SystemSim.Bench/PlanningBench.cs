using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;
using SystemSim.Reading;

namespace SystemSim.Bench;

/// <summary>Planning: a scenario to plans, plans to programs, programs to machine code.</summary>
[MemoryDiagnoser]
public class PlanningBench
{
    private Scenario scenario = null!;
    private ImmutableArray<Plan> plans;
    private ScenarioPrograms programs = null!;

    /// <summary>Scenario planned.</summary>
    [Params("borough", "plymouth")]
    public string Name { get; set; } = "";

    /// <summary>Reads the scenario.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        scenario = ScenarioReader.Read(Name == "borough" ? Scenarios.Borough : Scenarios.Plymouth, []).Scenario!;
        plans = Planner.Build(scenario);
        programs = Programs();
    }

    /// <summary>Names become rows.</summary>
    [Benchmark]
    public ImmutableArray<Plan> Plans() => Planner.Build(scenario);

    /// <summary>Equations become instructions, for all options.</summary>
    [Benchmark]
    public ScenarioPrograms Programs() =>
        ScenarioPrograms.Write(plans, plans[scenario.Options.IndexOf(scenario.BaselineOption)], new RunPurpose());

    /// <summary>Instructions of one option become machine code.</summary>
    [Benchmark]
    public CompiledProgram MachineCode() => CompiledProgram.Compile(programs.Options[0].Program);
}
