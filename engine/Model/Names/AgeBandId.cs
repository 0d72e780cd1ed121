namespace SystemSim.Model;

/// <summary>The name of an age band, such as <c>65-84</c> or <c>85+</c>, as the scenario file writes it.</summary>
/// <param name="Name">Unique among its kind within a scenario; letters, digits and underscores.</param>
public readonly record struct AgeBandId(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
