namespace SystemSim.Model;

/// <summary>What becomes in the place of money that an organisation is paid: beside the public ledger, and never added to it.</summary>
public sealed record LocalEconomy
{
    /// <summary>Whether the organisation is of the place.</summary>
    public required bool InPlace { get; init; }

    /// <summary>Share of what it is paid that it spends in the place, on staff and suppliers; null when not stated.</summary>
    public Quantity? Spends { get; init; }

    /// <summary>Share of that which those staff and suppliers spend again in the place; null when not stated. Only beside
    /// <see cref="Spends"/>.</summary>
    public Quantity? Respends { get; init; }

    /// <summary>Jobs for each £1m that it is paid, at prices of the scenario's base year; null when not stated.</summary>
    public Quantity? JobsPerMillion { get; init; }

    /// <summary>Gross value added for each GBP that it is paid; null when not stated.</summary>
    public Quantity? ValueAdded { get; init; }

    /// <summary>Output in the place for each GBP that it is paid, by an input-output multiplier; null when not stated.</summary>
    public Quantity? OutputMultiplier { get; init; }
}
