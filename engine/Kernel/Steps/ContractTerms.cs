namespace SystemSim.Kernel;

/// <summary>The terms of a contract in one year, in that year's money.</summary>
internal sealed record ContractTerms
{
    /// <summary>Cost of a unit less the share of it that users are charged, before what they are charged for use.</summary>
    public required Value BeforeUse { get; init; }

    /// <summary>What users are charged for a unit of use; zero where nothing is stated.</summary>
    public required Value Use { get; init; }

    /// <summary>Price of a unit.</summary>
    public required Value Price { get; init; }

    /// <summary>Agreed activity of the year.</summary>
    public required Value Volume { get; init; }

    /// <summary>Sum of the year.</summary>
    public required Value Sum { get; init; }

    /// <summary>Target cost of the year.</summary>
    public required Value Target { get; init; }

    /// <summary>Most that the provider of an alliance bears in the year.</summary>
    public required Value StopLoss { get; init; }
}
