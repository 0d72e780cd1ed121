using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Acceptability as text: how likely each option is to be the best, at each willingness to pay.</summary>
public static class AcceptabilityText
{
    /// <summary>Writes the curves.</summary>
    /// <param name="found">The draws.</param>
    /// <param name="curves">What is counted of them.</param>
    public static ImmutableArray<TextLine> Write(CostEffects found, Acceptability curves)
    {
        var table = new TextTable(labels: 2, ["worth of a unit", "best on average", .. curves.Names]);
        for (var row = 0; row < curves.WillingnessToPay.Length; row++)
        {
            table.Add(
            [
                string.Create(CultureInfo.InvariantCulture, $"£{curves.WillingnessToPay[row]:#,##0.##}"),
                curves.Names[curves.Best[row]],
                .. curves.Chances.Select(option => Amount.PercentCell(option[row])),
            ]);
        }

        return
        [
            .. FrontierText.Heading(found),
            TextLine.Empty,
            .. table.Write(HeadlineText.Width),
            TextLine.Empty,
            new("Share of draws in which no option has more net benefit: worth of its effect less its cost."),
        ];
    }
}
