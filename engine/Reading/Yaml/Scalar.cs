using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>A single value, as written.</summary>
internal sealed class Scalar(Spot at, string text, bool isPlain) : Node(at)
{
    /// <summary>The text, without the quotes it may have stood in.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stood without quotes.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Changes that overrides make to a number (<c>+£600k</c>, <c>x 1.2</c>), in order.</summary>
    public ImmutableArray<StatedChange> Changes { get; init; } = [];

    /// <summary>Whether an override put it in the place of something.</summary>
    public bool IsSet { get; init; }

    /// <summary>Whether nothing is written, in one of the ways in which YAML says so.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) || (IsPlain && Text is "~" or "null" or "Null" or "NULL");

    /// <summary>The same value with one more change to make to it.</summary>
    public Scalar ChangedBy(StatedChange change) => new(At, Text, IsPlain) { IsSet = IsSet, Changes = Changes.Add(change) };
}
