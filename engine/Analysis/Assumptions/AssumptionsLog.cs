using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Every number of a scenario with its evidence, and how much of the answer rests on weak numbers.</summary>
/// <remarks>
/// <b>Weak</b> is a number that the scenario or its source calls an assumption, that has no source, or whose evidence is graded D or E.
/// <b>The share of the answer that rests on weak numbers</b> is the sum of the swings of weak numbers over the sum of all swings, a swing
/// being the distance between the headline with the number at the low and at the high end of its range, all others central.
/// </remarks>
public sealed record AssumptionsLog
{
    /// <summary>All numbers: those with the largest swing first, then the rest in the order of the files.</summary>
    public required ImmutableArray<AssumptionEntry> Entries { get; init; }

    /// <summary>What effects are measured on, in words, with its unit; empty where none was measured.</summary>
    public required string Headline { get; init; }

    /// <summary>Numbers that may be another than their central value.</summary>
    public IEnumerable<AssumptionEntry> Uncertain => Entries.Where(entry => entry.Quantity.IsUncertain);

    /// <summary>The share of the answer that rests on weak numbers, from 0 to 1; null where no effect was measured, or none moves the
    /// headline.</summary>
    public double? WeakShare => ShareOf(entry => entry.IsWeak);

    /// <summary>The same share of numbers whose source nobody has graded.</summary>
    public double? UngradedShare => ShareOf(entry => entry.Standing == EvidenceStanding.Ungraded);

    /// <summary>Makes the log of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="effects">Measured effects, at most one a number; none where they were not measured.</param>
    /// <param name="headline">What they are measured on, in words, with its unit.</param>
    public static AssumptionsLog Of(Scenario scenario, IEnumerable<MeasuredEffect> effects, string headline)
    {
        var effectOf = effects.ToDictionary(effect => effect.Name);
        var sources = scenario.Sources.ToDictionary(source => source.Id);
        var seen = new HashSet<string>();
        var entries = scenario.Numbers.Select(number => new AssumptionEntry(
            number,
            number.Source is { } source ? sources.GetValueOrDefault(source) : null,
            // A number that an option sets is drawn as the one whose place it takes, and so are those of several arrangements; the effect
            // is of all, and counts once.
            seen.Add(number.DrawnAs) ? effectOf.GetValueOrDefault(number.DrawnAs) ?? effectOf.GetValueOrDefault(number.Name) : null));
        return new AssumptionsLog { Entries = [.. entries.OrderByDescending(entry => entry.Effect?.Swing ?? -1.0)], Headline = headline };
    }

    /// <summary>Makes the log of a scenario with the effects that a tornado measured.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="tornado">What each uncertain number does to the headline; null where that was not measured.</param>
    public static AssumptionsLog Of(Scenario scenario, Tornado? tornado) =>
        tornado is null
            ? Of(scenario, [], "")
            : Of(
                scenario,
                tornado.Bars.Select(bar => new MeasuredEffect(bar.Quantity, tornado.Central, bar.AtLow, bar.AtHigh)),
                tornado.Of.PricedWords
            );

    private double? ShareOf(Func<AssumptionEntry, bool> wanted)
    {
        var all = Entries.Sum(entry => entry.Effect?.Swing ?? 0.0);
        return all > 0.0 ? Entries.Where(wanted).Sum(entry => entry.Effect?.Swing ?? 0.0) / all : null;
    }
}
