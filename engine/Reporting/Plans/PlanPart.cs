namespace SystemSim.Reporting;

/// <summary>The parts of a plan, in order.</summary>
internal enum PlanPart
{
    /// <summary>Last year's spending, and what changes it.</summary>
    Spending,

    /// <summary>Where money comes from.</summary>
    Funding,

    /// <summary>What leaves the place or is set aside: negative.</summary>
    SetAside,

    /// <summary>What meets a gap, or takes a surplus, negative: reserves, and the deficit or gap that is carried.</summary>
    Met,

    /// <summary>What there is at the end of the year.</summary>
    AtTheEnd,
}
