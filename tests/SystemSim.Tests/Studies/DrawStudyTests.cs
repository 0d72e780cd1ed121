using System.Text.Json;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

public sealed class DrawStudyTests
{
    private const double Agreement = 1e-9;

    private static readonly Scenario Small = Read("draws");

    [Test]
    public void Draw_0_is_the_central_run_bit_for_bit(
        [Values("draws", "chance", "borough", "draws-from-a-table", "pool-of-one-equals-siloed", "numbers-with-ranges")] string name
    )
    {
        var scenario = Read(name);
        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 8 });

        AssertAllCentral(scenario, draws, row => draws.Central[row]);
    }

    [Test]
    public void Without_any_spread_every_draw_is_the_central_run_bit_for_bit([Values(8, 3000)] int count)
    {
        var scenario = Known(Read("borough"));
        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = count });

        using (Assert.EnterMultipleScope())
        {
            AssertAllCentral(scenario, draws, row => draws.Summaries[row].Mean);
            AssertAllCentral(scenario, draws, row => draws.Summaries[row].At(5));
            AssertAllCentral(scenario, draws, row => draws.Summaries[row].At(95));
            Assert.That(draws.Summaries.Select(summary => summary.Deviation), Has.All.Zero);
            Assert.That(draws.Used, Is.EqualTo(count));
        }
    }

    [Test]
    public void Threads_change_no_bit([Values(2, 3, 8)] int threads, [Values(700, 3001)] int count)
    {
        var alone = DrawStudy.Run(Prepared.Of(Small), new DrawRequest { Draws = count, KeepsDraws = true });
        var together = DrawStudy.Run(Prepared.Of(Small), new DrawRequest { Draws = count, KeepsDraws = true, Threads = threads });

        Assert.That(Bits(together), Is.EqualTo(Bits(alone)));
    }

    [Test]
    public void A_draw_is_the_same_however_many_there_are_and_whichever_way_programs_run()
    {
        // The first is run instruction by instruction, the other as machine code.
        var few = DrawStudy.Run(Prepared.Of(Small), new DrawRequest { Draws = 300, KeepsDraws = true }).Kept!;
        var many = DrawStudy.Run(Prepared.Of(Small), new DrawRequest { Draws = 1500, KeepsDraws = true }).Kept!;

        for (var outcome = 0; outcome < few.Outcomes.Length; outcome++)
        {
            Assert.That(many.Values[outcome].Take(few.Draws.Count), Is.EqualTo(few.Values[outcome]), $"{few.Outcomes[outcome]}");
        }
    }

    [Test]
    public void An_option_that_changes_nothing_differs_by_exactly_0_in_every_draw()
    {
        var baseline = Small.BaselineOption;
        var scenario = Small with { Options = [baseline, baseline with { Id = new OptionId("same") }] };

        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 2500 });

        var differences = draws
            .Outcomes.Index()
            .Where(outcome => outcome.Item is { Kind: OutcomeKind.Yearly or OutcomeKind.Whole, About.Against.Length: > 0 })
            .ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(differences, Is.Not.Empty);
            Assert.That(
                differences.Select(outcome => draws.Summaries[outcome.Index]),
                Has.All.Matches<OutcomeSummary>(summary =>
                    summary is { Mean: 0.0, Deviation: 0.0 } && summary.Quantiles.All(value => value == 0.0)
                )
            );
            Assert.That(
                draws.Summaries[draws.Find(OutcomeKind.Chance, about => about is { Measure: "cheapest", Option: "same" })!.Value].Mean,
                Is.EqualTo(0.5)
            );
        }
    }

    [Test]
    public void The_cheaper_option_is_cheaper_in_every_draw_because_both_meet_the_same()
    {
        var draws = DrawStudy.Run(Prepared.Of(Small), new DrawRequest { Draws = 2000 });

        Assert.That(
            draws.Summaries[draws.Find(OutcomeKind.Chance, about => about is { Measure: "cheapest", Option: "cheaper" })!.Value].Mean,
            Is.EqualTo(1.0)
        );
    }

    [Test]
    public void Summaries_are_those_of_the_draws()
    {
        var draws = DrawStudy.Run(Prepared.Of(Small), new DrawRequest { Draws = 2000, KeepsDraws = true });

        for (var kept = 0; kept < draws.Kept!.Outcomes.Length; kept++)
        {
            var outcome = draws.Outcomes.IndexOf(draws.Kept.Outcomes[kept]);
            double[] values = [.. draws.Kept.Values[kept].Skip(1).Order()];
            var mean = values.Average();
            var size = Math.Max(1.0, Math.Abs(mean));
            Assert.That(draws.Summaries[outcome].Mean, Is.EqualTo(mean).Within(Agreement * size));
            Assert.That(
                draws.Summaries[outcome].Deviation,
                Is.EqualTo(Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1))).Within(Agreement * size));
            Assert.That(draws.Summaries[outcome].At(90), Is.EqualTo(Quantile.OfSorted(values, 0.9)));
        }
    }

    [Test]
    public void Quantiles_that_are_counted_stay_within_the_error_that_they_state()
    {
        var draws = DrawStudy.Run(Prepared.Of(Small), new DrawRequest { Draws = 20_000, KeepsDraws = true, Threads = 2 });

        for (var kept = 0; kept < draws.Kept!.Outcomes.Length; kept++)
        {
            var outcome = draws.Outcomes.IndexOf(draws.Kept.Outcomes[kept]);
            var first = draws.Kept.Values[kept].Skip(1).Take(QuantileBins.FirstDraws).ToArray();
            double[] values = [.. draws.Kept.Values[kept].Skip(1).Order()];
            var error = QuantileBins.ShareOfRange * (first.Max() - first.Min());
            foreach (var percentile in OutcomeSummary.Percentiles)
            {
                // Between two neighbouring draws any value is as good a quantile.
                var place = percentile / 100.0 * values.Length;
                var (below, above) = (values[Math.Max(0, (int)place - 1)], values[Math.Min(values.Length - 1, (int)place + 1)]);
                Assert.That(
                    draws.Summaries[outcome].At(percentile),
                    Is.InRange(below - error, above + error),
                    $"{draws.Kept.Outcomes[kept].About.Measure} p{percentile}"
                );
            }
        }
    }

    [Test]
    public void What_is_spent_to_date_ends_as_what_is_spent_and_breaking_even_only_grows(
        [Values("draws", "borough", "raise-and-lower")] string name
    )
    {
        var draws = DrawStudy.Run(Prepared.Of(Read(name)), new DrawRequest { Draws = 700, KeepsDraws = true });

        foreach (var (row, outcome) in draws.Outcomes.Index().Where(outcome => outcome.Item.About.Measure == "never_breaks_even"))
        {
            var option = outcome.About.Option;
            var kept = draws
                .Kept!.Outcomes.Index()
                .Single(known =>
                    known.Item.About is { Measure: "spend", Organisation: "", Against.Length: > 0 } about && about.Option == option
                );
            double[] paidBack = [.. Of("breaks_even").Select(summary => summary.Mean)];
            var end = Of("spend_to_date")[^1];
            var whole = draws.Summaries[draws.Outcomes.IndexOf(kept.Item)];
            using (Assert.EnterMultipleScope())
            {
                Assert.That(end.Mean, Is.EqualTo(whole.Mean).Within(Agreement * Math.Max(1e6, Math.Abs(whole.Mean))), option);
                Assert.That(end.At(90), Is.EqualTo(whole.At(90)).Within(Agreement * Math.Max(1e6, Math.Abs(whole.At(90)))), option);
                Assert.That(
                    draws.Summaries[row].Mean,
                    Is.EqualTo(draws.Kept.Values[kept.Index].Skip(1).Average(more => more > 0.005 ? 1.0 : 0.0)).Within(Agreement),
                    option
                );
                Assert.That(draws.Summaries[row].Mean + paidBack[^1], Is.EqualTo(1.0).Within(Agreement), option);
                Assert.That(paidBack, Is.Ordered, option);
            }

            OutcomeSummary[] Of(string measure) =>
                [
                    .. draws
                        .Outcomes.Index()
                        .Where(known =>
                            known.Item.About.Measure == measure && known.Item.About.Option == option && known.Item.About.Against.Length > 0
                        )
                        .OrderBy(known => known.Item.Year)
                        .Select(known => draws.Summaries[known.Index]),
                ];
        }
    }

    [Test]
    public void Who_is_likeliest_the_best_is_what_a_study_of_cost_and_effect_finds([Values("borough", "draws-from-a-table")] string name)
    {
        var scenario = Read(name);
        var request = new DrawRequest { Draws = 50 };

        var draws = DrawStudy.Run(Prepared.Of(scenario), request);
        var study = CostEffectStudy.Run(
            Prepared.Of(scenario),
            new Selection { Measure = "spend" },
            new Selection { Measure = "quality_adjusted_life_years" },
            request
        )!;
        var curves = Acceptability.Of(
            [.. study.Options.Select(option => option.Name)],
            study.Costs,
            study.Effects,
            Acceptability.UsualWorths
        );

        foreach (var (option, id) in study.Options.Index())
        {
            var told = Acceptability.UsualWorths.Select(worth =>
                draws
                    .Summaries[
                        draws
                            .Find(OutcomeKind.Chance, about => about.Measure == Acceptability.MeasureAt(worth) && about.Option == id.Name)!
                            .Value
                    ]
                    .Mean
            );
            Assert.That(told, Is.EqualTo(curves.Chances[option]).Within(Agreement), id.Name);
        }
    }

    [Test]
    public void Draws_stop_once_the_error_is_small_enough()
    {
        var draws = DrawStudy.Run(Prepared.Of(Small), new DrawRequest { Draws = 100_000, Until = 0.02 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(draws.LargestError, Is.LessThanOrEqualTo(0.02));
            Assert.That(draws.Draws, Is.LessThan(10_000));
        }
    }

    [Test]
    public void A_draw_that_breaks_a_rule_is_left_out_of_every_option_counted_and_told()
    {
        var scenario = Read("draws");
        var number = scenario.Numbers.First(quantity => quantity.Name == "services.gp.failure.share");
        var wide = number with { Spread = new Spread { Shape = "normal", Low = 0.0, High = 0.10 } };
        var broken = Replaced(scenario, number, wide);

        var draws = DrawStudy.Run(Prepared.Of(broken), new DrawRequest { Draws = 2000 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(draws.Stopped.Single().Reason, Is.EqualTo("services.gp.failure.share would not be from 0 to 1"));
            Assert.That(
                draws.Stopped.Single().Count,
                Is.EqualTo(2000 * NormalScore.Probability(-NormalScore.Of(0.9))).Within(5.0 * Math.Sqrt(200.0))
            );
            Assert.That(draws.Used, Is.EqualTo(2000 - draws.Stopped.Single().Count));
        }
    }

    [Test]
    public void The_fifty_draws_of_the_borough_come_from_their_table_and_match_the_reference()
    {
        var scenario = Read("draws-from-a-table");
        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 50, KeepsDraws = true });
        var reference = JsonDocument
            .Parse(File.ReadAllText(Path.Combine(Repository.Find("scenarios", "features", "borough"), "reference.json")))
            .RootElement;

        foreach (var option in scenario.Options.Select(option => option.Id.Name))
        {
            var kept = draws.Kept!.Outcomes.Index().First(outcome =>
                outcome.Item.About is { Measure: "quality_adjusted_life_years", Against: "" } about && about.Option == option).Index;
            var expected = reference.GetProperty(option).GetProperty("draws").EnumerateArray().Select(draw => draw[1].GetDouble());
            Assert.That(draws.Kept.Values[kept].Skip(1), Is.EqualTo(expected).Within(100.0 * Agreement).Percent, option);
        }
    }

    private static Scenario Read(string feature) => ScenarioReader.Read(Repository.Find("scenarios", "features", feature), []).Scenario!;

    private static Scenario Known(Scenario scenario)
    {
        var factors = scenario.Factors.Select(factor =>
            factor with
            {
                Value = factor.Value with
                {
                    Spread = new Spread { Low = 1.0, High = 1.0 },
                },
            }
        );
        return scenario with { Factors = [.. factors] };
    }

    /// <summary>The scenario with another spread of the failure share of its practice.</summary>
    private static Scenario Replaced(Scenario scenario, Quantity number, Quantity other) =>
        scenario with
        {
            Numbers = scenario.Numbers.Replace(number, other),
            Options =
            [
                .. scenario.Options.Select(option =>
                    option with
                    {
                        Place = option.Place with
                        {
                            Services =
                            [
                                .. option.Place.Services.Select(service =>
                                    service with
                                    {
                                        Failures =
                                        [
                                            .. service.Failures.Select(failure =>
                                                failure with
                                                {
                                                    Share = failure.Share.Name == other.Name ? other : failure.Share,
                                                }
                                            ),
                                        ],
                                    }
                                ),
                            ],
                        },
                    }
                ),
            ],
        };

    private static void AssertAllCentral(Scenario scenario, DrawAnswers draws, Func<int, double> valueOf)
    {
        var answers = Answers.Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs);
        var held = 0;
        foreach (var (row, outcome) in draws.Outcomes.Index().Where(outcome => outcome.Item.Kind == OutcomeKind.Yearly))
        {
            var about = outcome.About;
            var year = scenario.Horizon.YearAt(outcome.Year).ToString();
            var found = answers
                .Rows(about.Option, about.Against, about.Measure)
                .Where(observation =>
                    observation.Year == year
                    && observation.About.PriceBase == (about.PriceBase.Length > 0 || about.Unit != "GBP" ? about.PriceBase : "nominal")
                    && observation.About.Organisation == about.Organisation
                    && observation.About.Fund == about.Fund
                )
                .ToArray();
            if (found.Length == 1)
            {
                Assert.That(valueOf(row), Is.EqualTo(found[0].Value), $"{about}, {year}");
                held++;
            }
        }

        Assert.That(held, Is.GreaterThan(0));
    }

    private static long[] Bits(DrawAnswers draws) =>
        [
            .. draws
                .Summaries.SelectMany(summary => new[] { summary.Mean, summary.Deviation, summary.Error }.Concat(summary.Quantiles))
                .Select(BitConverter.DoubleToInt64Bits),
            .. draws.Kept!.Values.SelectMany(values => values).Select(BitConverter.DoubleToInt64Bits),
            .. draws.Stopped.SelectMany(stopped => new[] { stopped.Count, stopped.First }),
        ];
}
