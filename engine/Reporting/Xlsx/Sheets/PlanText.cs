namespace SystemSim.Reporting;

/// <summary>Words of plans and pool accounts.</summary>
internal static class PlanText
{
    /// <summary>A part of a plan.</summary>
    public static string Of(PlanPart part) => part switch
    {
        PlanPart.Spending => "Spending",
        PlanPart.Funding => "Funding",
        PlanPart.SetAside => "Returned or set aside",
        PlanPart.Met => "Met by",
        _ => "At the end of the year",
    };

    /// <summary>A part of a pool's account.</summary>
    public static string Of(PoolPart part) => part switch
    {
        PoolPart.Contribution => "Contribution",
        PoolPart.Spending => "Spending",
        PoolPart.Share => "Share of the variance",
        PoolPart.IntoReserve => "Into the risk reserve",
        PoolPart.Returned => "Returned",
        PoolPart.Owed => "Owed for day-to-day cost at the end of the year",
        _ => "From or (into) the pool's reserve",
    };

    /// <summary>A line of a pool's account.</summary>
    public static string Of(PoolLine line) => (line.Part, line.Partner) switch
    {
        (PoolPart.Spending, null) => "The pool itself, and services that no partner brought in",
        (PoolPart.Spending, { } partner) => $"Services that {partner} brought in",
        (_, { } partner) => partner,
        _ => "The pool",
    };

    /// <summary>A pool as an account.</summary>
    public static string Pool(string name) => $"Pool {name}";
}
