using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Whether, when and how surely an option that spends more at first breaks even, as draws tell.</summary>
/// <remarks>
/// An option breaks even by a year if, at the end of that year and of every year after it, no more has been spent to date than in the
/// baseline. Nothing is discounted: discounted payback is of the appraisal.
/// </remarks>
internal sealed class BreakEven
{
    private static readonly string[] Nothing = ["central", "mean", "p5", "p95"];

    private readonly AnswerReader reader;

    private BreakEven(AnswerReader reader, OptionId option)
    {
        this.reader = reader;
        Option = option;
    }

    /// <summary>What draws tell of an option; null where nothing was drawn.</summary>
    public static BreakEven? Of(AnswerReader reader, OptionId option) =>
        reader.OfDraws(option, "breaks_even", 0, "mean") is null ? null : new BreakEven(reader, option);

    /// <summary>The option.</summary>
    public OptionId Option { get; }

    /// <summary>Row of the year by which it breaks even with central values: 0 where it never spends more to date; null where it never
    /// breaks even.</summary>
    public int? Year =>
        Enumerable
            .Range(0, reader.Years.Length)
            .Where(year => Central("breaks_even", year) > 0.0)
            .Select(year => (int?)year)
            .FirstOrDefault();

    /// <summary>Share of draws in which no more has been spent to date in any year.</summary>
    public Cited NeverMore => By(0);

    /// <summary>Share of draws in which it breaks even in the end.</summary>
    public Cited InTheEnd => By(Last);

    /// <summary>Share of draws in which it does not.</summary>
    public Cited Never => reader.OfDraws(Option, "never_breaks_even", Last, "mean")!;

    /// <summary>Whether nearly no draw spends more or less to date at the end of any year.</summary>
    public bool IsNothing =>
        Enumerable.Range(0, reader.Years.Length).All(year => Nothing.All(statistic => Amount.IsNothing(ToDate(year, statistic).Value)));

    private int Last => reader.Years.Length - 1;

    /// <summary>Share of draws in which it breaks even by a year.</summary>
    public Cited By(int year) => reader.OfDraws(Option, "breaks_even", year, "mean")!;

    /// <summary>What has been spent more in the end.</summary>
    public Cited ToDate(string statistic) => ToDate(Last, statistic);

    /// <summary>What has been spent more up to a year.</summary>
    public Cited ToDate(int year, string statistic) => reader.OfDraws(Option, "spend_to_date", year, statistic)!;

    /// <summary>The finding, ten words at most.</summary>
    public string Title() => Year switch
    {
        _ when IsNothing => $"No more and no less after {reader.Span}",
        _ when NeverMore.Value >= 1.0 => "In no simulation is more spent to date",
        _ when InTheEnd.Value <= 0.0 => $"Breaks even in no simulation within {reader.Span}",
        _ when Never.Value >= 0.5 => $"Never breaks even {Figures.Chance(Never.Value)}",
        null => $"Breaks even by {reader.Years[^1]} {Figures.Chance(InTheEnd.Value)}",
        0 => $"Never more to date {Figures.Chance(NeverMore.Value)}",
        { } year => $"Breaks even by {reader.Years[year]} {Figures.Chance(By(year).Value)}",
    };

    /// <summary>The same in full.</summary>
    public Prose Sentence()
    {
        var last = reader.Years[^1];
        var prose = Prose.Of($"At central values {reader.Quoted(Option)} {(Year switch
        {
            null => $"never breaks even within {reader.Span}",
            0 => "has spent no more to date at the end of any year",
            { } year => $"breaks even by {reader.Years[year]}",
        })}. Of the simulations it breaks even "
        );
        prose =
            Year is > 0 and { } known && known < Last
                ? prose.Then("by then ").Then(Figures.Chance(By(known))).Then($", by {last} ")
                : prose.Then($"by {last} ");
        return prose
            .Then(Figures.Chance(InTheEnd))
            .Then(" and never ")
            .Then(Figures.Chance(Never))
            .Then("; ")
            .Then(Figures.Chance(NeverMore))
            .Then(" it has spent no more to date at the end of any year.");
    }

    private double Central(string measure, int year) => reader.OfDraws(Option, measure, year, "central")!.Value;
}
