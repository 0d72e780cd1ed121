namespace SystemSim.Reporting;

/// <summary>The parts of a pool's account, in order.</summary>
internal enum PoolPart
{
    /// <summary>What partners pay in.</summary>
    Contribution,

    /// <summary>What the pool spends on services, by who brought them in, and on itself.</summary>
    Spending,

    /// <summary>What partners pay for an overspend, or get back of an underspend, negative.</summary>
    Share,

    /// <summary>What partners pay into the risk reserve, or get back, negative.</summary>
    IntoReserve,

    /// <summary>What leaves the place: negative.</summary>
    Returned,

    /// <summary>What comes from the pool's own reserve, or goes into it, negative.</summary>
    Kept,

    /// <summary>What partners owe at the end of the year for day-to-day cost: beside the account, and no part of it.</summary>
    Owed,
}
