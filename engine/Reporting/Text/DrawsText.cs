using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What many draws come to, as text: ranges of what is asked first, with their Monte Carlo error, and chances.</summary>
public sealed class DrawsText
{
    private const string PresentValue = "net_present_value_";
    private const string BenefitCost = "benefit_cost_ratio_";

    // What moves by less moves nothing.
    private const double HalfAPenny = 0.005;

    private readonly DrawAnswers draws;
    private readonly Scenario scenario;
    private readonly string baseline;

    private DrawsText(DrawAnswers draws, Scenario scenario)
    {
        this.draws = draws;
        this.scenario = scenario;
        baseline = scenario.Baseline.Name;
    }

    /// <summary>Writes it.</summary>
    /// <param name="draws">What the draws come to.</param>
    /// <param name="scenario">The scenario.</param>
    public static ImmutableArray<TextLine> Write(DrawAnswers draws, Scenario scenario) => [.. new DrawsText(draws, scenario).Lines()];

    private IEnumerable<TextLine> Lines()
    {
        yield return new TextLine($"{LeftOutText.Counted(draws.Count, draws.Seed)}: every option on the same draws", isHeading: true);
        foreach (var line in ChanceText.InDraws(scenario.Drawing))
        {
            yield return line;
        }

        foreach (var line in LeftOutText.Lines(draws.Count, draws.Stopped))
        {
            yield return line;
        }

        if (draws.Count.Telling == DrawTelling.CentralAlone)
        {
            yield break;
        }

        var years = Counts(scenario.Horizon.Years);
        var last = scenario.Horizon.YearAt(scenario.Horizon.Years - 1);
        foreach (
            var line in Table($"Spent over {years}", about => about is { Measure: "spend", Organisation: "" }, _ => "")
                .Concat(
                    Table(
                        $"Gain or (loss) by {last}",
                        about => about is { Measure: "gain_to_date", Fund: "" },
                        about => TitleOf(about.Organisation)
                    )
                )
                .Concat(
                    Table(
                        "Waiting at the end, against the baseline",
                        about => about is { Measure: "waiting", Against.Length: > 0 },
                        _ => ""
                    )
                )
                .Concat(
                    Table(
                        $"Left unmet in {years}, against the baseline",
                        about => about is { Measure: "left", Against.Length: > 0 },
                        _ => ""
                    )
                )
                .Concat(
                    Table(
                        $"Quality-adjusted life years in {years}, against the baseline",
                        about => about is { Measure: "quality_adjusted_life_years", Against.Length: > 0 },
                        _ => ""
                    )
                )
                .Concat(Table("Present value", about => IsTold(about, PresentValue), about => Kind(about.Measure, PresentValue)))
                .Concat(Table("Benefits per £1: mean benefits over mean costs", about => IsTold(about, BenefitCost), OfRatio))
        )
        {
            yield return line;
        }

        foreach (var line in WaterfallText.Discounting(DiscountingSentence.Of(scenario)))
        {
            yield return line;
        }

        yield return TextLine.Empty;
        yield return new TextLine("Chances", isHeading: true);
        foreach (var line in scenario.Options.SelectMany(option => Chances(option.Id.Name)).SelectMany(line => FoldedText.Of(line)))
        {
            yield return line;
        }

        var reached = draws.Until is { } until && draws.LargestError > until ? ": more than was asked" : "";
        yield return new TextLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Monte Carlo error of spending and of its differences: at most {draws.LargestError * 100.0:0.###}% of the mean or, if larger, of the spread{reached}."
            )
        );
    }

    private IEnumerable<TextLine> Table(string title, Func<Subject, bool> about, Func<Subject, string> nameOf)
    {
        int[] rows =
        [
            .. draws
                .Outcomes.Index()
                .Where(outcome => outcome.Item.Kind == OutcomeKind.Whole && about(outcome.Item.About))
                .Select(outcome => outcome.Index),
        ];
        rows =
        [
            .. rows.Where(row =>
                draws.Summaries[row] is { Mean: not 0.0 } or { Deviation: > 0.0 } && draws.Summaries[row].Absent < draws.Used
            ),
        ];
        if (rows.Length == 0)
        {
            yield break;
        }

        var isRatio = draws.Outcomes[rows[0]].About.Unit == MeasureEntry.Ratio;
        var isMoney = draws.Outcomes[rows[0]].About.Unit == MeasureEntry.Money;
        var largest = rows.Max(row => draws.Summaries[row] is { Absent: 0 } known ? Math.Max(Math.Abs(known.Mean), known.Deviation) : 0.0);
        var scale = isMoney ? MoneyScale.For(largest) : MoneyScale.Plain(largest < 10.0 ? 2 : 0);
        var table = new TextTable(
            labels: 2,
            isMoney ? $"{title}, {scale.Symbol}" : title,
            "",
            "central ",
            "mean ",
            "p10 ",
            "p90 ",
            "error "
        );
        foreach (var row in rows)
        {
            var (subject, summary) = (draws.Outcomes[row].About, draws.Summaries[row]);
            double[] values =
            [
                draws.Central[row],
                summary.Mean,
                summary.At(10),
                summary.At(90),
                summary.Error,
            ];
            var option = subject.Against.Length > 0 ? $"{subject.Option} - {subject.Against}" : subject.Option;
            table.Add([
                option,
                nameOf(subject),
                .. values.Select(value =>
                    double.IsNaN(value) ? "none "
                    : isRatio ? $"{RatioText.Of(value)} "
                    : scale.CellOf(value)
                ),
            ]);
        }

        yield return TextLine.Empty;
        foreach (var line in table.Write(HeadlineText.Width))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Chances(string option)
    {
        var rows = draws
            .Outcomes.Index()
            .Where(outcome => outcome.Item.Kind == OutcomeKind.Chance && outcome.Item.About.Option == option)
            .ToArray();
        if (rows.Length == 0)
        {
            yield break;
        }

        var cheapest = rows.First(row => row.Item.About.Measure == "cheapest").Index;
        var never = rows.Where(row => row.Item.About.Measure == "never_breaks_even")
            .Select(row => $"; never breaks even {Percent(row.Index)}")
            .FirstOrDefault("");
        yield return $"{option}: cheapest {Percent(cheapest)}{never}";
        foreach (
            var (measure, says) in ((string, string)[])
                [
                    ("better_off", $"better off than in {baseline}"),
                    ("reserves_gone", "reserves run out"),
                    ("section_114_comes", "section 114 comes"),
                ]
        )
        {
            string[] told = [.. rows.Where(row => row.Item.About.Measure == measure && draws.Summaries[row.Index].Mean > 0.0)
                .Select(row => $"{TitleOf(row.Item.About.Organisation)} {Percent(row.Index)}")];
            if (told.Length > 0)
            {
                yield return $"  {says}: {string.Join("; ", told)}";
            }
        }

        foreach (var line in Worth(rows))
        {
            yield return line;
        }
    }

    /// <summary>In how many draws an option is worth it, by value and by ratio; and in how many next to nothing is put in.</summary>
    private IEnumerable<string> Worth((int Index, Outcome Item)[] rows)
    {
        foreach (
            var (start, end, says) in ((string, string, string)[])
                [(PresentValue, "_above_0", "value above nothing"), (BenefitCost, "_above_1", "benefits above costs")]
        )
        {
            string[] told =
            [
                .. from row in rows
                let measure = row.Item.About.Measure
                where IsTold(row.Item.About, start) && measure.EndsWith(end, StringComparison.Ordinal)
                let little = rows.FirstOrDefault(
                    known => known.Item.About.Measure == measure.Replace(end, "_little_cost", StringComparison.Ordinal),
                    (-1, null!)
                ).Index
                let without = little >= 0 && draws.Summaries[little].Mean > 0.0 ? $", next to no cost in {Percent(little)}" : ""
                select $"{Kind(measure[..^end.Length], start)} {Percent(row.Index)}{without}",
            ];
            if (told.Length > 0)
            {
                yield return $"  {says}: {string.Join("; ", told)}";
            }
        }
    }

    /// <summary>Whether a measure is told: what is not fiscal has a stated worth, or moves; public value is fiscal value where neither is
    /// so.</summary>
    private bool IsTold(Subject about, string start) =>
        about.Measure.StartsWith(start, StringComparison.Ordinal)
        && about.Measure[start.Length..].Split('_')[0] switch
        {
            "economic" => Counts(about.Option, ValueKind.Economic),
            "social" => Counts(about.Option, ValueKind.Social),
            "public" => Counts(about.Option, ValueKind.Economic) || Counts(about.Option, ValueKind.Social),
            _ => true,
        };

    /// <summary>Whether a kind of value has a stated worth, or an option changes it: with central values, or in more than a draw in
    /// ten.</summary>
    private bool Counts(string option, ValueKind kind) =>
        scenario.Appraisal!.Values.Any(value => value.Kind == kind)
        || (
            draws.Find(OutcomeKind.Whole, about =>
                about.Option == option && about.Measure == $"{PresentValue}{kind.ToString().ToLowerInvariant()}"
            )
                is { } row
            && new[] { draws.Central[row], draws.Summaries[row].At(10), draws.Summaries[row].At(90) }.Any(value =>
                Math.Abs(value) >= HalfAPenny
            )
        );

    /// <summary>The kind of a ratio, and the share of the draws that have it where not all do.</summary>
    private string OfRatio(Subject about)
    {
        var none = draws.Find(OutcomeKind.Chance, known => known.Option == about.Option && known.Measure == $"{about.Measure}_none")!.Value;
        var kind = Kind(about.Measure, BenefitCost);
        return draws.Summaries[none].Mean > 0.0 ? $"{kind}, of {Amount.Percent(1.0 - draws.Summaries[none].Mean, "0.#")} of draws" : kind;
    }

    /// <summary>What kind of value or ratio a measure is of.</summary>
    private static string Kind(string measure, string start) =>
        measure[start.Length..].Replace("_after_bias", " after bias", StringComparison.Ordinal);

    private string Percent(int row) => Amount.Percent(draws.Summaries[row].Mean, "0.#");

    private string TitleOf(string organisation) =>
        scenario.BaselineOption.Place.Organisations.FirstOrDefault(known => known.Id.Name == organisation)?.Title ?? organisation;

    private static string Counts(int years) => years == 1 ? "the year" : string.Create(CultureInfo.InvariantCulture, $"{years} years");
}
