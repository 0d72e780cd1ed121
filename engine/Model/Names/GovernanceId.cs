namespace SystemSim.Model;

/// <summary>The name of a governance arrangement, as the scenario file writes it.</summary>
/// <param name="Name">Unique among its kind within a scenario; letters, digits and underscores.</param>
public readonly record struct GovernanceId(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
