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

    /// <summary>[cohort][need state] people who move there by chance; empty where a share of <see cref="Stock"/> does.</summary>
    public Value[][] Moved { get; set; } = [];

    /// <summary>[cohort] people who grow into the next age band by chance; empty where a share of <see cref="Stock"/> does.</summary>
    public Value[] Aged { get; set; } = [];

    /// <summary>[cohort] people left by what is expected, who must not be fewer than nobody; <see cref="Left"/> where nothing is by
    /// chance.</summary>
    public required Value[] ExpectedLeft { get; init; }

    /// <summary>[cohort] people who go where the rest goes; null without a rest.</summary>
    public required Value?[] Rest { get; init; }

    /// <summary>[cohort] stock that moves are taken from.</summary>
    public required Value[] Stock { get; init; }
}
