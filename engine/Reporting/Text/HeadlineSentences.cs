using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What an option comes to against the baseline, in two plain sentences: whichever way it goes.</summary>
internal static class HeadlineSentences
{
    /// <summary>The sentences.</summary>
    /// <param name="view">What is shown.</param>
    /// <param name="option">An option other than the baseline.</param>
    public static IEnumerable<string> Of(HeadlineView view, OptionHeadline option)
    {
        yield return Spending(view, option);
        yield return $"  {Gains(view, option)}";
    }

    private static string Spending(HeadlineView view, OptionHeadline option)
    {
        var baseline = view.Headline.Baseline;
        var exactly = option.SpendInAll - baseline.SpendInAll;
        var scale = view.SpendScale;
        var units = scale.Round(option.SpendInAll) - scale.Round(baseline.SpendInAll);
        if (units == 0 && exactly != 0.0)
        {
            // Too little for the table to show: said all the same.
            scale = MoneyScale.For(exactly);
            units = scale.Round(exactly);
        }

        var where = $"is spent on services over {view.AllYears}";
        return units == 0
            ? $"{HeadlineView.NameOf(option)}: as much {where}."
            : $"{HeadlineView.NameOf(option)}: {scale.Words(units)}{Share(exactly, baseline.SpendInAll)} {(units > 0 ? "more" : "less")} {where}.";
    }

    private static string Share(double difference, double whole) =>
        whole > 0.0 ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Abs(difference) / whole * 100.0:0.0}%)") : "";

    private static string Gains(HeadlineView view, OptionHeadline option)
    {
        var scale = view.ScaleOf(account => account.Gain);
        var told = option.Accounts.Zip(LargestRemainder.Round([.. option.Accounts.Select(account => account.Gain ?? 0.0)], scale.Unit))
            .Where(gain => gain.Second != 0)
            .OrderByDescending(gain => gain.Second)
            .Select(gain => $"{gain.First.Title} {(gain.Second > 0 ? "gains" : "loses")} {scale.Words(gain.Second)}")
            .ToArray();
        return told.Length == 0 ? $"By {view.LastYear} nobody has gained or lost." : $"By {view.LastYear} {string.Join("; ", told)}.";
    }
}
