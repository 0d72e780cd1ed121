using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Runs the options of a scenario once each, with central values.</summary>
public sealed record CentralStudy
{
    /// <summary>The runs, in the order of the options; empty when something broke.</summary>
    public required ImmutableArray<OptionRun> Runs { get; init; }

    /// <summary>What broke; null when every invariant held.</summary>
    public required BrokenInvariant? Broken { get; init; }

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="options">Options to run beside the baseline; null for all.</param>
    /// <param name="bySteps">Whether to keep every step.</param>
    /// <param name="progress">Told the share of the work that is done.</param>
    public static CentralStudy Run(
        Scenario scenario, IReadOnlyCollection<OptionId>? options = null, bool bySteps = false, IProgress<double>? progress = null)
    {
        var plans = Planner.Build(scenario);
        var baseline = scenario.Options.IndexOf(scenario.BaselineOption);
        var rows = Enumerable.Range(0, plans.Length)
            .Where(row => row == baseline || options is null || options.Contains(scenario.Options[row].Id))
            .ToArray();
        var purpose = new RunPurpose { KeepsOpening = true, BySteps = bySteps || scenario.Appraisal is { Discounting: not Discounting.ByYear } };
        var study = Run(scenario, plans, baseline, rows, purpose, progress);
        return study.Broken is { } broken
            ? study with { Broken = BreachTracer.Traced(scenario, Explained(scenario, plans, baseline, rows, purpose with { ChecksApart = true }) ?? broken) }
            : study with { Runs = [.. study.Runs.Select(run => run with { ShowsSteps = bySteps })] };
    }

    private static CentralStudy Run(
        Scenario scenario, ImmutableArray<Plan> plans, int baseline, int[] rows, RunPurpose purpose, IProgress<double>? progress)
    {
        var programs = ScenarioPrograms.Write(rows.Select(row => plans[row]), plans[baseline], purpose);
        var loop = new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter());
        if (loop.Open([]) is { } breach)
        {
            return Stopped(BrokenInvariant.Tell(scenario, scenario.BaselineOption, breach));
        }

        var runs = ImmutableArray.CreateBuilder<OptionRun>();
        for (var row = 0; row < rows.Length; row++)
        {
            var plan = plans[rows[row]];
            var ledger = new Ledger(programs.Options[row].Ledger, plan.Years, purpose.BySteps ? plan.Steps : 0, LaneMemory.LaneUnit);
            var option = scenario.Options[rows[row]];
            if (!loop.Run(row, plan, [], ledger))
            {
                return Stopped(new BrokenInvariant(option.Id, "", $"option {option.Id}: an invariant broke.", RunFault.None));
            }

            runs.Add(new OptionRun(option, ledger));
            progress?.Report((row + 1.0) / rows.Length);
        }

        return new CentralStudy { Runs = runs.ToImmutable(), Broken = null };
    }

    /// <summary>Runs once more with every check kept apart, to say which broke first.</summary>
    private static BrokenInvariant? Explained(Scenario scenario, ImmutableArray<Plan> plans, int baseline, int[] rows, RunPurpose purpose)
    {
        var programs = ScenarioPrograms.Write(rows.Select(row => plans[row]), plans[baseline], purpose);
        var loop = new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter());
        if (loop.Open([]) is not null)
        {
            return null;
        }

        for (var row = 0; row < rows.Length; row++)
        {
            var ledger = new Ledger(programs.Options[row].Ledger, plans[rows[row]].Years, purpose.BySteps ? plans[rows[row]].Steps : 0, LaneMemory.LaneUnit);
            if (loop.FindBreach(row, plans[rows[row]], [], ledger) is { } breach)
            {
                return BrokenInvariant.Tell(scenario, scenario.Options[rows[row]], breach);
            }
        }

        return null;
    }

    private static CentralStudy Stopped(BrokenInvariant broken) => new() { Runs = [], Broken = broken };
}
