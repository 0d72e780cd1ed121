namespace SystemSim.Reading;

/// <summary>A piece of YAML that knows where it stands.</summary>
internal abstract class Node(Spot at)
{
    /// <summary>Its first character.</summary>
    public Spot At { get; } = at;

    /// <summary>Its stretch of the text that it was read from; nothing of what was not read from a text.</summary>
    public TextSpan Span { get; init; }
}

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Place of its first character, from 0.</param>
/// <param name="End">Place after its last one.</param>
internal readonly record struct TextSpan(int Start, int End);
