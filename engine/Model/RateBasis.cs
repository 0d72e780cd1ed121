namespace SystemSim.Model;

/// <summary>What the demand rates of a scenario count.</summary>
public enum RateBasis
{
    /// <summary>Need alone: failure demand comes on top.</summary>
    Need,

    /// <summary>What was observed: failure demand is already inside, and is taken out before it is modelled.</summary>
    Observed,
}
