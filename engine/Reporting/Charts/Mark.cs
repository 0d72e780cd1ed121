namespace SystemSim.Reporting;

/// <summary>Something drawn that is not text.</summary>
public abstract record Mark
{
    private protected Mark()
    {
    }

    /// <summary>A filled rectangle.</summary>
    /// <param name="Box">Where.</param>
    /// <param name="Ink">How it is filled.</param>
    public sealed record Block(Box Box, Ink Ink) : Mark;

    /// <summary>A filled outline of straight lines.</summary>
    /// <param name="Outline">Corners, in order.</param>
    /// <param name="Ink">How it is filled.</param>
    public sealed record Area(ImmutableArray<Point> Outline, Ink Ink) : Mark;

    /// <summary>A line through points.</summary>
    /// <param name="Points">The points, in order.</param>
    /// <param name="Colour">Colour.</param>
    /// <param name="Width">Width.</param>
    /// <param name="Dashes">Lengths of dashes and gaps; empty for none.</param>
    public sealed record Line(ImmutableArray<Point> Points, string Colour, double Width, string Dashes = "") : Mark;

    /// <summary>A band that flows from left to right in a gentle curve, as thick at its end as at its start.</summary>
    /// <param name="From">Middle of its start.</param>
    /// <param name="To">Middle of its end.</param>
    /// <param name="Thickness">How thick it is.</param>
    /// <param name="Ink">How it is filled.</param>
    public sealed record Band(Point From, Point To, double Thickness, Ink Ink) : Mark;
}
