namespace SystemSim.Kernel;

/// <summary>What a step does to people.</summary>
internal sealed record PeopleFlows
{
    /// <summary>[cohort] people when the step ends.</summary>
    public required Value[] Next { get; init; }

    /// <summary>All living people when the step ends.</summary>
    public Value Everyone { get; set; }

    /// <summary>[cohort] people left before anyone joins: never negative in a sound plan.</summary>
    public required Value[] Left { get; init; }

    /// <summary>[area, age band] deaths, age band fastest.</summary>
    public required Value[] Deaths { get; init; }

    /// <summary>[area] births.</summary>
    public required Value[] Births { get; init; }

    /// <summary>[area] net migration.</summary>
    public required Value[] Migration { get; init; }

    /// <summary>[area, age band] residual of control totals, age band fastest; empty without any.</summary>
    public Value[] Residual { get; set; } = [];

    /// <summary>[cohort][need state] share of <see cref="Stock"/> that moves there, the rest left out; null where nobody does.</summary>
    public required Value?[][] MoveShares { get; init; }

    /// <summary>[cohort] people who go where the rest goes; null without a rest.</summary>
    public required Value?[] Rest { get; init; }

    /// <summary>[cohort] stock that moves are taken from.</summary>
    public required Value[] Stock { get; init; }
}
