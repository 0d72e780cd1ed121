using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A two-way grid as text: one number down, the other along.</summary>
public static class GridText
{
    /// <summary>Writes a grid.</summary>
    public static ImmutableArray<TextLine> Write(SensitivityGrid grid)
    {
        var scale = SensitivityLines.Scale(grid.Of, grid.Numbers.SelectMany(row => row).OfType<double>());
        var table = new TextTable(labels: 0, ["", .. grid.AlongValues.Select(value => $"{SensitivityLines.Digits(value)} ")]);
        for (var row = 0; row < grid.DownValues.Length; row++)
        {
            table.Add([
                SensitivityLines.Digits(grid.DownValues[row]),
                .. grid.Numbers[row].Select(number => SensitivityLines.Cell(scale, number)),
            ]);
        }

        return
        [
            .. SensitivityLines.Heading(grid.Of),
            .. FoldedText.Of($"{(scale.Symbol.Length > 0 ? scale.Symbol : "Value")}; down: {grid.Down}; along: {grid.Along}"),
            TextLine.Empty,
            .. table.Write(HeadlineText.Width),
            TextLine.Empty,
            .. grid.Stopped is { } reason ? FoldedText.Of($"A dash: the run is stopped, {reason}.") : [],
            new(
                "From the 10th to the 90th percentile, or a fifth to either side of a number that is not uncertain; the middle is central."
            ),
        ];
    }
}
