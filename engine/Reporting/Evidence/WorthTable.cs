using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What each option is worth against the baseline where the scenario says how it is appraised: with draws, in how many of them it
/// is worth it.</summary>
internal sealed class WorthTable(AnswerReader reader)
{
    // What moves by less moves nothing.
    private const double HalfAPenny = 0.005;

    private static readonly ImmutableArray<(string Measure, string Says)> Measures =
    [
        .. from bias in new[] { (Suffix: "", Says: ""), (Suffix: "_after_bias", Says: ", after optimism bias") }
        from line in new[]
        {
            ("net_present_value_fiscal", "Fiscal value"),
            ("net_present_value_economic", "Economic value"),
            ("net_present_value_social", "Social value"),
            ("benefit_cost_ratio_fiscal", "Fiscal benefits for each £1"),
            ("benefit_cost_ratio_public", "Public value for each £1"),
        }
        select (line.Item1 + bias.Suffix, line.Item2 + bias.Says),
    ];

    /// <summary>The table; null where the scenario is not appraised.</summary>
    public PageTable? Make()
    {
        if (reader.Scenario.Appraisal is null)
        {
            return null;
        }

        var lines = (
            from option in reader.Others
            from measure in Measures
            where IsTold(option.Id, measure.Measure) && IsThere(option.Id, measure.Measure)
            select (option.Id, measure.Measure, measure.Says)
        ).ToArray();
        if (lines.Length == 0)
        {
            return null;
        }

        var scale = MoneyScale.For(
            lines
                .Where(line => !IsRatio(line.Measure))
                .SelectMany(line => Numbers(line.Id, line.Measure))
                .OfType<Cited>()
                .Select(number => Math.Abs(number.Value))
                .DefaultIfEmpty()
                .Max()
        );
        var drawn = reader.Draws is not null;
        return new PageTable(
            $"What each option is worth over {reader.Span}, {scale.Symbol} of present value in {reader.Scenario.Prices.Base} prices, and ratios",
            ["Option and value", "Central", .. drawn ? ["Mean", "p10", "p90", "Worth it"] : Array.Empty<string>()],
            [
                .. lines.Select(line =>
                    (ImmutableArray<PageCell>)
                        [
                            new PageCell($"{reader.TitleOf(line.Id)}: {line.Says}"),
                            .. Numbers(line.Id, line.Measure).Select(number => Cell(line.Measure, number, scale)),
                            .. drawn ? [WorthIt(line.Id, line.Measure)] : Array.Empty<PageCell>(),
                        ]
                ),
            ]
        )
        {
            Minor = drawn ? [2] : [],
            Note =
                $"{DiscountingSentence.Of(reader.Scenario)} Present values against the first option: above nothing is better than it, and (in brackets) below is worse. Fiscal, economic and social value stay apart, but for public value. "
                + (
                    drawn
                        ? "Worth it: share of draws with a value above nothing, or a ratio above £1. The mean of a ratio is that of the benefits over that of the costs; its percentiles are of the draws in which there is a cost. Next to no cost: it is less than a hundredth of the benefits, or nothing."
                            + reader.LeftOut
                        : "Central values alone: draws give their range."
                ),
        };
    }

    /// <summary>Whether a measure is told: what is not fiscal has a stated worth, or moves; public value is fiscal value where neither is
    /// so.</summary>
    private bool IsTold(OptionId option, string measure) => measure.Split('_')[3] switch
    {
        "economic" => Counts(option, ValueKind.Economic),
        "social" => Counts(option, ValueKind.Social),
        "public" => Counts(option, ValueKind.Economic) || Counts(option, ValueKind.Social),
        _ => true,
    };

    /// <summary>Whether a kind of value has a stated worth, or an option changes it: with central values, or in more than a draw in
    /// ten.</summary>
    private bool Counts(OptionId option, ValueKind kind)
    {
        var measure = $"net_present_value_{kind.ToString().ToLowerInvariant()}";
        return reader.Scenario.Appraisal!.Values.Any(value => value.Kind == kind)
            || Numbers(option, measure, withMean: false).Any(number => Math.Abs(number?.Value ?? 0.0) >= HalfAPenny);
    }

    private bool IsThere(OptionId option, string measure) =>
        reader.Rows(option, measure, isDifference: true).Any() || reader.OfDraws(option, measure, Last, "p50") is not null;

    private IEnumerable<Cited?> Numbers(OptionId option, string measure, bool withMean = true) =>
        [
            reader.Rows(option, measure, isDifference: true).Any() ? reader.Sum(option, measure, isDifference: true) : null,
            .. reader.Draws is null
                ? Array.Empty<Cited?>()
                :
                [
                    .. withMean ? [reader.OfDraws(option, measure, Last, "mean")] : Array.Empty<Cited?>(),
                    reader.OfDraws(option, measure, Last, "p10"),
                    reader.OfDraws(option, measure, Last, "p90"),
                ],
        ];

    private static PageCell Cell(string measure, Cited? number, MoneyScale scale) => number is null ? new PageCell("–")
        : new PageCell(IsRatio(measure) ? RatioText.Pounds(number.Value) : scale.CellOf(number.Value).Trim(), number);

    private PageCell WorthIt(OptionId option, string measure)
    {
        var worth = reader.OfDraws(option, measure + (IsRatio(measure) ? "_above_1" : "_above_0"), Last, "mean")!;
        var little = IsRatio(measure) ? reader.OfDraws(option, $"{measure}_little_cost", Last, "mean")!.Value : 0.0;
        return new PageCell(
            little > 0.0 ? $"{Amount.Percent(worth.Value)}; next to no cost in {Amount.Percent(little)}" : Amount.Percent(worth.Value),
            worth
        );
    }

    private int Last => reader.Years.Length - 1;

    private static bool IsRatio(string measure) => MeasureCatalogue.Find(measure)!.Unit == MeasureEntry.Ratio;
}
