namespace SystemSim.Kernel;

/// <summary>What every run obeys.</summary>
public enum Invariant
{
    /// <summary>Opening people, births, migration and residual, less deaths, are closing people.</summary>
    PeopleConserved,

    /// <summary>No more people leave a cohort than are in it.</summary>
    OutflowWithinStock,

    /// <summary>No cohort is negative.</summary>
    PeopleNotNegative,

    /// <summary>In the central run of the baseline, people are as many as control totals say.</summary>
    ControlTotalsMet,

    /// <summary>A list's arrivals are delivered, leave or wait.</summary>
    ListBalances,

    /// <summary>Nothing delivered, waiting or leaving is negative.</summary>
    ActivityNotNegative,

    /// <summary>No budget is negative.</summary>
    BudgetNotNegative,

    /// <summary>The position of an organisation follows from its postings.</summary>
    OrganisationBalances,

    /// <summary>The position of a pool follows from its postings.</summary>
    PoolBalances,

    /// <summary>Need-led demand is not negative once failure demand is taken out of observed rates.</summary>
    NeedNotNegative,

    /// <summary>Demand that returns settles.</summary>
    ReturnsSettle,

    /// <summary>Every number that a run leaves is finite, and smaller than <see cref="Lanes.Finite.Bound"/>.</summary>
    Finite,
}
