namespace SystemSim.Model.Kinds;

/// <summary>How what a fund pays follows from what a provider does.</summary>
public enum ContractForm
{
    /// <summary>Pays provider cost, less what users are charged.</summary>
    Cost,

    /// <summary>Pays a fixed sum, spread evenly; for a discretionary service the sum is the year's budget.</summary>
    Block,

    /// <summary>Pays a price for each unit of activity.</summary>
    Tariff,

    /// <summary>Pays a sum for an agreed volume, and a share of the price for each unit above it.</summary>
    CostAndVolume,

    /// <summary>Pays the price for each unit up to an agreed volume, and a share of it for each above.</summary>
    Marginal,

    /// <summary>Pays part of an agreed volume as a sum, and the rest of the price by activity (NHS aligned payment and
    /// incentive).</summary>
    AlignedIncentive,

    /// <summary>Pays cost on account, and shares what it comes to above or below a target cost with the provider.</summary>
    Alliance,

    /// <summary>Pays a sum that can be cut at once; its provider may collapse when it is.</summary>
    Grant,
}
