namespace SystemSim.Kernel;

/// <summary>What the number that states the strength of an effect says.</summary>
public enum StrengthMeaning
{
    /// <summary>The share by which a quantity falls.</summary>
    Falls,

    /// <summary>The share by which it rises.</summary>
    Rises,

    /// <summary>What it is multiplied by.</summary>
    Remains,
}
