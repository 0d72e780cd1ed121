namespace SystemSim.Kernel;

/// <summary>The terms on which a service is paid. Money is GBP of the first year.</summary>
public sealed record ContractPlan
{
    /// <summary>How payment follows from activity.</summary>
    public required ContractForm Form { get; init; }

    /// <summary>Row of the index that carries its money; -1 for none.</summary>
    public required int Index { get; init; }

    /// <summary>Sum a year; null for the price of the volume.</summary>
    public Number? Sum { get; init; }

    /// <summary>Price of a unit, of a person a year in places; null for the net unit cost.</summary>
    public Number? Price { get; init; }

    /// <summary>Agreed activity a year, people in places; null for the reference volume.</summary>
    public Number? Volume { get; init; }

    /// <summary>Share of the price above the volume, or by activity.</summary>
    public required Number Rate { get; init; }

    /// <summary>Target cost a year; null for the net cost of the volume.</summary>
    public Number? Target { get; init; }

    /// <summary>Share of what is below the target that goes to the provider.</summary>
    public required Number GainShare { get; init; }

    /// <summary>Share of what is above the target that the provider bears.</summary>
    public required Number PainShare { get; init; }

    /// <summary>Most that the provider bears in a year; null for no bound.</summary>
    public Number? StopLoss { get; init; }

    /// <summary>Years after which sum, volume and target are agreed anew; 0 for never.</summary>
    public required int Term { get; init; }

    /// <summary>Steps before which a cut of its sum is told; 0 where it is cut at once.</summary>
    public required int NoticeSteps { get; init; }

    /// <summary>Today's contract, where it is broken in the first year of the arrangement; null where it is not, or costs nothing to
    /// break.</summary>
    public BrokenContractPlan? Broken { get; init; }

    /// <summary>What letting the contract costs.</summary>
    public required Number TransactionCost { get; init; }

    /// <summary>Whether it is let in the first year of the arrangement.</summary>
    public required bool IsNew { get; init; }

    /// <summary>What a cut does to its provider; null for nothing but the cut.</summary>
    public CollapsePlan? Collapse { get; init; }
}
