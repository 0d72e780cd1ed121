namespace SystemSim.Analysis;

/// <summary>What a line of an account does to it.</summary>
public enum AccountFlow
{
    /// <summary>Money that comes to the account.</summary>
    Receives,

    /// <summary>Money that the account puts into services, its own or pooled, and into other spending.</summary>
    Invests,

    /// <summary>Money that leaves the place.</summary>
    Leaves,
}
