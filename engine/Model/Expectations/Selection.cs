namespace SystemSim.Model;

/// <summary>Which numbers of the answers an expectation speaks of: the sum of all observations that match what is stated.</summary>
/// <remarks>What is null is not asked for, and is summed over. An option is always stated or taken to be every option in turn.</remarks>
public sealed record Selection
{
    /// <summary>Measure, as listed in <c>engine/MODEL.md</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>Option; null for each option in turn.</summary>
    public OptionId? Option { get; init; }

    /// <summary>Baseline against which a difference is meant; null for the option's own value.</summary>
    public OptionId? Against { get; init; }

    /// <summary>Financial year; null for all years together.</summary>
    public FinancialYear? Year { get; init; }

    /// <summary>Last of the years that are added up, where no year is named; null for the last of the run.</summary>
    public FinancialYear? UpTo { get; init; }

    /// <summary>Step within the year, from 1; null for the year as a whole.</summary>
    public int? Step { get; init; }

    /// <summary>Organisation, fund, provider, service, tier, area, age band and need state, by column name.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();
}
