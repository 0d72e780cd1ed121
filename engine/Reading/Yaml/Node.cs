namespace SystemSim.Reading;

/// <summary>A piece of YAML that knows where it stands.</summary>
internal abstract class Node(Spot at)
{
    /// <summary>Its first character.</summary>
    public Spot At { get; } = at;
}
