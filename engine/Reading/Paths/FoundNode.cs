namespace SystemSim.Reading;

/// <summary>A node that a path leads to.</summary>
/// <param name="Node">The node.</param>
/// <param name="Key">Its key; null for an item of a list.</param>
/// <param name="Steps">Number of steps of the path that lead there.</param>
/// <param name="IsWhole">Whether the path ends there, rather than going on to what is not there.</param>
internal sealed record FoundNode(Node Node, Scalar? Key, int Steps, bool IsWhole)
{
    /// <summary>Where to point: at a single value itself, at the key of anything larger.</summary>
    public Spot Spot => Node is Scalar || Key is null ? Node.At : Key.At;
}
