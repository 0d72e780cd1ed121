namespace SystemSim.Model;

/// <summary>The name of an option, as the scenario file writes it.</summary>
/// <param name="Name">Unique among its kind within a scenario; letters, digits and underscores.</param>
public readonly record struct OptionId(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
