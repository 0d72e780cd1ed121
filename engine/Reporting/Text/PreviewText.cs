using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What would be drawn, as a table: each number in theory and in some draws.</summary>
public static class PreviewText
{
    private const int Width = 130;

    /// <summary>Writes it.</summary>
    public static ImmutableArray<TextLine> Write(DrawPreview preview)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        lines.Add(
            new TextLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{preview.Numbers.Length} uncertain numbers, {preview.Draws:N0} draws with seed {preview.Seed}; values in base units (shares of 1, years, a year)"
                ),
                isHeading: true
            )
        );
        lines.AddRange(ChanceText.InDraws(preview.Drawing));
        if (!preview.Numbers.IsEmpty)
        {
            var table = new TextTable(labels: 2, "number", "", "central", "mean", "sd", "p5", "p50", "p95");
            foreach (var number in preview.Numbers)
            {
                Add(table, number.Name, "theory", Digits(number.Central), number.Theory);
                Add(table, "", "drawn", "", number.Sampled);
            }

            lines.AddRange(table.Write(Width));
        }

        if (preview.Count.LeftOut > 0)
        {
            lines.AddRange(LeftOutText.Lines(preview.Count, preview.Stopped));
        }

        return lines.ToImmutable();
    }

    private static void Add(TextTable table, string name, string what, string central, Moments? moments) =>
        table.Add(
            name,
            what,
            central,
            Digits(moments?.Mean),
            Digits(moments?.Deviation),
            Digits(moments?.P5),
            Digits(moments?.P50),
            Digits(moments?.P95)
        );

    private static string Digits(double? value) => value is { } number ? number.ToString("G6", CultureInfo.InvariantCulture) : "-";
}
