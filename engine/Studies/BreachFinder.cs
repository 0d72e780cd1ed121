using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Says which invariant a run breaks, by running it again with every check apart.</summary>
internal sealed class BreachFinder
{
    private readonly Scenario scenario;
    private readonly ImmutableArray<Option> options;
    private readonly ImmutableArray<Plan> plans;
    private readonly ScenarioPrograms programs;
    private readonly RunLoop loop;

    /// <summary>Writes the programs with every check apart.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="baselinePlan">The plan of its baseline.</param>
    /// <param name="options">The options that run.</param>
    /// <param name="plans">[option] their plans.</param>
    /// <param name="byChance">Whether runs have the chance of a draw in them.</param>
    public BreachFinder(Scenario scenario, Plan baselinePlan, ImmutableArray<Option> options, ImmutableArray<Plan> plans, bool byChance = false)
    {
        this.scenario = scenario;
        this.options = options;
        this.plans = plans;
        programs = ScenarioPrograms.Write(plans, baselinePlan, new RunPurpose { Drawn = true, ByChance = byChance, ChecksApart = true });
        loop = new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter());
    }

    /// <summary>What the first option to break anything breaks, told alike whenever and by however much it does.</summary>
    /// <param name="quantities">[quantity] the uncertain quantities.</param>
    /// <param name="draw">Whose chance the runs have; without meaning where they have none.</param>
    public string Find(ReadOnlySpan<double> quantities, LaneDraws draw = default)
    {
        loop.Draws = draw;
        var block = new double[quantities.Length * LaneMemory.LaneUnit];
        for (var row = 0; row < quantities.Length; row++)
        {
            block.AsSpan(row * LaneMemory.LaneUnit, LaneMemory.LaneUnit).Fill(quantities[row]);
        }

        if (loop.Open(block) is { } atStart)
        {
            return BrokenInvariant.Kind(scenario, scenario.BaselineOption, atStart);
        }

        for (var option = 0; option < options.Length; option++)
        {
            var ledger = new Ledger(programs.Options[option].Ledger, plans[option].Years, 0, LaneMemory.LaneUnit);
            if (loop.FindBreach(option, plans[option], block, ledger) is { } breach)
            {
                return BrokenInvariant.Kind(scenario, options[option], breach);
            }
        }

        return "a run broke an invariant that it keeps when it is looked into";
    }
}
