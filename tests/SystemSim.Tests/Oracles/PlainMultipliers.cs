using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Multipliers of the targets that effects name; 1 for every other.</summary>
/// <remarks><b>Shape.</b> By cohort; a failure share and a stay have the same one for all cohorts.</remarks>
internal sealed class PlainMultipliers
{
    private readonly Dictionary<Target, double[]> byTarget = [];

    /// <summary>Nothing has any effect.</summary>
    public static PlainMultipliers None { get; } = new();

    public double[] this[Target target]
    {
        set => byTarget[target] = value;
    }

    public double Of(Target target, int cohort) => byTarget.TryGetValue(target, out var values) ? values[cohort] : 1.0;

    public double Of(Target target) => Of(target, 0);
}
