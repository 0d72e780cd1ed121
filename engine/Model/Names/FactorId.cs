namespace SystemSim.Model;

/// <summary>The name of an uncertain factor, as the scenario file writes it.</summary>
/// <param name="Name">Unique among its kind within a scenario; letters, digits and underscores.</param>
public readonly record struct FactorId(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
