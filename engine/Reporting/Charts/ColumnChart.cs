namespace SystemSim.Reporting;

/// <summary>Columns of parts on each other; what is below zero hangs below the axis.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Places">Names along the axis; at least one.</param>
/// <param name="Parts">The parts, from the axis outwards.</param>
/// <param name="Unit">What their numbers count.</param>
public sealed record ColumnChart(ChartFrame Frame, ImmutableArray<string> Places, ImmutableArray<Series> Parts, ChartUnit Unit)
{
    private const double PlotHeight = 230.0;
    private const double MostNameWidth = 118.0;
    private const double WidestColumn = 40.0;

    /// <summary>Lays it out.</summary>
    public Picture Draw()
    {
        var sheet = new Sheet(Frame);
        var stacks = Parts.Select((_, part) => Places.Select((_, place) => Stacked(part, place)).ToImmutableArray()).ToImmutableArray();
        var ticks = Ticks.Covering(stacks.SelectMany(part => part).SelectMany(segment => (double[])[segment.From, segment.To]));
        var names = LetterWidths
            .Names(Parts.Select(part => part.Name), MostNameWidth - 16.0, mostLines: 3)
            .Zip(Parts, (lines, part) => lines.Add(Unit.Write(part.Values[^1])))
            .ToImmutableArray();
        var nameWidth = names.IsEmpty
            ? 0.0
            : names.SelectMany(lines => lines).Max(line => LetterWidths.Of(line, Picture.SmallSize)) + Sheet.BeforeName(isLine: false);
        var left = Sheet.Margin + Sheet.WidthOf(ticks, Unit);
        var right = Sheet.Right - nameWidth - 14.0;
        var (top, bottom) = (sheet.Top + 4.0, sheet.Top + 4.0 + PlotHeight);
        var slot = (right - left) / Places.Length;
        var width = Math.Min(WidestColumn, slot * (Places.Length > 30 ? 0.9 : 0.78));
        sheet.Across(ticks, Unit, left, right, top, bottom);
        for (var part = 0; part < Parts.Length; part++)
        {
            for (var place = 0; place < Places.Length; place++)
            {
                var (from, to) = stacks[part][place];
                if (from != to)
                {
                    var x = Middle(place) - (width / 2.0);
                    sheet.Block(x, Gapped(from, to), x + width, ticks.Place(to, bottom, top), Palette.Part(part));
                }
            }
        }

        var zero = ticks.Place(0.0, bottom, top);
        sheet.Rule(left, zero, right, zero, Palette.Quiet);
        sheet.Below(Places, Middle, bottom + 18.0, left - 20.0, right + 24.0);
        var end = sheet.Name(
            [
                .. Parts.Select(
                    (_, part) =>
                        new NameTag(
                            names[part],
                            ticks.Place((stacks[part][^1].From + stacks[part][^1].To) / 2.0, bottom, top),
                            Palette.Part(part),
                            null
                        )
                ),
            ],
            right - ((slot - width) / 2.0) + 1.0,
            right + 14.0,
            top - 6.0
        );
        return sheet.Finish(Math.Max(bottom + 18.0, end), Parts.Select(part => part.Tell(Places, Unit)));

        double Middle(int place) => left + ((place + 0.5) * slot);

        // A line of paper keeps neighbours apart, whatever their colours; a part too thin for that keeps its height.
        double Gapped(double from, double to)
        {
            var (start, end) = (ticks.Place(from, bottom, top), ticks.Place(to, bottom, top));
            return from == 0.0 || Math.Abs(start - end) < 3.0 ? start : start + (start > end ? -1.0 : 1.0);
        }
    }

    private Segment Stacked(int part, int place)
    {
        var value = Parts[part].Values[place];
        var below = Parts.Take(part).Select(other => other.Values[place]).Where(other => other < 0.0 == value < 0.0).Sum();
        return new Segment(below, below + value);
    }

    /// <summary>Where a part starts and ends on its column.</summary>
    private sealed record Segment(double From, double To);
}
