using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What people ask of a service because of their need, before referrals and returns.</summary>
public sealed record Demand
{
    /// <summary>[age band, need state], need state fastest: contacts a person a year; null entries ask nothing.</summary>
    public required ImmutableArray<Quantity?> Rates { get; init; }

    /// <summary>[age band] multipliers of the rates; empty for none.</summary>
    public ImmutableArray<Quantity> AgeMultipliers { get; init; } = [];

    /// <summary>Contacts that come with moves between need states.</summary>
    public ImmutableArray<ContactsPerMove> PerMove { get; init; } = [];

    /// <summary>[month, April first] multipliers with mean 1; empty for none.</summary>
    public ImmutableArray<double> Season { get; init; } = [];

    /// <summary>Multiplier of the rates by year; null for none.</summary>
    public YearlyPath? Growth { get; init; }
}
