namespace SystemSim.Analysis;

/// <summary>What one option does to one account: an organisation with its own fund, or a pool.</summary>
/// <remarks><b>Units.</b> GBP in the price base of the headline.</remarks>
public sealed record AccountHeadline
{
    /// <summary>Name in the scenario and in the tidy files.</summary>
    public required string Name { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>What it has to do with services.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>[year] measure <c>spend</c>; all 0 for a pool, whose money its partners spend.</summary>
    public required ImmutableArray<double> Spend { get; init; }

    /// <summary>Measure <c>position</c> at the end of the last year; null where the option does not have the account.</summary>
    public required double? Position { get; init; }

    /// <summary>Measure <c>deficit</c> at the end of the last year.</summary>
    public required double Deficit { get; init; }

    /// <summary>Whether what it cannot meet is a deficit that it carries (NHS), rather than an unfunded gap.</summary>
    public required bool MayRunDeficit { get; init; }

    /// <summary>Measure <c>gain_to_date</c> in the last year; null in the baseline, and where neither side has the account.</summary>
    public required double? Gain { get; init; }

    /// <summary>Spend over all years.</summary>
    public double SpendInAll => Spend.Sum();
}
