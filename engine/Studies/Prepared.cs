using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>A scenario made ready to run: its plans and its draws are worked out once, when they are first asked for, and kept.</summary>
/// <remarks>All studies of a scenario start here, so that it is planned once whatever is asked of it. Threads may ask at the same time.</remarks>
public sealed class Prepared
{
    private readonly IReadOnlySet<string>? free;
    private readonly Lazy<ImmutableArray<Plan>> plans;
    private readonly Lazy<PlannedDraws> draws;

    private Prepared(Scenario scenario, LaneOptions lanes, IReadOnlySet<string>? free)
    {
        this.free = free;
        (Scenario, Lanes) = (scenario, lanes);
        plans = new(() => Planner.Build(scenario, free, lanes));
        draws = new(() => DrawPlanner.Build(scenario, free));
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>How its programs are made and run.</summary>
    internal LaneOptions Lanes { get; }

    /// <summary>Its uncertain quantities, and those that are free.</summary>
    internal PlannedDraws Draws => draws.Value;

    /// <summary>The plan of the baseline.</summary>
    internal Plan Baseline => plans.Value[Scenario.Options.IndexOf(Scenario.BaselineOption)];

    /// <summary>Makes a scenario ready.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="lanes">How programs are made and run; null for the usual way.</param>
    public static Prepared Of(Scenario scenario, LaneOptions? lanes = null) => new(scenario, lanes ?? LaneOptions.Usual, free: null);

    /// <summary>Another scenario, made and run alike.</summary>
    /// <param name="other">A scenario that follows from this one.</param>
    internal Prepared Like(Scenario other) => new(other, Lanes, free: null);

    /// <summary>The same, with numbers that a study sets to whatever it likes.</summary>
    /// <param name="names">Names of the numbers, which may be known; null for none.</param>
    internal Prepared Freeing(IReadOnlySet<string>? names) => names is null ? this : new(Scenario, Lanes, free is null ? names : names.Union(free).ToHashSet());

    /// <summary>Writes the programs of some options.</summary>
    /// <param name="includes">Which options.</param>
    /// <param name="purpose">What the runs are for.</param>
    internal PreparedPrograms Programs(Func<Option, bool> includes, RunPurpose purpose)
    {
        int[] rows = [.. Enumerable.Range(0, Scenario.Options.Length).Where(row => includes(Scenario.Options[row]))];
        return new PreparedPrograms(this, [.. rows.Select(row => Scenario.Options[row])], [.. rows.Select(row => plans.Value[row])], purpose with { Lanes = Lanes });
    }

    /// <summary>Writes the programs of the baseline and of options that somebody named.</summary>
    /// <param name="named">Options to run beside the baseline; null for all.</param>
    /// <param name="purpose">What the runs are for.</param>
    internal PreparedPrograms Programs(IReadOnlyCollection<OptionId>? named, RunPurpose purpose) =>
        Programs(option => option == Scenario.BaselineOption || named is null || named.Contains(option.Id), purpose);
}
