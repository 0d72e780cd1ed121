namespace SystemSim.Reporting;

/// <summary>How shares move from one time to another: one panel a share, each with an axis of its own that its numbers state.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="From">Name of the first time.</param>
/// <param name="To">Name of the second time.</param>
/// <param name="Panels">The shares.</param>
/// <param name="Unit">What they count.</param>
public sealed record SlopeChart(ChartFrame Frame, string From, string To, ImmutableArray<SlopePanel> Panels, ChartUnit Unit)
{
    private const double LeastPoints = 0.05;
    private const double PlotHeight = 84.0;
    private const double Left = 70.0;
    private const double Right = 218.0;

    /// <summary>Lays it out.</summary>
    public Picture Draw()
    {
        var sheet = new Sheet(Frame);
        var y = sheet.Top;
        foreach (var panel in Panels)
        {
            sheet.Write(new Label(panel.Title, Sheet.Margin, y += Sheet.LineHeight) { IsBold = true });
            sheet.Note(From, Left, y += Sheet.LineHeight + 2.0, Anchor.Middle);
            sheet.Note(To, Right, y, Anchor.Middle);
            y = DrawPanel(sheet, Merged(panel), y + 12.0) + 14.0;
        }

        return sheet.Finish(
            y - 14.0,
            Panels.SelectMany(panel =>
                panel.Lines.Select(line => $"{panel.Title}, {line.Name}: {Unit.Write(line.From)} in {From}, {Unit.Write(line.To)} in {To}.")
            )
        );
    }

    /// <summary>Lines that are written alike at both ends are one line, with the names of all.</summary>
    private SlopePanel Merged(SlopePanel panel) =>
        panel with
        {
            Lines =
            [
                .. panel
                    .Lines.GroupBy(line => $"{Unit.Write(line.From)} {Unit.Write(line.To)}")
                    .Select(alike => new SlopeLine(
                        Joined([.. alike.Select(line => line.Name)], panel.Lines.Length),
                        alike.Average(line => line.From),
                        alike.Average(line => line.To)
                    )),
            ],
        };

    private static string Joined(ImmutableArray<string> names, int all) => names.Length switch
    {
        1 => names[0],
        _ when names.Length == all => "every option",
        2 => $"{names[0]}; {names[1]}",
        _ => $"{names[0]}; {names.Length - 1} others",
    };

    private double DrawPanel(Sheet sheet, SlopePanel panel, double top)
    {
        var ends = panel.Lines.SelectMany(line => new[] { line.From, line.To }).DefaultIfEmpty().ToArray();
        var bottom = top + PlotHeight;
        // On an axis of less than five points a ripple would look like a wave.
        var widen = Unit == ChartUnit.Share ? Math.Max(0.0, LeastPoints - (ends.Max() - ends.Min())) / 2.0 : 0.0;
        var (low, high) = (ends.Min() - widen, ends.Max() + widen);
        sheet.Rule(Left, top - 4.0, Left, bottom + 4.0);
        sheet.Rule(Right, top - 4.0, Right, bottom + 4.0);
        for (var row = 0; row < panel.Lines.Length; row++)
        {
            var line = panel.Lines[row];
            sheet.Add(
                new Mark.Line(
                    [new Point(Left, Y(line.From)), new Point(Right, Y(line.To))],
                    Palette.Part(row).Colour,
                    2.5,
                    Palette.Dashes(row)
                )
            );
        }

        // Numbers at the start that are written alike and stand together are written once.
        var starts = panel
            .Lines.GroupBy(line => Unit.Write(line.From))
            .Select(alike => (Text: alike.Key, Y: alike.Average(line => Y(line.From))))
            .ToArray();
        var places = Spreading.Apart([.. starts.Select(start => start.Y)], [.. starts.Select(_ => Sheet.LineHeight)], top - 8.0);
        foreach (var (start, place) in starts.Zip(places))
        {
            sheet.Write(new Label(start.Text, Left - 8.0, place + 5.0) { Size = Picture.SmallSize, Anchor = Anchor.End });
        }

        var names = LetterWidths.Names(
            panel.Lines.Select(line => $"{Unit.Write(line.To)} {line.Name}"),
            Sheet.Right - Right - 36.0,
            mostLines: 3
        );
        var end = sheet.Name(
            [.. panel.Lines.Select((line, row) => new NameTag(names[row], Y(line.To), Palette.Part(row), Palette.Dashes(row)))],
            Right + 2.0,
            Right + 14.0,
            top - 8.0
        );
        return Math.Max(Math.Max(bottom, end), places.DefaultIfEmpty(bottom).Max() + 8.0);

        double Y(double share) => high > low ? bottom - ((share - low) / (high - low) * PlotHeight) : (top + bottom) / 2.0;
    }
}
