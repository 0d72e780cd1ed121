using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>appraisal</c>: discounting, what outcomes are worth, and how far forecasts are believed.</summary>
internal static class AppraisalSection
{
    // What is valued is counted rather than paid; stocks other than people would count the same thing again in every year.
    private static readonly string[] Outcomes =
    [
        "people",
        "births",
        "deaths",
        "migration",
        "quality_adjusted_life_years",
        "need_led",
        "referred",
        "failure_demand",
        "diverted",
        "asked",
        "delivered",
        "unmet",
        "left",
        "volume",
    ];

    private static Shape<DiscountRates> Rates { get; } =
        Shapes
            .SourcedEach(Words.DiscountYear, Numbers.Growth.Quantity, "rate from a year of discounting on")
            .Then(
                (rates, _, _) =>
                    new DiscountRates([.. rates.OrderBy(rate => rate.Key).Select(rate => new DiscountSegment(rate.Key, rate.Value))])
            )
            .Check(CheckStart);

    private static Shape<(DiscountRates Money, DiscountRates Health)> Discount { get; } = Shapes.Map(keys => (
        keys.Required("money", Rates, "real rates for money, each from a year of discounting on"),
        keys.Required("health", Rates, "rates for quality-adjusted life years, each from a year of discounting on")));

    private static Shape<OutcomeValue> Value { get; } = Shapes.Sourced(keys => new OutcomeValue
    {
        Name = keys.Name,
        Kind = keys.Required("kind", Shapes.OneOf<ValueKind>(), "fiscal, economic or social"),
        Measure = keys.Required("of", Shapes.OneOf(Outcomes), "measure that counts the outcome"),
        Where = SelectionSection.Columns(keys),
        Each = keys.Required("each", Numbers.SignedMoney.Quantity, "what one unit is worth, negative for what does harm"),
        PriceYear = keys.Required("year", Words.Year, "financial year whose prices that is in"),
    }).Check((value, here, context) =>
    {
        SelectionSection.CheckColumns(value.Measure, value.Where, here, context);
        context.NeedLevel(context.Prices?.Prices.Deflator, value.PriceYear, here.Below("year"));
    });

    private static Shape<ImmutableArray<OptimismBias>> Biases { get; } =
        Shapes
            .Each(
                Words.GradeLetter,
                Shapes.Sourced(keys => new OptimismBias(
                    keys.Name,
                    keys.Required("costs", Numbers.ShareOrMore.Quantity, "share by which costs are raised"),
                    keys.Required("benefits", Numbers.Share.Quantity, "share by which benefits are lowered")
                )),
                "grade",
                atLeastOne: false
            )
            .Then((biases, _, _) => biases.Select(bias => bias.Value).ToImmutableArray(), []);

    private static Shape<(string? Costs, string? Benefits)> Graded { get; } = Shapes.Map(keys =>
    {
        keys.AtLeastOne("costs", "benefits");
        return (
            keys.Optional("costs", Words.GradeLetter, "grade of what is known of the costs; unless stated they are not corrected"),
            keys.Optional("benefits", Words.GradeLetter, "grade of what is known of the benefits; unless stated they are not corrected"));
    });

    /// <summary>What the section holds.</summary>
    public static Shape<Appraisal> Shape { get; } =
        Shapes
            .Map(keys =>
                (
                    Discounting: keys.Optional(
                        "discounting",
                        Shapes.OneOf<Discounting>(),
                        default,
                        "by_year, the first year undiscounted (unless stated), step_start, step_middle or step_end"
                    ),
                    Discount: keys.Required("discount", Discount, "discount rates of money and of health"),
                    Values: keys.Optional(
                        "values",
                        Shapes.Each(Words.Name, Value, "value", atLeastOne: false),
                        [],
                        "what outcomes are worth beside the ledger"
                    ),
                    InvestsIn: keys.Optional(
                        "invests_in",
                        Shapes.NamesOf(Words.Service),
                        [],
                        "services that options invest in; unless stated, those that come to cost more"
                    ),
                    Biases: keys.Optional("optimism_bias", Biases, [], "by grade of evidence, how far forecasts are corrected"),
                    Graded: keys.Optional(
                        "graded",
                        Graded.Maybe(),
                        null,
                        "grades of this appraisal's costs and benefits; unless stated nothing is corrected"
                    )
                )
            )
            .Then(
                (read, here, context) =>
                {
                    CheckGrade("costs", read.Graded?.Costs, read.Biases, here, context);
                    CheckGrade("benefits", read.Graded?.Benefits, read.Biases, here, context);

                    return new Appraisal
                    {
                        Discounting = read.Discounting,
                        Money = read.Discount.Money,
                        Health = read.Discount.Health,
                        Values = [.. read.Values.Select(value => value.Value)],
                        InvestsIn = read.InvestsIn,
                        OptimismBias = read.Biases,
                        CostsGrade = read.Graded?.Costs,
                        BenefitsGrade = read.Graded?.Benefits,
                    };
                });

    private static void CheckStart(DiscountRates rates, Field here, Context context)
    {
        if (rates.Segments is [{ FromYear: > 1 } first, ..])
        {
            context.Problems.Add(
                Codes.DiscountStart,
                here.NamedAt,
                $"{here.Path} starts with year {first.FromYear}, and nothing is said of the years before.",
                "add a rate for year 1: the first year after the start."
            );
        }
    }

    private static void CheckGrade(string side, string? grade, ImmutableArray<OptimismBias> biases, Field here, Context context)
    {
        if (grade is not null && biases.All(bias => bias.Grade != grade))
        {
            var stated = biases.IsEmpty
                ? "no optimism bias is stated."
                : $"it is stated for {string.Join(", ", biases.Select(bias => bias.Grade))}.";
            context.Problems.Add(
                Codes.GradeWithoutBias,
                here.Below($"graded.{side}"),
                $"{side} are graded {grade}, and no optimism bias is stated for that grade.",
                stated
            );
        }
    }
}
