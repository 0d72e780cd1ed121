using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>The assumptions log in words and columns: the same on the page, in the workbook and in <c>assumptions.csv</c>.</summary>
public static class AssumptionsText
{
    /// <summary>What counts as weak, and how much of the answer rests on it.</summary>
    public static ImmutableArray<string> Summary(AssumptionsLog log)
    {
        var uncertain = log.Uncertain.ToArray();
        return
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{log.Entries.Length:N0} numbers, of which {uncertain.Length:N0} are uncertain and {log.Entries.Count(entry => entry.IsWeak):N0} weak ({uncertain.Count(entry => entry.IsWeak):N0} are both). Weak: assumed, without a source, or with evidence graded D or E."
            ),
            log.WeakShare is { } share
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Amount.Percent(share)} of the answer rests on weak numbers: their part of all swings, a swing being how far the headline moves when one number goes from the low to the high end of its range. The headline is {log.Headline}. A further {Amount.Percent(log.UngradedShare ?? 0.0)} rests on numbers nobody has graded."
                )
                : "How much of the answer rests on weak numbers was not measured in this run: with --draws each number is also moved by itself, and systemsim sensitivity does so for any answer.",
            "A range without a stated chance or a shape with ends holds its number with a chance of 80%. Values stand in base units: a share of 3% is 0.03.",
        ];
    }

    /// <summary>The columns, each with what it holds of an entry: text, a number, or null where there is nothing.</summary>
    public static ImmutableArray<AssumptionColumn> Columns { get; } =
    [
        new("name", "Number", 0, entry => entry.Quantity.Name),
        new("value", "Value", 0, entry => entry.Quantity.Value),
        new("low", "Low", 0, entry => entry.Low),
        new("high", "High", 0, entry => entry.High),
        new("interval", "Chance of range, where stated", 0, entry => entry.Quantity.Spread?.Interval),
        new("unit", "Unit", 0, entry => entry.Quantity.Unit),
        new("flag", "Flag", 0, entry => FlagOf(entry.Standing)),
        new("grade", "Grade", 0, entry => entry.Grade),
        new("source", "Source", 50, entry => entry.Source?.Title ?? (entry.Quantity.IsAssumption ? "assumption" : null)),
        new("date", "Date", 0, entry => entry.Source?.Year is { } year ? (double)year : null),
        new("owner", "Owner", 30, entry => entry.Source?.Owner),
        new("effect_at_low", "Answer at low", 0, entry => entry.Effect?.AtLow) { IsEffect = true },
        new("effect_at_high", "Answer at high", 0, entry => entry.Effect?.AtHigh) { IsEffect = true },
        new("swing", "Swing", 0, entry => entry.Effect?.Swing) { IsEffect = true },
        new("note", "Note", 50, entry => entry.Quantity.Note ?? entry.Source?.Note),
        new("url", "Address", 40, entry => entry.Source?.Url),
    ];

    /// <summary>A standing as one word or a few.</summary>
    public static string FlagOf(EvidenceStanding standing) => standing switch
    {
        EvidenceStanding.Evidence => "none",
        EvidenceStanding.Ungraded => "ungraded",
        EvidenceStanding.Weak => "weak evidence",
        EvidenceStanding.Assumed => "assumed",
        EvidenceStanding.NoSource => "no source",
    };
}
