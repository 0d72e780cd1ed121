namespace SystemSim.Model;

/// <summary>What can come about by chance, person by person and contact by contact, rather than as expected.</summary>
public enum ByChance
{
    /// <summary>Who dies, moves between need states, grows older and is born.</summary>
    People,

    /// <summary>How many contacts are asked for because of need.</summary>
    Demand,
}
