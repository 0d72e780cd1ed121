namespace SystemSim.Reporting;

/// <summary>A sentence or a few, with the numbers in them known as numbers.</summary>
/// <param name="Pieces">Its parts, in order.</param>
public sealed record Prose(ImmutableArray<Piece> Pieces)
{
    /// <summary>Words alone.</summary>
    public static Prose Of(string text) => new([new Piece(text)]);

    /// <summary>The same with words after it.</summary>
    public Prose Then(string text) => new(Pieces.Add(new Piece(text)));

    /// <summary>The same with a number after it.</summary>
    public Prose Then(Cited number, string text) => new(Pieces.Add(new Piece(text, number)));

    /// <summary>The same with another after it.</summary>
    public Prose Then(Prose other) => new(Pieces.AddRange(other.Pieces));

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));
}
