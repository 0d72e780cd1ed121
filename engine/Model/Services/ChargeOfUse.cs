namespace SystemSim.Model;

/// <summary>What users are charged for a unit of what they use, whatever it costs; never more than its cost.</summary>
/// <remarks><b>Units.</b> GBP a contact; GBP a bed-day for a service with a short stay; GBP a person a year for a service that people are
/// in.</remarks>
public sealed record ChargeOfUse
{
    /// <summary>The charge, in money of <see cref="Year"/>; 0 or more.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>Year whose money it is stated in.</summary>
    public required FinancialYear Year { get; init; }

    /// <summary>Index that carries it to other years, such as one of pensions; null when it never changes.</summary>
    public IndexId? Index { get; init; }
}
