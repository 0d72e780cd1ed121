namespace SystemSim.Kernel;

/// <summary>How payment follows from activity. Each is defined in <c>engine/MODEL.md</c>, section 7.</summary>
public enum ContractKind
{
    /// <summary>Pays net cost.</summary>
    Cost,

    /// <summary>Pays a sum.</summary>
    Block,

    /// <summary>Pays a price for each unit.</summary>
    Tariff,

    /// <summary>Pays a sum, and part of the price above the volume.</summary>
    CostAndVolume,

    /// <summary>Pays the price up to the volume, and part of it above.</summary>
    Marginal,

    /// <summary>Pays part of the volume as a sum, and the rest of the price by activity.</summary>
    AlignedIncentive,

    /// <summary>Pays net cost, and shares what it comes to above or below a target.</summary>
    Alliance,

    /// <summary>Pays a sum that can be cut, which may make the provider collapse.</summary>
    Grant,
}
