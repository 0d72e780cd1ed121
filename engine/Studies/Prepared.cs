using System.Collections.Concurrent;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>A scenario made ready to run: its plans and its draws are worked out once, when they are first asked for, and kept.</summary>
/// <remarks>All studies of a scenario start here, so that it is planned once whatever is asked of it. Threads may ask at the same
/// time.</remarks>
public sealed class Prepared
{
    private readonly IReadOnlySet<string>? free;
    private readonly Lazy<ImmutableArray<Plan>> unfitted;
    private readonly Lazy<ImmutableArray<Plan>> plans;
    private readonly Lazy<PlannedDraws> draws;
    private readonly Lazy<Prepared> freed;
    private readonly ConcurrentDictionary<int, QuantityRanges> ranges = [];

    // What runs at points have been written so far, by the options and what is read of them.
    private readonly ConcurrentDictionary<string, Lazy<PreparedPrograms>> forPoints = [];

    // What runs of a scenario to be moved have been written so far, by the options and by whether they keep steps.
    private ConcurrentDictionary<(string Options, bool BySteps), PreparedPrograms>? written;

    private Prepared(Scenario scenario, LaneOptions lanes, IReadOnlySet<string>? free)
    {
        this.free = free;
        (Scenario, Lanes) = (scenario, lanes);
        unfitted = new(() => Planner.Unfitted(scenario, free));
        plans = new(() => Planner.Fitted(scenario, unfitted.Value, lanes));
        draws = new(() => DrawPlanner.Build(scenario, free));
        freed = new(() => new Prepared(scenario, lanes, scenario.Numbers.Select(number => number.DrawnAs).ToHashSet()));
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>How its programs are made and run.</summary>
    internal LaneOptions Lanes { get; }

    /// <summary>Its uncertain quantities, and those that are free.</summary>
    internal PlannedDraws Draws => draws.Value;

    /// <summary>The ranges of its uncertain quantities, worked out once for each seed.</summary>
    /// <param name="seed">Seed of draws, where a range is taken from these.</param>
    internal QuantityRanges Ranges(int seed) => ranges.GetOrAdd(seed, _ => new QuantityRanges(Draws, seed));

    /// <summary>The plan of the baseline.</summary>
    internal Plan Baseline => plans.Value[BaselineRow];

    private int BaselineRow => Scenario.Options.IndexOf(Scenario.BaselineOption);

    /// <summary>Makes a scenario ready.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="lanes">How programs are made and run; null for the usual way.</param>
    public static Prepared Of(Scenario scenario, LaneOptions? lanes = null) => new(scenario, lanes ?? LaneOptions.Usual, free: null);

    /// <summary>The same scenario, to be run again with its numbers moved: all of them are inputs of its central run.</summary>
    public Prepared ToMove() =>
        new(Scenario, Lanes, Scenario.Numbers.Select(number => number.Name).Where(name => name.Length > 0).ToHashSet()) { written = [] };

    /// <summary>The scenario with its numbers moved, made ready with as little work as that takes.</summary>
    /// <remarks>Nothing is looked up: plans are compared. Where all that differs is values of inputs, the programs are those of this
    /// scenario.</remarks>
    /// <param name="moved">This scenario, which is one to be moved, read anew with other numbers.</param>
    /// <returns>What it takes to run it, and the scenario ready to run.</returns>
    public (Rerun Rerun, Prepared Prepared) With(Scenario moved)
    {
        var other = new Prepared(moved, Lanes, free) { written = [] };
        if (
            moved.BaselineOption.Id != Scenario.BaselineOption.Id
            || !moved.Options.Select(option => option.Id).SequenceEqual(Scenario.Options.Select(option => option.Id))
            || !AreAlike(unfitted.Value, other.unfitted.Value)
        )
        {
            return (Rerun.Replan, other);
        }

        // Most numbers have nothing to do with how many people there are: the new fit is the old one.
        if (PeopleFit.IsAsked(unfitted.Value[BaselineRow]) && !AreAlike(plans.Value, other.plans.Value))
        {
            return (Rerun.Refit, other);
        }

        foreach (var (key, programs) in written ?? [])
        {
            other.written[key] = programs.Of(
                other,
                [.. programs.Options.Select(option => moved.Options.First(known => known.Id == option.Id))]
            );
        }

        return (Rerun.Inputs, other);
    }

    /// <summary>Another scenario, made and run alike.</summary>
    /// <param name="other">A scenario that follows from this one.</param>
    internal Prepared Like(Scenario other) => new(other, Lanes, free: null);

    /// <summary>The same, for a study that sets numbers which may be known to whatever it likes.</summary>
    /// <remarks>Where none of them is to be moved apart from what is drawn as it is, all numbers are free, so that studies share
    /// it.</remarks>
    /// <param name="names">Their names: paths, or what numbers at several paths are drawn as.</param>
    internal Prepared Freeing(IEnumerable<string> names)
    {
        var asked = names.ToHashSet();
        return Scenario.Numbers.Any(number => number.Name != number.DrawnAs && asked.Contains(number.Name))
            ? new(Scenario, Lanes, DrawPlanner.WithShares(Scenario, asked))
            : freed.Value;
    }

    /// <summary>The programs of the central run: of one to be moved, those that have been written already.</summary>
    /// <param name="named">Options to run beside the baseline; null for all.</param>
    /// <param name="bySteps">Whether to keep every step.</param>
    internal PreparedPrograms Central(IReadOnlyCollection<OptionId>? named, bool bySteps)
    {
        var purpose = new RunPurpose { KeepsOpening = true, BySteps = bySteps, Drawn = written is not null };
        return written is null
            ? Programs(named, purpose)
            : written.GetOrAdd((named is null ? "" : string.Join(' ', named), bySteps), _ => Programs(named, purpose));
    }

    /// <summary>The plans of some options of this scenario.</summary>
    internal ImmutableArray<Plan> PlansOf(ImmutableArray<Option> options) =>
        [.. options.Select(option => plans.Value[Scenario.Options.IndexOf(option)])];

    /// <summary>Writes the programs of some options.</summary>
    /// <param name="includes">Which options.</param>
    /// <param name="purpose">What the runs are for.</param>
    internal PreparedPrograms Programs(Func<Option, bool> includes, RunPurpose purpose)
    {
        ImmutableArray<Option> options = [.. Scenario.Options.Where(includes)];
        return new PreparedPrograms(this, options, PlansOf(options), purpose with { Lanes = Lanes });
    }

    /// <summary>The programs that runs at points take, written once for the same options and what is read of them.</summary>
    /// <param name="includes">Which options.</param>
    /// <param name="bySteps">Whether to keep every step.</param>
    /// <param name="wants">What is read of the runs.</param>
    internal PreparedPrograms ForPoints(Func<Option, bool> includes, bool bySteps, IReadOnlySet<Measure> wants)
    {
        var options = string.Join(' ', Scenario.Options.Where(includes).Select(option => option.Id));
        var key = $"{options}|{bySteps}|{string.Join(' ', wants.Order())}";
        var purpose = new RunPurpose { Drawn = true, BySteps = bySteps, Wants = wants.Contains };
        return forPoints.GetOrAdd(key, _ => new(() => Programs(includes, purpose))).Value;
    }

    /// <summary>Writes the programs of the baseline and of options that somebody named.</summary>
    /// <param name="named">Options to run beside the baseline; null for all.</param>
    /// <param name="purpose">What the runs are for.</param>
    internal PreparedPrograms Programs(IReadOnlyCollection<OptionId>? named, RunPurpose purpose) =>
        Programs(option => option == Scenario.BaselineOption || named is null || named.Contains(option.Id), purpose);

    private static bool AreAlike(ImmutableArray<Plan> plans, ImmutableArray<Plan> others) =>
        Alike.Are(plans.Select(WithoutValues), others.Select(WithoutValues), AreInputs);

    private static Plan WithoutValues(Plan plan) => plan with
    {
        CentralQuantities = [],
        Before = plan.Before is { } before ? WithoutValues(before) : null,
    };

    /// <summary>Of numbers that are inputs it is not said what they are.</summary>
    private static bool? AreInputs(object one, object other) =>
        one is Number { Quantity: >= 0 } number && other is Number known && known.Quantity == number.Quantity
            ? number.Factors.SequenceEqual(known.Factors)
            : null;
}
