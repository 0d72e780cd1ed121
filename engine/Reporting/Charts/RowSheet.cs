namespace SystemSim.Reporting;

/// <summary>Rows from left to right along one axis: the name of each above it, with its number, so that a phone has room for
/// both.</summary>
internal sealed class RowSheet
{
    /// <summary>Height of a bar.</summary>
    public const double Bar = 15.0;

    private const double Gap = 9.0;

    /// <summary>How far a mark may stand out above and below a bar, without touching letters.</summary>
    public const double BarEnd = 2.0;


    private readonly ChartUnit unit;
    private readonly List<double> bars = [];
    private double y;

    /// <summary>Starts below the heading.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="unit">What the numbers count.</param>
    /// <param name="values">All values that the axis must hold.</param>
    public RowSheet(ChartFrame frame, ChartUnit unit, IEnumerable<double> values)
    {
        this.unit = unit;
        Sheet = new Sheet(frame);
        Ticks = Ticks.Covering(values);
        y = Sheet.Top - 6.0;
        Left = Sheet.Margin + (LetterWidths.Of(unit.Write(Ticks.Low), Picture.SmallSize) / 2.0);
        Right = Sheet.Right - (LetterWidths.Of(unit.Write(Ticks.High), Picture.SmallSize) / 2.0);
    }

    /// <summary>What is drawn on.</summary>
    public Sheet Sheet { get; }

    /// <summary>The axis.</summary>
    public Ticks Ticks { get; }

    private double Left { get; }

    private double Right { get; }

    /// <summary>Where a value stands.</summary>
    public double X(double value) => Ticks.Place(value, Left, Right);

    /// <summary>Starts a row.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="number">Its number, as it is written; below its name where there is no room beside it.</param>
    /// <param name="isBold">Whether it stands out.</param>
    /// <param name="below">What else is to be known of it; empty for nothing.</param>
    /// <returns>Upper edge of its bar.</returns>
    public double Row(string name, string number, bool isBold = false, string below = "")
    {
        const double Width = Picture.Width - (2.0 * Sheet.Margin);
        var numberWidth = LetterWidths.Of(number, Picture.SmallSize, isBold);
        var isBeside = LetterWidths.Of(name, Picture.SmallSize, isBold) + numberWidth + 14.0 <= Width;
        var lines = LetterWidths.Lines(name, Width, Picture.SmallSize, isBold);
        foreach (var line in lines)
        {
            Sheet.Write(new Label(line, Sheet.Margin, y += Sheet.LineHeight) { Size = Picture.SmallSize, IsBold = isBold, HasRim = true });
        }

        y -= isBeside ? Sheet.LineHeight : 0.0;
        foreach (var line in LetterWidths.Lines(number, Width, Picture.SmallSize, isBold))
        {
            Sheet.Write(
                new Label(line, Sheet.Right, y += Sheet.LineHeight)
                {
                    Size = Picture.SmallSize,
                    IsBold = isBold,
                    Anchor = Anchor.End,
                    HasRim = true,
                }
            );
        }

        foreach (var line in below.Length == 0 ? [] : LetterWidths.Lines(below, Width, Picture.SmallSize, isBold: false))
        {
            Sheet.Write(new Label(line, Sheet.Margin, y += Sheet.LineHeight) { Size = Picture.SmallSize, HasRim = true });
        }

        var top = y + 5.0;
        y = top + Bar + Gap;
        bars.Add(top);
        return top;
    }

    /// <summary>Draws the axis and ends.</summary>
    /// <param name="numbers">The numbers, in sentences.</param>
    /// <param name="below">What the two directions mean, under the axis.</param>
    public Picture Finish(IEnumerable<string> numbers, (string Low, string High)? below = null)
    {
        foreach (var value in Ticks.Values)
        {
            Sheet.Rule(X(value), y, X(value), y + 5.0, Palette.Quiet);
        }

        Sheet.Rule(X(Ticks.Low), y, X(Ticks.High), y, Palette.Quiet);
        // Nothing is marked beside bars alone: a line through all rows would run through their names.
        foreach (var top in bars)
        {
            Sheet.Rule(X(0.0), top - BarEnd, X(0.0), top + Bar + BarEnd, Palette.Quiet, 1.0, "2 2");
        }

        Sheet.Below([.. Ticks.Values.Select(unit.Write)], tick => X(Ticks.Values[tick]), y + 20.0, Sheet.Margin, Sheet.Right);
        var bottom = y + 20.0;
        if (below is { } says)
        {
            bottom += Sheet.LineHeight + 2.0;
            if (Ticks.Low < 0.0)
            {
                Sheet.Write(new Label($"← {says.Low}", Sheet.Margin, bottom) { Size = Picture.SmallSize });
            }

            if (Ticks.High > 0.0)
            {
                Sheet.Write(new Label($"{says.High} →", Sheet.Right, bottom) { Size = Picture.SmallSize, Anchor = Anchor.End });
            }
        }

        return Sheet.Finish(bottom, numbers);
    }
}
