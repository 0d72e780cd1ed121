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

    /// <summary>Money that goes into a pool's risk reserve, or comes back from it; what passes on from bodies that end, and what a body
    /// brings that begins: no gain or loss.</summary>
    SetsAside,
}
