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
    public static IEnumerable<TextLine> Heading(SensitivityOf of)
    {
        yield return new TextLine(TextTable.Cut(of.Title, HeadlineText.Width), isHeading: true);
        yield return new TextLine(TextTable.Cut(of.Words, HeadlineText.Width));
        yield return new TextLine(TextTable.Cut($"{WaterfallText.Pricing(of.PriceBase)}{of.Measure.Meaning}", HeadlineText.Width));
        foreach (var line in WaterfallText.Discounting(of.Discounting))
        {
            yield return line;
        }
    }

    /// <summary>How finely amounts are told.</summary>
    public static MoneyScale Scale(SensitivityOf of, IEnumerable<double> amounts) =>
        WaterfallText.ScaleOf(of.Measure, amounts.Select(Math.Abs).DefaultIfEmpty().Max());

    /// <summary>An amount in a sentence.</summary>
    public static string Amount(MoneyScale scale, double amount)
    {
        var units = scale.Round(amount);
        // What is not money has its unit for a symbol, and nothing to put before it.
        return scale.Symbol.StartsWith('£')
            ? $"{(units < 0 ? "-" : "")}{scale.Words(units)}"
            : string.Join(' ', new[] { $"{(units < 0 ? "-" : "")}{scale.Cell(Math.Abs(units)).Trim()}", scale.Symbol }.Where(part => part.Length > 0));
    }

    /// <summary>An amount in a table; a dash for none.</summary>
    public static string Cell(MoneyScale scale, double? amount) => amount is { } known ? scale.Cell(scale.Round(known)) : "- ";

    /// <summary>The value of an uncertain number.</summary>
    public static string Digits(double value) => value.ToString(Math.Abs(value) >= 1_000.0 ? "N0" : "G4", CultureInfo.InvariantCulture);
}
