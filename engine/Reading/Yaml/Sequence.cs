using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>A list.</summary>
internal sealed class Sequence(Spot at, ImmutableArray<Node> items) : Node(at)
{
    /// <summary>Its items, in order.</summary>
    public ImmutableArray<Node> Items { get; } = items;
}
