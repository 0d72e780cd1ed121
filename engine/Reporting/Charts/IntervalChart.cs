namespace SystemSim.Reporting;

/// <summary>Differences side by side, each with its range about it.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Rows">The differences.</param>
/// <param name="Unit">What they count.</param>
public sealed record IntervalChart(ChartFrame Frame, ImmutableArray<IntervalRow> Rows, ChartUnit Unit)
{
    /// <summary>What lies to the left and to the right of nothing.</summary>
    public (string Low, string High) Directions { get; init; } = ("less is spent", "more is spent");

    /// <summary>Lays it out.</summary>
    public Picture Draw()
    {
        var rows = new RowSheet(
            Frame,
            Unit,
            Rows.Where(row => !row.IsApart).SelectMany(row => new[] { row.Value, row.Low ?? 0.0, row.High ?? 0.0, row.Central ?? 0.0 })
        );
        foreach (var row in Rows)
        {
            var top = rows.Row(
                row.Name,
                row is { Low: { } from, High: { } to } ? Ranged(from, to) : Unit.Against(row.Value),
                below: row.IsApart
                    ? $"{Unit.Against(row.Value)}{(row.Low is null ? "" : " on average")}: too far out for this scale"
                    : row.Beside
            );
            if (row.IsApart)
            {
                continue;
            }

            var middle = top + (RowSheet.Bar / 2.0);
            var ink = row.Value > 0.0 ? Palette.More : Palette.Less;
            if (row is { Low: { } low, High: { } high })
            {
                rows.Sheet.Block(rows.X(low), top + 3.0, rows.X(high), top + RowSheet.Bar - 3.0, new Ink(Palette.Quiet, Opacity: 0.35));
                rows.Sheet.Add(Diamond(rows.X(row.Value), middle, ink));
                if (row.Central is { } central && Math.Abs(rows.X(central) - rows.X(row.Value)) > Apart)
                {
                    rows.Sheet.Add(Diamond(rows.X(central), middle, new Ink(Palette.Quiet)));
                    rows.Sheet.Add(Diamond(rows.X(central), middle, new Ink(Palette.Paper), Inner));
                }
            }
            else if (row.Value != 0.0)
            {
                rows.Sheet.Block(rows.X(0.0), top, rows.X(row.Value), top + RowSheet.Bar, ink);
            }
            else
            {
                rows.Sheet.Add(Diamond(rows.X(0.0), middle, new Ink(Palette.Quiet)));
            }
        }

        return rows.Finish(Rows.Select(Tell), Directions);
    }

    // A mark that lies on another tells nothing.
    private const double Apart = 7.0;
    private const double Inner = 0.6;

    private static Mark.Area Diamond(double x, double y, Ink ink, double size = 1.0) =>
        new(
            [
                new Point(x - (6.0 * size), y),
                new Point(x, y - (7.5 * size)),
                new Point(x + (6.0 * size), y),
                new Point(x, y + (7.5 * size)),
            ],
            ink with
            {
                Texture = Texture.Plain,
            }
        );

    /// <summary>A range, with what lies on either side of nothing where it holds both.</summary>
    private string Ranged(double low, double high)
    {
        var (none, least, most) = (Unit.Against(0.0), Unit.Against(low), Unit.Against(high));
        return least == none && most == none ? none
            : most == none || (least != none && high < 0.0) ? $"{Unit.Write(Math.Abs(high))} to {least}"
            : least == none || low > 0.0 ? $"{Unit.Write(Math.Abs(low))} to {most}"
            : $"{least} to {most}";
    }

    private string Tell(IntervalRow row)
    {
        var range = row is { Low: { } low, High: { } high } ? $" on average; likely range {Ranged(low, high)}" : "";
        var central = row.Central is { } value ? $"; with central values {Unit.Against(value)}" : "";
        return $"{row.Name}: {Unit.Against(row.Value)}{range}{central}.{(row.Beside.Length > 0 ? $" {row.Beside}." : "")}";
    }
}
