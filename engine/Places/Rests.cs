namespace SystemSim.Places;

/// <summary>What is left over when shared rates and costs have been taken from published money, and when it is worth a finding.</summary>
public static class Rests
{
    // Above this much of the money nobody should take the services for the place.
    private const double Most = 0.15;

    /// <summary>The finding about a rest; null where there is none.</summary>
    /// <param name="share">The rest as a share of the money.</param>
    public static string? Finding(double share) => share switch
    {
        < 0.0 => $"Finding: shared rates and costs alone come to {Written.Percent(-share)} more than is spent.",
        > Most => $"Finding: {Written.Percent(share)} of the money is not explained by shared rates and costs.",
        _ => null,
    };
}
