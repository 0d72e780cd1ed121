namespace SystemSim.Reporting;

/// <summary>Lines along an axis, with a ribbon about each that has a range.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Places">Names along the axis; at least one.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Unit">What their numbers count.</param>
public sealed record LineChart(ChartFrame Frame, ImmutableArray<string> Places, ImmutableArray<Series> Lines, ChartUnit Unit)
{
    private const double PlotHeight = 210.0;
    private const double MostNameWidth = 150.0;

    /// <summary>Lays it out.</summary>
    public Picture Draw()
    {
        var sheet = new Sheet(Frame);
        var ticks = Ticks.Covering(Lines.SelectMany(line => line.All));
        var names = LetterWidths
            .Names(Lines.Select(line => line.Name), MostNameWidth - 20.0, mostLines: 3)
            .Zip(Lines, (name, line) => name.Add(Unit.Write(line.Values[^1])))
            .ToImmutableArray();
        var nameWidth = names.IsEmpty
            ? 0.0
            : names.SelectMany(lines => lines).Max(line => LetterWidths.Of(line, Picture.SmallSize)) + Sheet.BeforeName(isLine: true);
        var left = Sheet.Margin + Sheet.WidthOf(ticks, Unit);
        var right = Sheet.Right - nameWidth - 14.0;
        var (top, bottom) = (sheet.Top + 4.0, sheet.Top + 4.0 + PlotHeight);
        sheet.Across(ticks, Unit, left, right, top, bottom);
        for (var line = 0; line < Lines.Length; line++)
        {
            DrawRibbon(sheet, Lines[line], Palette.Part(line).Colour, At);
        }

        for (var line = 0; line < Lines.Length; line++)
        {
            DrawLine(sheet, Lines[line], line, At);
        }

        sheet.Below(Places, place => At(place, 0.0).X, bottom + 18.0, left - 20.0, right + 24.0);
        var end = sheet.Name(
            [
                .. Lines.Select(
                    (line, row) => new NameTag(names[row], At(Places.Length - 1, line.Values[^1]).Y, Palette.Part(row), Palette.Dashes(row))
                ),
            ],
            right + 2.0,
            right + 14.0,
            top - 6.0
        );
        return sheet.Finish(Math.Max(bottom + 18.0, end), Lines.Select(line => line.Tell(Places, Unit)));

        Point At(int place, double value) =>
            new(
                Places.Length == 1 ? (left + right) / 2.0 : left + (place * (right - left) / (Places.Length - 1.0)),
                ticks.Place(value, bottom, top)
            );
    }

    private static void DrawRibbon(Sheet sheet, Series line, string colour, Func<int, double, Point> at)
    {
        if (line.Low.Length == 1)
        {
            var (low, high) = (at(0, line.Low[0]), at(0, line.High[0]));
            sheet.Rule(low.X, low.Y, high.X, high.Y, colour, 2.0);
        }
        else if (!line.Low.IsEmpty)
        {
            var outline = line
                .Low.Select((value, place) => at(place, value))
                .Concat(line.High.Select((value, place) => at(place, value)).Reverse());
            sheet.Add(new Mark.Area([.. outline], new Ink(colour, Opacity: 0.18)));
        }
    }

    private static void DrawLine(Sheet sheet, Series line, int row, Func<int, double, Point> at)
    {
        var ink = Palette.Part(row);
        if (line.Values.Length > 1)
        {
            sheet.Add(new Mark.Line([.. line.Values.Select((value, place) => at(place, value))], ink.Colour, 2.5, Palette.Dashes(row)));
        }

        var end = at(line.Values.Length - 1, line.Values[^1]);
        sheet.Block(end.X - 3.0, end.Y - 3.0, end.X + 3.0, end.Y + 3.0, ink with { Texture = Texture.Plain });
    }
}
