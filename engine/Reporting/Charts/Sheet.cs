namespace SystemSim.Reporting;

/// <summary>A picture that is being made: its heading is there, and what is added comes below.</summary>
internal sealed class Sheet
{
    /// <summary>Room on either side.</summary>
    public const double Margin = 8.0;

    /// <summary>From one line of text to the next.</summary>
    public const double LineHeight = 17.0;

    private const double TitleLine = 22.0;
    private const double AfterHeading = 14.0;
    private const double Swatch = 11.0;

    private readonly ChartFrame frame;
    private readonly List<Mark> marks = [];
    private readonly List<Label> labels = [];

    /// <summary>Writes the heading.</summary>
    public Sheet(ChartFrame frame)
    {
        this.frame = frame;
        var y = 4.0;
        foreach (var line in LetterWidths.Lines(frame.Title, Right - Margin, Picture.TitleSize, isBold: true))
        {
            labels.Add(new Label(line, Margin, y += TitleLine - 4.0) { Size = Picture.TitleSize, IsBold = true });
            y += 4.0;
        }

        y += 2.0;
        foreach (var line in LetterWidths.Lines(frame.Subtitle, Right - Margin, Picture.SmallSize))
        {
            labels.Add(new Label(line, Margin, y += LineHeight) { Size = Picture.SmallSize, Colour = Palette.Quiet });
        }

        Top = y + AfterHeading;
    }

    /// <summary>Right edge of what may be drawn.</summary>
    public static double Right => Picture.Width - Margin;

    /// <summary>Where there is room below the heading.</summary>
    public double Top { get; }

    /// <summary>Adds something drawn.</summary>
    public void Add(Mark mark) => marks.Add(mark);

    /// <summary>Adds a filled rectangle between two corners.</summary>
    public void Block(double x1, double y1, double x2, double y2, Ink ink) =>
        Add(new Mark.Block(new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Abs(x2 - x1), Math.Abs(y2 - y1)), ink));

    /// <summary>Adds a straight line.</summary>
    public void Rule(double x1, double y1, double x2, double y2, string colour = Palette.Grid, double width = 1.0, string dashes = "") =>
        Add(new Mark.Line([new Point(x1, y1), new Point(x2, y2)], colour, width, dashes));

    /// <summary>Adds a text.</summary>
    public void Write(Label label) => labels.Add(label);

    /// <summary>Adds a small text of less weight.</summary>
    public void Note(string text, double x, double baseline, Anchor anchor = Anchor.Start) =>
        labels.Add(new Label(text, x, baseline) { Anchor = anchor, Size = Picture.SmallSize, Colour = Palette.Quiet });

    /// <summary>Adds labels to the right of what they name, none on another: each with a sample of its colour, and a line to its place
    /// where it had to move.</summary>
    /// <param name="names">What is named.</param>
    /// <param name="from">Where the lines to the labels start.</param>
    /// <param name="x">Where the labels start.</param>
    /// <param name="top">Where the first may stand.</param>
    /// <returns>The lower end of the last.</returns>
    public double Name(IReadOnlyList<NameTag> names, double from, double x, double top)
    {
        var places = Spreading.Apart(
            [.. names.Select(name => name.Y)],
            [.. names.Select(name => (name.Lines.Length * LineHeight) + 3.0)],
            top
        );
        var end = top;
        for (var row = 0; row < names.Count; row++)
        {
            var (name, place) = (names[row], places[row]);
            if (Math.Abs(place - name.Y) > 3.0)
            {
                Rule(from, name.Y, x - 3.0, place, Palette.Quiet, 0.75);
            }

            if (name.Dashes is { } dashes)
            {
                Rule(x, place, x + Swatch + 5.0, place, name.Ink.Colour, 3.0, dashes);
            }
            else
            {
                Block(x, place - (Swatch / 2.0), x + Swatch, place + (Swatch / 2.0), name.Ink);
            }

            var textX = x + Swatch + (name.Dashes is null ? 5.0 : 9.0);
            var baseline = place - (name.Lines.Length * LineHeight / 2.0) + 13.0;
            foreach (var line in name.Lines)
            {
                Write(new Label(line, textX, baseline) { Size = Picture.SmallSize });
                baseline += LineHeight;
            }

            end = Math.Max(end, place + (name.Lines.Length * LineHeight / 2.0));
        }

        return end;
    }

    /// <summary>Room that a sample of a colour takes before its name.</summary>
    public static double BeforeName(bool isLine) => Swatch + (isLine ? 9.0 : 5.0);

    /// <summary>Adds horizontal lines for the values of an axis, with the values to their left; the one of zero is strong.</summary>
    public void Across(Ticks ticks, ChartUnit unit, double left, double right, double top, double bottom)
    {
        foreach (var value in ticks.Values)
        {
            var y = ticks.Place(value, bottom, top);
            Rule(left, y, right, y, value == 0.0 ? Palette.Quiet : Palette.Grid);
            Note(unit.Write(value), left - 5.0, y + 4.5, Anchor.End);
        }
    }

    /// <summary>Room that the values of an axis take to its left.</summary>
    public static double WidthOf(Ticks ticks, ChartUnit unit) =>
        ticks.Values.Max(value => LetterWidths.Of(unit.Write(value), Picture.SmallSize)) + 6.0;

    /// <summary>Adds names below an axis: the first, the last, and as many between as find room.</summary>
    public void Below(IReadOnlyList<string> names, Func<int, double> place, double baseline, double left, double right)
    {
        var free = double.NegativeInfinity;
        var last = LabelAt(names.Count - 1);
        for (var at = 0; at < names.Count - 1; at++)
        {
            var label = LabelAt(at);
            if (label.Box.Left >= free && label.Box.Right + 12.0 <= last.Box.Left)
            {
                Write(label);
                free = label.Box.Right + 24.0;
            }
        }

        Write(last);

        Label LabelAt(int at)
        {
            var half = LetterWidths.Of(names[at], Picture.SmallSize) / 2.0;
            var x = Math.Clamp(place(at), Math.Min(left + half, right - half), Math.Max(left + half, right - half));
            return new Label(names[at], x, baseline) { Anchor = Anchor.Middle, Size = Picture.SmallSize, Colour = Palette.Quiet };
        }
    }

    /// <summary>Ends with the source, and gives the drawing.</summary>
    /// <param name="bottom">Lower end of what has been drawn.</param>
    /// <param name="numbers">The numbers, in sentences.</param>
    public Picture Finish(double bottom, IEnumerable<string> numbers)
    {
        var y = bottom + 10.0;
        foreach (var line in LetterWidths.Lines($"Source: {frame.Source}", Right - Margin, Picture.SmallSize))
        {
            labels.Add(new Label(line, Margin, y += LineHeight) { Size = Picture.SmallSize, Colour = Palette.Quiet });
        }

        return new Picture
        {
            Name = frame.Name,
            Title = frame.Title,
            Description = $"{frame.Subtitle}. {string.Join(" ", numbers)} Source: {frame.Source}",
            Height = Math.Ceiling(y + 10.0),
            Marks = [.. marks],
            Labels = [.. labels],
        };
    }
}
