namespace SystemSim.Model;

/// <summary>The name of a service, as the scenario file writes it.</summary>
/// <param name="Name">Unique among its kind within a scenario; letters, digits and underscores.</param>
public readonly record struct ServiceId(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
