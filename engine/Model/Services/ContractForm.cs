namespace SystemSim.Model;

/// <summary>How what a fund pays follows from what a provider does.</summary>
public enum ContractForm
{
    /// <summary>Pays provider cost, less what users are charged.</summary>
    Cost,

    /// <summary>Pays a fixed sum, spread evenly; for a discretionary service the sum is the year's budget.</summary>
    Block,
}
