namespace SystemSim.Reporting;

/// <summary>The way from one option to another, step by step: the first stands at zero, and the steps add up to the whole
/// difference.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="From">Name of the option from which the way starts.</param>
/// <param name="Steps">The steps.</param>
/// <param name="To">Name of the option to which it leads.</param>
/// <param name="Unit">What the differences count.</param>
public sealed record WaterfallChart(ChartFrame Frame, string From, ImmutableArray<WaterfallStep> Steps, string To, ChartUnit Unit)
{
    /// <summary>Lays it out.</summary>
    public Picture Draw()
    {
        var after = new double[Steps.Length + 1];
        for (var step = 0; step < Steps.Length; step++)
        {
            after[step + 1] = after[step] + Steps[step].Value;
        }

        var rows = new RowSheet(Frame, Unit, after);
        var above = rows.Row(From, "start", isBold: true);
        Stand(rows, above, 0.0);
        var (sheet, bottom) = (rows.Sheet, above + RowSheet.Bar);
        for (var step = 0; step < Steps.Length; step++)
        {
            var (name, value) = Steps[step];
            var top = rows.Row(name, Unit.Against(value));
            Join(rows, after[step], bottom, top);
            sheet.Block(rows.X(after[step]), top, rows.X(after[step + 1]), top + RowSheet.Bar, value > 0.0 ? Palette.More : Palette.Less);
            bottom = top + RowSheet.Bar;
        }

        var end = rows.Row(To, Unit.Against(after[^1]), isBold: true);
        Join(rows, after[^1], bottom, end);
        sheet.Block(rows.X(0.0), end, rows.X(after[^1]), end + RowSheet.Bar, new Ink(Palette.Parts[0]));
        Stand(rows, end, after[^1]);
        return rows.Finish(
            [
                $"From {From} to {To}:",
                .. Steps.Select(step => $"{step.Name} {Unit.Against(step.Value)};"),
                $"together {Unit.Against(after[^1])}.",
            ],
            ("less is spent", "more is spent")
        );
    }

    /// <summary>Leads from one bar to the next; between them are letters, and there is no line.</summary>
    private static void Join(RowSheet rows, double value, double bottom, double top)
    {
        rows.Sheet.Rule(rows.X(value), bottom, rows.X(value), bottom + RowSheet.BarEnd, Palette.Quiet, 0.75);
        rows.Sheet.Rule(rows.X(value), top - RowSheet.BarEnd, rows.X(value), top, Palette.Quiet, 0.75);
    }

    private static void Stand(RowSheet rows, double top, double value) =>
        rows.Sheet.Rule(rows.X(value), top, rows.X(value), top + RowSheet.Bar, Palette.Text, 3.0);
}
