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
        var units = scale.Round(exactly);
        var where = $"is spent on services over {view.AllYears}";
        return units == 0 && scale.IsNothing(exactly)
            ? $"{HeadlineView.NameOf(option)}: as much {where}."
            : $"{HeadlineView.NameOf(option)}: {scale.Words(units, exactly)}{Share(exactly, baseline.SpendInAll)} {(exactly > 0.0 ? "more" : "less")} {where}.";
    }

    private static string Share(double difference, double whole) =>
        whole > 0.0 ? $" ({Amount.Percent(Math.Abs(difference) / whole, "0.0")})" : "";

    private static string Gains(HeadlineView view, OptionHeadline option)
    {
        var scale = view.ScaleOf(account => account.Gain);
        var told = option.Accounts.Zip(LargestRemainder.Round([.. option.Accounts.Select(account => account.Gain ?? 0.0)], scale.Unit))
            .Select(gain => (gain.First.Title, Units: gain.Second, Exactly: gain.First.Gain ?? 0.0))
            .Where(gain => !scale.IsNothing(gain.Exactly))
            .OrderByDescending(gain => gain.Exactly)
            .Select(gain => $"{gain.Title} {(gain.Exactly > 0.0 ? "gains" : "loses")} {scale.Words(gain.Units, gain.Exactly)}")
            .ToArray();
        return told.Length == 0 ? $"By {view.LastYear} nobody has gained or lost." : $"By {view.LastYear} {string.Join("; ", told)}.";
    }
}
