using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What the texts of all studies of uncertain numbers have in common.</summary>
internal static class SensitivityLines
{
    /// <summary>The widest table, in characters: paths of numbers are long, and their ends tell them apart.</summary>
    public const int Width = 130;

    /// <summary>What is said where there is nothing to look at.</summary>
    public const string NothingUncertain = "No number of the scenario is uncertain: give some of them a low and a high.";

    /// <summary>What a study is about.</summary>
    public static IEnumerable<TextLine> Heading(SensitivityOf of) =>
    [
        .. FoldedText.Of(of.Title, isHeading: true),
        .. FoldedText.Of(of.Words),
        .. FoldedText.Of($"{WaterfallText.Pricing(of.PriceBase)}{of.Measure.Meaning}"),
        .. WaterfallText.Discounting(of.Discounting),
    ];

    /// <summary>How finely amounts are told.</summary>
    public static MoneyScale Scale(SensitivityOf of, IEnumerable<double> amounts) =>
        WaterfallText.ScaleOf(of.Measure, amounts.Select(Math.Abs).DefaultIfEmpty().Max());

    /// <summary>An amount in a sentence.</summary>
    public static string Amount(MoneyScale scale, double amount)
    {
        var units = scale.Round(amount);
        var sign = amount < 0.0 && !scale.IsNothing(amount) ? "-" : "";
        // What is not money has its unit for a symbol, and nothing to put before it.
        return scale.Symbol.StartsWith('£')
            ? $"{sign}{scale.Words(units, amount)}"
            : string.Join(
                ' ',
                new[]
                {
                    $"{sign}{(units == 0 ? Reporting.Amount.Count(amount) : scale.CellOf(Math.Abs(amount)).Trim())}",
                    scale.Symbol,
                }.Where(part => part.Length > 0)
            );
    }

    /// <summary>An amount in a table; a dash for none.</summary>
    public static string Cell(MoneyScale scale, double? amount) => amount is { } known ? scale.CellOf(known) : "- ";

    /// <summary>The value of an uncertain number.</summary>
    public static string Digits(double value) => value.ToString(Math.Abs(value) >= 1_000.0 ? "N0" : "G4", CultureInfo.InvariantCulture);
}
