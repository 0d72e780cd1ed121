namespace SystemSim.Reporting;

/// <summary>One line of text in a drawing.</summary>
/// <param name="Text">What it says.</param>
/// <param name="X">Where it is anchored.</param>
/// <param name="Baseline">Where its letters stand.</param>
public sealed record Label(string Text, double X, double Baseline)
{
    private const double Ascent = 0.76;
    private const double Descent = 0.22;

    /// <summary>Which part of it stands at <see cref="X"/>.</summary>
    public Anchor Anchor { get; init; }

    /// <summary>Size of its letters, in units of the drawing.</summary>
    public double Size { get; init; } = Picture.TextSize;

    /// <summary>Whether it is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Its colour.</summary>
    public string Colour { get; init; } = Palette.Text;

    /// <summary>Whether it stands on something coloured, and needs a rim of paper.</summary>
    public bool HasRim { get; init; }

    /// <summary>The room it takes.</summary>
    public Box Box
    {
        get
        {
            var width = LetterWidths.Of(Text, Size, IsBold);
            var left = Anchor switch
            {
                Anchor.Middle => X - (width / 2.0),
                Anchor.End => X - width,
                _ => X,
            };
            return new Box(left, Baseline - (Size * Ascent), width, Size * (Ascent + Descent));
        }
    }
}
