using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>The value of information as text for one screen: what it would be worth to know before choosing.</summary>
public static class InformationText
{
    private const int MostRows = 20;

    /// <summary>Writes the value of information.</summary>
    public static ImmutableArray<TextLine> Write(Information found)
    {
        var scale = MoneyScale.For(
            Math.Max(found.Perfect.Value, found.Quantities.Select(quantity => quantity.Value).DefaultIfEmpty().Max())
        );
        ImmutableArray<(string Quantity, double Value)> above =
        [
            .. found.Quantities.Where(quantity => quantity.Value > found.Noise && quantity.Value > 0.0),
        ];
        var table = new TextTable(labels: 1, "uncertain number", $"{scale.Symbol} ");
        foreach (var (quantity, value) in above.Take(MostRows))
        {
            table.Add(quantity, SensitivityLines.Cell(scale, value));
        }

        return
        [
            .. FrontierText.Heading(found.Draws),
            TextLine.Empty,
            .. Options(found),
            TextLine.Empty,
            new(
                $"To know every number before choosing is worth {SensitivityLines.Amount(scale, found.Perfect.Value)} (error {SensitivityLines.Amount(scale, found.Perfect.Error)})."
            ),
            .. above.IsEmpty
                ? [new TextLine("No number by itself is worth more to know than noise.")]
                : table.Write(SensitivityLines.Width),
            TextLine.Empty,
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Quantities.Length} uncertain numbers, each as if it alone could be known; by chance the method finds up to {SensitivityLines.Amount(scale, found.Noise)}."
                )
            ),
            .. above.Length > MostRows
                ? [new TextLine(string.Create(CultureInfo.InvariantCulture, $"{above.Length - MostRows} smaller ones are in --json."))]
                : Array.Empty<TextLine>(),
        ];
    }

    private static ImmutableArray<TextLine> Options(Information found)
    {
        var scale = MoneyScale.For(found.Means.Max(Math.Abs));
        var table = new TextTable(labels: 2, "option", "", $"mean net benefit, {scale.Symbol} ");
        for (var option = 0; option < found.Means.Length; option++)
        {
            table.Add(
                found.Draws.Options[option].Name,
                option == found.Best ? "best on average" : "",
                SensitivityLines.Cell(scale, found.Means[option])
            );
        }

        return table.Write(HeadlineText.Width);
    }
}
