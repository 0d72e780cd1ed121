using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Sobol indices as text for one screen: what the spread of a number is due to.</summary>
public static class SobolText
{
    private const int MostRows = 25;

    /// <summary>Writes the indices.</summary>
    public static ImmutableArray<TextLine> Write(SobolIndices found)
    {
        var scale = SensitivityLines.Scale(found.Of, [found.Mean, found.Deviation]);
        var acting = found.Indices.Where(index => index.Total.Value != 0.0).ToImmutableArray();
        var table = new TextTable(labels: 1, "uncertain number", "by itself", "error", "with all others", "error");
        foreach (var index in acting.Take(MostRows))
        {
            table.Add(
                Name(index),
                Percent(index.First.Value),
                Percent(index.First.Error),
                Percent(index.Total.Value),
                Percent(index.Total.Error)
            );
        }

        return
        [
            .. SensitivityLines.Heading(found.Of),
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Mean {SensitivityLines.Amount(scale, found.Mean)}, standard deviation {SensitivityLines.Amount(scale, found.Deviation)}; 2 x {found.Draws:N0} draws and their mixtures, seed {found.Seed}"
                )
            ),
            TextLine.Empty,
            .. acting.IsEmpty ? [] : table.Write(SensitivityLines.Width),
            .. acting.IsEmpty ? Array.Empty<TextLine>() : [TextLine.Empty],
            .. LeftOutText.Lines(found.Count, []),
            .. found.Indices.IsEmpty
                ? [new TextLine(SensitivityLines.NothingUncertain)]
                : (TextLine[])
                    [
                        new("Shares of the variance: by itself (first order), and with all that it does together with others (total)."),
                        new(Rest(found, acting)),
                    ],
        ];
    }

    private static string Name(SobolIndex index) =>
        index.Names.Length == 1
            ? index.Names[0]
            : string.Create(CultureInfo.InvariantCulture, $"{index.Names[0]} and {index.Names.Length - 1} drawn with it");

    private static string Percent(double share) => Amount.PercentCell(share);

    private static string Rest(SobolIndices found, ImmutableArray<SobolIndex> acting)
    {
        var hidden =
            acting.Length > MostRows
                ? string.Create(CultureInfo.InvariantCulture, $"; {acting.Length - MostRows} smaller ones are in --json")
                : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Uncertain numbers, or groups drawn together: {found.Indices.Length}{hidden}; {found.Indices.Length - acting.Length} change nothing of this."
        );
    }
}
