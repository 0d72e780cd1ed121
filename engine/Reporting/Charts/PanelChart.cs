namespace SystemSim.Reporting;

/// <summary>Small charts of one kind side by side, all on the same axes: one an option, or one a place.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Places">Names along the axis; at least one.</param>
/// <param name="Panels">What each shows.</param>
/// <param name="Unit">What the numbers count.</param>
public sealed record PanelChart(ChartFrame Frame, ImmutableArray<string> Places, ImmutableArray<Series> Panels, ChartUnit Unit)
{
    private const double PlotHeight = 84.0;
    private const double Gutter = 16.0;
    private const int TitleLines = 2;

    /// <summary>Lays it out.</summary>
    public Picture Draw()
    {
        var sheet = new Sheet(Frame);
        var ticks = Ticks.Covering(Panels.SelectMany(panel => panel.All), about: 3);
        var axis = Sheet.WidthOf(ticks, Unit);
        var width = (Sheet.Right - Sheet.Margin - axis - Gutter) / 2.0;
        var names = LetterWidths.Names(Panels.Select(panel => panel.Name), width - 4.0, TitleLines, isBold: true);
        var y = sheet.Top;
        foreach (var (place, row) in Panels.Chunk(2).Index())
        {
            var titles = names.Skip(2 * place).Take(row.Length).ToArray();
            var top = y + (titles.Max(lines => lines.Length) * Sheet.LineHeight) + Sheet.LineHeight + 8.0;
            foreach (var (column, panel) in row.Index())
            {
                var left = Sheet.Margin + axis + (column * (width + Gutter));
                WriteTitle(sheet, titles[column], Unit.Write(panel.Values[^1]), left, y);
                DrawPanel(sheet, panel, ticks, new Box(left, top, width, PlotHeight), isFirst: column == 0);
            }

            y = top + PlotHeight + Sheet.LineHeight + 10.0;
        }

        return sheet.Finish(y - 8.0, Panels.Select(panel => panel.Tell(Places, Unit)));
    }

    private void WriteTitle(Sheet sheet, ImmutableArray<string> lines, string number, double left, double y)
    {
        foreach (var line in lines)
        {
            sheet.Write(new Label(line, left, y += Sheet.LineHeight) { Size = Picture.SmallSize, IsBold = true });
        }

        sheet.Write(new Label($"{number} in {Places[^1]}", left, y + Sheet.LineHeight) { Size = Picture.SmallSize });
    }

    private void DrawPanel(Sheet sheet, Series panel, Ticks ticks, Box plot, bool isFirst)
    {
        foreach (var value in ticks.Values)
        {
            var y = ticks.Place(value, plot.Bottom, plot.Top);
            sheet.Rule(plot.Left, y, plot.Right, y, value == 0.0 ? Palette.Quiet : Palette.Grid);
            if (isFirst)
            {
                sheet.Note(Unit.Write(value), plot.Left - 5.0, y + 4.5, Anchor.End);
            }
        }

        if (panel.Low.Length > 1)
        {
            sheet.Add(
                new Mark.Area([.. panel.Low.Select(At), .. panel.High.Select(At).Reverse()], new Ink(Palette.Parts[0], Opacity: 0.18))
            );
        }
        else if (panel.Low.Length == 1)
        {
            sheet.Rule(At(panel.Low[0], 0).X, At(panel.Low[0], 0).Y, At(panel.High[0], 0).X, At(panel.High[0], 0).Y, Palette.Parts[0], 2.0);
        }

        Point[] points = [.. panel.Values.Select(At)];
        if (points.Length > 1)
        {
            sheet.Add(new Mark.Line([.. points], Palette.Parts[0], 2.5));
        }

        sheet.Block(points[^1].X - 3.0, points[^1].Y - 3.0, points[^1].X + 3.0, points[^1].Y + 3.0, new Ink(Palette.Parts[0]));
        sheet.Below(
            Places.Length == 1 ? Places : [Places[0], Places[^1]],
            place => At(0.0, Places.Length == 1 || place == 0 ? 0 : Places.Length - 1).X,
            plot.Bottom + 16.0,
            plot.Left,
            plot.Right
        );

        Point At(double value, int place) => new(
            Places.Length == 1 ? (plot.Left + plot.Right) / 2.0 : plot.Left + 3.0 + (place * (plot.Width - 6.0) / (Places.Length - 1.0)),
            ticks.Place(value, plot.Bottom, plot.Top));
    }
}
