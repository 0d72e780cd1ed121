namespace SystemSim.Reporting;

/// <summary>Which uncertain numbers matter most: each from its low to its high value, all others at central values; the widest
/// first.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Central">The result with central values.</param>
/// <param name="Rows">The numbers, in any order.</param>
/// <param name="Unit">What the result counts.</param>
public sealed record TornadoChart(ChartFrame Frame, double Central, ImmutableArray<TornadoRow> Rows, ChartUnit Unit)
{
    /// <summary>Lays it out.</summary>
    public Picture Draw()
    {
        var ordered = Rows.OrderByDescending(row => row.Swing).ToImmutableArray();
        var rows = new RowSheet(Frame, Unit, ordered.SelectMany(row => new[] { row.EffectAtLow, row.EffectAtHigh }).Append(Central));
        foreach (var row in ordered)
        {
            var top = rows.Row(row.Quantity, $"{row.Low} to {row.High}: {Unit.Write(row.EffectAtLow)} to {Unit.Write(row.EffectAtHigh)}");
            rows.Sheet.Block(rows.X(Central), top, rows.X(row.EffectAtLow), top + RowSheet.Bar, Palette.Part(1));
            rows.Sheet.Block(rows.X(Central), top, rows.X(row.EffectAtHigh), top + RowSheet.Bar, Palette.Part(2));
            rows.Sheet.Rule(
                rows.X(Central),
                top - RowSheet.BarEnd,
                rows.X(Central),
                top + RowSheet.Bar + RowSheet.BarEnd,
                Palette.Text,
                2.0
            );
        }

        return rows.Finish(
            [
                $"With central values {Unit.Write(Central)}.",
                .. ordered.Select(row =>
                    $"{row.Quantity}: at {row.Low} {Unit.Write(row.EffectAtLow)}, at {row.High} {Unit.Write(row.EffectAtHigh)}."
                ),
            ],
            ("less is spent", "more is spent")
        );
    }
}
