using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>One option of one scenario on one line: what it costs more or less than the baseline, who gains, who loses, and when it breaks
/// even.</summary>
/// <remarks><b>Units.</b> GBP in the price base of the headline, over all years.</remarks>
public sealed record OverviewLine
{
    // What is less than half a penny is nothing.
    private const double HalfPenny = 0.005;

    /// <summary>The option.</summary>
    public required OptionHeadline Option { get; init; }

    /// <summary>Spending of all accounts, less that of the baseline, with central values.</summary>
    public required double Difference { get; init; }

    /// <summary>Its mean over draws; null where there is no range.</summary>
    public required double? Mean { get; init; }

    /// <summary>What is told first: the mean over draws, or the difference with central values where there is none.</summary>
    public double Told => Mean ?? Difference;

    /// <summary>The 10th and 90th percentile of the difference; null without draws, and where too many of them are left out for a
    /// headline.</summary>
    public required (double Low, double High)? Range { get; init; }

    /// <summary>The account whose position gains most; null where none gains.</summary>
    public required AccountHeadline? GainsMost { get; init; }

    /// <summary>The account whose position loses most; null where none loses.</summary>
    public required AccountHeadline? LosesMost { get; init; }

    /// <summary>Whether at the end of any year more has been spent than in the baseline.</summary>
    public required bool HasToBreakEven { get; init; }

    /// <summary>The first year from which on no more has been spent than in the baseline; null where the run ends before that.</summary>
    public required FinancialYear? BreaksEvenIn { get; init; }

    /// <summary>The lines of a scenario: its options other than the baseline, in order; none of a starter model.</summary>
    /// <param name="headline">What the scenario comes to with central values.</param>
    /// <param name="draws">What it comes to over draws; null for none.</param>
    public static ImmutableArray<OverviewLine> Of(Headline headline, DrawAnswers? draws) =>
        [.. headline.Others.Where(_ => headline.Stamp is null).Select(option => Of(headline, option, draws))];

    private static OverviewLine Of(Headline headline, OptionHeadline option, DrawAnswers? draws)
    {
        var toDate = new double[headline.Horizon.Years];
        for (var year = 0; year < toDate.Length; year++)
        {
            toDate[year] = (year > 0 ? toDate[year - 1] : 0.0) + option.SpendIn(year) - headline.Baseline.SpendIn(year);
        }

        var lastAbove = Array.FindLastIndex(toDate, amount => amount > HalfPenny);
        var most = option.Accounts.MaxBy(account => account.Gain ?? 0.0)!;
        var least = option.Accounts.MinBy(account => account.Gain ?? 0.0)!;
        var drawn = Drawn(option.Option, draws);
        return new OverviewLine
        {
            Option = option,
            Difference = toDate[^1],
            Mean = drawn?.Mean,
            Range = drawn is null ? null : (drawn.At(10), drawn.At(90)),
            GainsMost = most.Gain > HalfPenny ? most : null,
            LosesMost = least.Gain < -HalfPenny ? least : null,
            HasToBreakEven = lastAbove >= 0,
            BreaksEvenIn = lastAbove == toDate.Length - 1 ? null : headline.Horizon.YearAt(lastAbove + 1),
        };
    }

    /// <summary>The difference over draws; null without, and where too many of them are left out for a headline.</summary>
    private static OutcomeSummary? Drawn(OptionId option, DrawAnswers? draws) =>
        draws is { Count.Telling: DrawTelling.All }
        && draws.Find(OutcomeKind.Whole, about =>
            about is { Measure: "spend", Organisation: "", Against.Length: > 0 } && about.Option == option.Name
        )
            is { } row
            ? draws.Summaries[row]
            : null;
}
