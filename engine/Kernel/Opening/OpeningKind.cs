namespace SystemSim.Kernel;

/// <summary>What an opening value is.</summary>
public enum OpeningKind
{
    /// <summary>Scale of a service's need-led demand.</summary>
    NeedScale,

    /// <summary>Contacts a service delivers in a step.</summary>
    Delivered,

    /// <summary>Multiplier of the failure share of a service by effects measured from none.</summary>
    FailureMultiplier,

    /// <summary>Contacts a service is asked for in a step.</summary>
    Asked,

    /// <summary>Contacts that leave a service unmet in a step.</summary>
    Left,

    /// <summary>Activity of a service in a step.</summary>
    Activity,

    /// <summary>Reach or dose of an effect.</summary>
    Level,

    /// <summary>People who make a move that brings a service contacts.</summary>
    Movers,

    /// <summary>Multiplier of the effects measured from today on a target.</summary>
    Multiplier,

    /// <summary>What the baseline gives a service in its first year, whoever pays for it.</summary>
    Let,

    /// <summary>What the baseline opens with for a service: what its own fund gives it, or its first budget or forecast where a pool
    /// pays.</summary>
    Opened,
}
