namespace SystemSim.Model;

/// <summary>What one partner pays into a pool.</summary>
public sealed record Contribution
{
    /// <summary>Who pays.</summary>
    public required OrganisationId Partner { get; init; }

    /// <summary>What the contribution follows.</summary>
    public required Follow Follow { get; init; }

    /// <summary>
    /// GBP in the first year, for contributions that follow income or an index; null for what the partner would have budgeted
    /// in the baseline for the services it brings in.
    /// </summary>
    public Quantity? First { get; init; }

    /// <summary>Index followed, when it follows one.</summary>
    public IndexId? Index { get; init; }

    /// <summary>GBP a year, when amounts are stated.</summary>
    public YearlyPath? Amounts { get; init; }

    /// <summary>Share of the agreed total, when it is a share.</summary>
    public Quantity? Share { get; init; }

    /// <summary>So much a head, when it follows people.</summary>
    public AmountsAHead? PerPerson { get; init; }

    /// <summary>Least that it pays, GBP a year, whatever it follows; null for nothing.</summary>
    public YearlyPath? Minimum { get; init; }

    /// <summary>First year in which it is out of the pool but for its minimum; null where it stays. Under the arrangement that is then in
    /// force nobody leaves any more.</summary>
    public FinancialYear? Leaves { get; init; }

    /// <summary>Whether it falls to the partner's emergency level while a section 114 notice is in force when the year starts.</summary>
    public bool CutInEmergency { get; init; }
}
