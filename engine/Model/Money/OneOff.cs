namespace SystemSim.Model;

/// <summary>Something that an organisation pays for once, beside its other spending: a fund to invest in order to save, a
/// building.</summary>
public sealed record OneOff
{
    /// <summary>Name used in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>GBP, in money of its year.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>Year in which it is paid.</summary>
    public required FinancialYear Year { get; init; }

    /// <summary>
    /// Whole years after it in which it is paid back to general reserves, from which it is then drawn (invest to save); null when it comes
    /// out of the year's money.
    /// </summary>
    public int? RepaidOver { get; init; }
}
