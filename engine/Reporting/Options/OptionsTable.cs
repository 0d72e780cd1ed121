using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>All options side by side, as every medium shows them.</summary>
/// <param name="Baseline">The baseline's name to print.</param>
/// <param name="Years">Names of the years.</param>
/// <param name="PriceBase">Price base of money, as the tidy files write it.</param>
/// <param name="IsDrawn">Whether money is told as means over draws, with ranges as far as they may be told.</param>
/// <param name="Draws">How many draws there are, in few words; that values are central where nothing was drawn.</param>
/// <param name="LeftOut">That draws are left out; empty where none is.</param>
/// <param name="Lines">The options, the baseline first; those that are the same on one line.</param>
public sealed record OptionsTable(
    string Baseline,
    ImmutableArray<string> Years,
    string PriceBase,
    bool IsDrawn,
    string Draws,
    string LeftOut,
    ImmutableArray<OptionLine> Lines
)
{
    /// <summary>What it costs to go on as today; null where the baseline ran alone.</summary>
    public required CostOfInaction? Inaction { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="request">What was run; the grades of options among it.</param>
    public static OptionsTable Of(EvidenceRequest request) => Of(new AnswerReader(request), request);

    /// <summary>Works it out of what is being read already.</summary>
    internal static OptionsTable Of(AnswerReader reader, EvidenceRequest request)
    {
        var lines = new OptionLineReader(reader, request);
        return new OptionsTable(
            reader.TitleOf(reader.Scenario.Baseline),
            reader.Years,
            reader.Headline.PriceBase,
            reader.Headlined is not null,
            reader.Counted,
            reader.LeftOut,
            [.. Sameness.Groups(request.Answers, reader.Draws).Select(lines.Read)]
        )
        {
            Inaction = CostOfInaction.Of(request.Answers, reader.Made),
        };
    }

    /// <summary>The years covered, in words.</summary>
    public string Span => Years.Length == 1 ? "1 year" : $"{Years.Length} years";

    /// <summary>How money is priced, in words.</summary>
    public string Pricing => PriceBase == Headline.Nominal ? "cash, not adjusted for prices" : $"{PriceBase} prices";

    private string Pound =>
        $" Benefit for £1 is {(IsDrawn ? "the mean of benefits over the mean of costs" : "of the run with central values")}, of present values as in the appraisal{(IsDrawn ? "; next to nothing is a cost of less than a hundredth of the benefits, in so many of the simulations" : "")}.";

    /// <summary>What has to be known to read it.</summary>
    public string Note =>
        (
            IsDrawn
                ? $"Money, people and life years are means over the simulations ({Draws}); the likely range leaves out one simulation in ten at either end."
                : "Central values: draws give their range."
        )
        + " More or less is against "
        + Baseline
        + ". Helped counts contacts of discretionary services. A service is cut where it meets ten points less of what is asked of it than under "
        + Baseline
        + " in the same year, or, discretionary, has a tenth less budget, with central values."
        + (Lines.Any(line => line.ForOnePound is not null) ? Pound : "")
        + " Cheapest is chosen among options that turn away no more people and lose no life."
        + LeftOut;
}
