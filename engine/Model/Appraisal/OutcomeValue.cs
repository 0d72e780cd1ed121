using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What one unit of an outcome is worth, beside what the ledger holds.</summary>
public sealed record OutcomeValue
{
    /// <summary>Name used in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Whose value it is; kinds are never added up unless somebody asks for public value.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>Measure that counts the outcome; a stock counts once a year, at its end.</summary>
    public required string Measure { get; init; }

    /// <summary>Columns of the tidy files and the values that they must have; empty for all of the measure.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>GBP a unit at prices of <see cref="PriceYear"/>; negative for what does harm.</summary>
    public required Quantity Each { get; init; }

    /// <summary>Year whose prices the value is in; carried to the prices of the answers by the deflator.</summary>
    public required FinancialYear PriceYear { get; init; }
}
