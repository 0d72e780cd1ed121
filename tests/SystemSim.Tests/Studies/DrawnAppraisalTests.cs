using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>What draws are worth is what the tables of each draw would say, and says how many draws have no ratio.</summary>
public sealed class DrawnAppraisalTests
{
    private const double Agreement = 1e-9;
    private const int Few = 6;
    private const int Many = 700;

    private static IEnumerable<string> Features =>
        Directory.GetDirectories(Repository.Find("scenarios", "features"), "appraisal*").Select(Path.GetFileName).Order()!;

    /// <summary>Whichever option the others are held against: some then lack what it pays.</summary>
    [TestCaseSource(nameof(Features))]
    public void Draw_0_is_the_central_appraisal_bit_for_bit(string name)
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", name), []).Scenario!;
        foreach (var option in scenario.Options)
        {
            var against = scenario with { Baseline = option.Id };

            AssertCentral(against, DrawStudy.Run(Prepared.Of(against), new DrawRequest { Draws = 8 }));
        }
    }

    [Test]
    public void Every_draw_is_appraised_as_its_tables_would_be(
        [Range(Breadth.FirstDrawn, Breadth.LastDrawn)] int seed, [Values] Discounting discounting) => AssertTables(seed, discounting, Few);

    [Test]
    public void Every_draw_of_many_blocks_is_appraised_as_its_tables_would_be() => AssertTables(seed: 5, Discounting.ByYear, Many);

    private static void AssertTables(int seed, Discounting discounting, int count)
    {
        // A study of cost and effect leaves chance out.
        var made = RandomScenario.Make(seed);
        var scenario = Appraised(made with { Drawing = made.Drawing with { Chance = [] } }, discounting);
        if (scenario.Options.Length == 1 || CentralStudy.Run(Prepared.Of(scenario)).Broken is not null)
        {
            Assert.Pass("There is nothing to hold against another.");
            return;
        }

        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = count, KeepsDraws = true });

        AssertCentral(scenario, draws);
        Assert.That(draws.Used, Is.EqualTo(count));
        OptionId[] others = [.. scenario.Options.Select(option => option.Id).Where(option => option != scenario.Baseline)];
        var measures = draws.Outcomes.Where(IsAppraised).Select(outcome => outcome.About.Measure).Distinct();
        var read = measures.SelectMany(measure => others.Select(option => (Measure: measure, Option: option))).ToArray();
        var points = new PointRuns(
            Prepared.Of(scenario),
            [
                .. read.Select(one => new Selection
                {
                    Measure = one.Measure,
                    Option = one.Option,
                    Against = scenario.Baseline,
                }),
            ],
            threads: 1
        );
        var drawn = new DrawnPoints(points.Planned, scenario.Drawing.Seed, 1, count, count);
        var values = points.Run(count, (point, quantities) => drawn.Of(point).CopyTo(quantities));
        foreach (var (row, (measure, option)) in read.Index())
        {
            var kept = draws
                .Kept!.Outcomes.Index()
                .Single(outcome => outcome.Item.About.Measure == measure && outcome.Item.About.Option == option.Name)
                .Index;
            double[] expected = [.. values.Of(row)];
            var size = Math.Max(1.0, expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max());
            Assert.That(
                draws.Kept.Values[kept].Skip(1),
                Is.EqualTo(expected).Within(Agreement * size),
                $"seed {seed}, {measure}, {option}"
            );
        }
    }

    [TestCase(1_000)]
    [TestCase(6_000)]
    public void The_mean_of_a_ratio_is_mean_benefits_over_mean_costs_however_many_draws_lack_it(int count)
    {
        var scenario = Wavering();
        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = count, KeepsDraws = true });
        var row = draws.Outcomes.Index().Single(outcome => outcome.Item.About.Measure == "benefit_cost_ratio_fiscal").Index;
        var (outcome, summary) = (draws.Outcomes[row], draws.Summaries[row]);
        var kept = draws.Kept!.Values[draws.Kept.Outcomes.IndexOf(outcome)].Skip(1).ToArray();
        double[] there = [.. kept.Where(double.IsFinite).Order()];
        var seen = kept.Take(QuantileBins.FirstDraws).Where(double.IsFinite).ToArray();
        var error = count > QuantileBins.FirstDraws ? 2.0 * QuantileBins.ShareOfRange * (seen.Max() - seen.Min()) : Agreement;
        var rows = draws.AddTo(new Answers(scenario, scenario.Options, [])).Single(table => table.Name == "appraisal").Rows;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Absent, Is.EqualTo(kept.Count(double.IsNaN)).And.InRange(count / 10, count * 9 / 10));
            Assert.That(Chance("benefit_cost_ratio_fiscal_none"), Is.EqualTo((double)summary.Absent / draws.Used).Within(Agreement));
            Assert.That(
                Chance("benefit_cost_ratio_fiscal_above_1"),
                Is.EqualTo((double)there.Count(ratio => ratio > 1.0) / draws.Used).Within(Agreement)
            );
            Assert.That(
                Chance("benefit_cost_ratio_fiscal_little_cost"),
                Is.EqualTo((double)kept.Count(ratio => !(ratio <= 100.0)) / draws.Used).Within(Agreement)
            );
            Assert.That(summary.Mean, Is.EqualTo(MeanOf("net_present_value_fiscal") / MeanOf("cost_put_in") + 1.0).Within(Agreement));
            Assert.That(MeanOf("cost_put_in"), Is.GreaterThan(1.0));
            Assert.That(Math.Abs(there.Average() - summary.Mean), Is.GreaterThan(0.1), "it is no mean of ratios");
            Assert.That(summary.At(50), Is.EqualTo(Quantile.OfSorted(there, 0.5)).Within(error));
            Assert.That(summary.At(90), Is.EqualTo(Quantile.OfSorted(there, 0.9)).Within(error));
            Assert.That(rows.Where(known => !double.IsFinite(known.Value)), Is.Empty);
            Assert.That(
                rows.Where(known => known.About is { Measure: "benefit_cost_ratio_fiscal", Statistic: "sd" or "standard_error" }),
                Is.Empty
            );
        }

        double MeanOf(string measure) => draws.Kept!.Values[draws.Kept.Outcomes.Index().First(outcome =>
            outcome.Item.Kind == OutcomeKind.Whole && outcome.Item.About.Measure == measure).Index].Skip(1).Average();

        double Chance(string measure) => draws.Summaries[draws.Find(OutcomeKind.Chance, about => about.Measure == measure)!.Value].Mean;
    }

    /// <summary>An option whose clinic costs more in some draws and less in others: where less, nothing is put in. Its practice is
    /// cheaper.</summary>
    private static Scenario Wavering()
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", "draws"), []).Scenario!;
        var cost = Number("options.cheaper.clinic", 52.0, 40.0, 64.0);
        var rates = new DiscountRates([new(1, Quantity.Of(0.035))]);
        return scenario with
        {
            Numbers = scenario.Numbers.Add(cost),
            Appraisal = new() { Money = rates, Health = rates },
            Options =
            [
                scenario.BaselineOption,
                scenario.Options[^1] with
                {
                    Place = scenario
                        .BaselineOption.Place.WithService("clinic", service => service with { Cost = service.Cost with { Unit = cost } })
                        .WithService("gp", service => service with { Cost = service.Cost with { Unit = Quantity.Of(9.9) } }),
                },
            ],
        };
    }

    private static bool IsAppraised(Outcome outcome) =>
        outcome.Kind == OutcomeKind.Whole && MeasureCatalogue.Find(outcome.About.Measure)!.Table == "appraisal";

    private static void AssertCentral(Scenario scenario, DrawAnswers draws)
    {
        var answers = Answers.Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs);
        var held = 0;
        var told = draws.Outcomes.Where(IsAppraised).Select(outcome => (outcome.About.Option, outcome.About.Measure)).ToHashSet();
        var worked =
            from option in scenario.Options
            from kind in (string[])["fiscal", "economic", "social"]
            from ending in (string[])["", "_after_bias"]
            let measure = $"net_present_value_{kind}{ending}"
            where answers.Rows(option.Id.Name, scenario.Baseline.Name, measure).Count > 0
            select (option.Id.Name, measure);
        Assert.That(worked, Is.SubsetOf(told), "what a central run is worth is worked out for draws too");
        foreach (var (row, outcome) in draws.Outcomes.Index().Where(outcome => IsAppraised(outcome.Item)))
        {
            var rows = answers.Rows(outcome.About.Option, outcome.About.Against, outcome.About.Measure);
            Assert.That(
                draws.Central[row],
                rows.Count == 0 && outcome.About.Unit == "ratio" ? Is.NaN : Is.EqualTo(rows.Sum(known => known.Value)),
                $"{outcome.About.Option} {outcome.About.Measure}"
            );
            held++;
        }

        Assert.That(held, Is.GreaterThan(0));
    }

    /// <summary>A scenario appraised in every way at once, by numbers that are uncertain themselves.</summary>
    private static Scenario Appraised(Scenario scenario, Discounting discounting)
    {
        var place = scenario.BaselineOption.Place;
        var rate = Number("appraisal.discount.money.1", 0.035, 0.01, 0.06);
        var worth = Number("appraisal.values.life_year.each", 60_000.0, 20_000.0, 90_000.0);
        var bias = Number("appraisal.optimism_bias.E.costs", 0.4, 0.1, 0.6);
        return scenario with
        {
            Numbers = [.. scenario.Numbers, rate, worth, bias],
            Appraisal = new()
            {
                Discounting = discounting,
                Money = new DiscountRates([new(1, rate), new(2, Quantity.Of(0.02))]),
                Health = new DiscountRates([new(1, Quantity.Of(0.015))]),
                Values =
                [
                    Value("life_year", ValueKind.Social, "quality_adjusted_life_years", worth),
                    Value("people", ValueKind.Economic, "people", Quantity.Of(-3.0)),
                    Value("given", ValueKind.Fiscal, "delivered", Quantity.Of(2.0)),
                    Value("given_there", ValueKind.Social, "delivered", Quantity.Of(5.0)) with
                    {
                        Where = Only("service", place.Services[^1].Id.Name),
                    },
                    Value("people_there", ValueKind.Social, "people", Quantity.Of(1.5)) with
                    {
                        Where = Only("area", place.People.Areas[0].Name),
                    },
                    .. PlainAppraisal.Activity.Select((measure, row) =>
                        Value($"of_{measure}", ValueKind.Economic, measure, Quantity.Of(0.5 + row))
                    ),
                ],
                OptimismBias = [new("E", bias, Quantity.Of(0.2))],
                CostsGrade = "E",
                BenefitsGrade = "E",
            },
        };

        static Dictionary<string, string> Only(string column, string name) => new() { [column] = name };

        OutcomeValue Value(string name, ValueKind kind, string measure, Quantity each) =>
            new()
            {
                Name = name,
                Kind = kind,
                Measure = measure,
                Each = each,
                PriceYear = scenario.Prices.Base,
            };
    }

    private static Quantity Number(string name, double value, double low, double high) =>
        new() { Name = name, Value = value, Spread = new() { Shape = "uniform", Low = low, High = high } };
}
