namespace SystemSim.Places;

/// <summary>A number for each age band of the shared rates.</summary>
/// <param name="Children">0 to 17.</param>
/// <param name="WorkingAge">18 to 64.</param>
/// <param name="Older">65 to 74.</param>
/// <param name="Oldest">75 and over.</param>
public readonly record struct ByAge(double Children, double WorkingAge, double Older, double Oldest)
{
    /// <summary>All ages.</summary>
    public double All => Children + WorkingAge + Older + Oldest;

    /// <summary>65 and over.</summary>
    public double SixtyFiveUp => Older + Oldest;

    /// <summary>The sum of products, age by age: people times what one of them asks.</summary>
    public double Times(ByAge other) =>
        (Children * other.Children) + (WorkingAge * other.WorkingAge) + (Older * other.Older) + (Oldest * other.Oldest);

    /// <summary>Two numbers, age by age.</summary>
    public ByAge With(ByAge other, Func<double, double, double> of) =>
        new(
            of(Children, other.Children),
            of(WorkingAge, other.WorkingAge),
            of(Older, other.Older),
            of(Oldest, other.Oldest)
        );
}
