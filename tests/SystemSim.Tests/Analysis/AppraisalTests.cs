using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

public sealed class AppraisalTests
{
    private const double Agreement = 1e-12;

    private static readonly DiscountRates GreenBook = Rates((1, 0.035), (31, 0.03), (76, 0.025));

    private static readonly Appraisal Terms = new() { Money = GreenBook, Health = Rates((1, 0.015)) };

    [TestCase(0.0, ExpectedResult = 1.0)]
    [TestCase(1.0, ExpectedResult = 1.0 / 1.035)]
    public double A_pound_is_worth_less_each_year(double years) => GreenBook.FactorAfter(years);

    [TestCase(30.0, 30, 0, 0.0)]
    [TestCase(31.0, 30, 1, 0.0)]
    [TestCase(76.0, 30, 45, 1.0)]
    [TestCase(30.5, 30, 0.5, 0.0)]
    public void Rates_of_segments_are_multiplied_up(double years, double first, double second, double third)
    {
        var expected = Math.Pow(1.035, -first) * Math.Pow(1.03, -second) * Math.Pow(1.025, -third);

        Assert.That(GreenBook.FactorAfter(years), Is.EqualTo(expected).Within(Agreement));
    }

    /// <summary>£264,000 a year leaves the town's purses, in every month the same.</summary>
    [TestCase(Discounting.ByYear, 1, 0.0)]
    [TestCase(Discounting.StepStart, 12, 0.0)]
    [TestCase(Discounting.StepMiddle, 12, 0.5)]
    [TestCase(Discounting.StepEnd, 12, 1.0)]
    public void An_annuity_comes_to_its_present_value(Discounting discounting, int partsOfAYear, double within)
    {
        const int Years = 40;
        var scenario = Town(Years) with { Appraisal = Terms with { Discounting = discounting, Money = Rates((1, 0.035)) } };

        // 1 + v + ... + v^(n-1) = (1 - v^n)/(1 - v), with v for a part of a year.
        var v = Math.Pow(1.035, -1.0 / partsOfAYear);
        var annuity = 264_000.0 / partsOfAYear * (1.0 - Math.Pow(v, Years * partsOfAYear)) / (1.0 - v) * Math.Pow(v, within);
        var cost = PooledTown.Answers(scenario).Rows(Siloed, "", "net_present_cost").Sum(row => row.Value);

        Assert.That(cost, Is.EqualTo(annuity).Within(annuity * Agreement));
    }

    [Test]
    public void An_appraisal_by_step_adds_no_steps_to_the_answers()
    {
        var answers = PooledTown.Answers(Town(2) with { Appraisal = Terms with { Discounting = Discounting.StepMiddle } });

        Assert.That(answers.HasSteps, Is.False);
    }

    [Test]
    public void Setting_up_a_pool_is_a_cost_that_never_pays_back()
    {
        var answers = PooledTown.Answers(PooledTown.Scenario with { Appraisal = Terms });

        // £1,000 at once and £500 in both years; £1,500 less help in both: it costs nothing more in the first year, and the second's saving
        // is £500 more than it.
        var cost = 1_000.0 + 500.0 + (500.0 / 1.035);
        var saved = 1_500.0 + (1_500.0 / 1.035);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Sum(answers, "net_present_value_fiscal"), Is.EqualTo(saved - cost).Within(1e-6));
            Assert.That(Sum(answers, "benefit_cost_ratio_fiscal"), Is.EqualTo(saved / cost).Within(1e-9));
            Assert.That(answers.Rows(Pooled, Siloed, "payback_years"), Is.Empty);
        }
    }

    [Test]
    public void What_is_invested_in_can_be_named()
    {
        var answers = PooledTown.Answers(PooledTown.Scenario with { Appraisal = Terms with { InvestsIn = [new(Care)] } });
        var cost = 1_000.0 + 500.0 + (500.0 / 1.035);

        Assert.That(Sum(answers, "benefit_cost_ratio_fiscal"), Is.EqualTo((1_500.0 + (1_500.0 / 1.035)) / cost).Within(1e-9));
    }

    [Test]
    public void A_payment_from_one_public_body_to_another_is_no_cost_of_the_whole()
    {
        var between = Town().WithService(Help, service => service with { Provider = new(Nhs) }) with { Appraisal = Terms };
        var toOthers = Town().WithBystander("hubs", 0.0).WithService(Help, service => service with { Provider = new("hubs") }) with
        {
            Appraisal = Terms,
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                PooledTown.Answers(between).Rows(Siloed, "", "net_present_cost").Sum(row => row.Value),
                Is.EqualTo(264_000.0).Within(1e-6)
            );
            Assert.That(
                PooledTown.Answers(toOthers).Rows(Siloed, "", "net_present_cost").Sum(row => row.Value),
                Is.EqualTo(264_000.0).Within(1e-6)
            );
        }
    }

    [Test]
    public void Who_provides_a_service_parts_no_line()
    {
        // The same help from somebody else at the same price: the town spends £24,000 a year less with one, and as much more with the
        // other.
        var scenario = Town()
            .WithBystander("hubs", 0.0)
            .WithOption("moved", place => place.WithService(Help, service => service with { Provider = new("hubs") })) with
        {
            Appraisal = Terms with { OptimismBias = [new("E", Q(0.5), Q(0.5))], CostsGrade = "E", BenefitsGrade = "E" },
        };
        var answers = PooledTown.Answers(scenario);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                answers.Rows("moved", Siloed, "net_present_cost").Where(row => row.About.Service == Help).Select(row => row.Value),
                Is.EqualTo([24_000.0, -24_000.0]).Within(1e-6)
            );
            Assert.That(
                answers
                    .Rows("moved", Siloed, "net_present_value_fiscal")
                    .Where(row => row.About.Service == Help)
                    .Select(row => (row.About.Provider, row.Value)),
                Is.EqualTo([("hubs", 0.0)])
            );
            Assert.That(answers.Rows("moved", Siloed, "net_present_value_fiscal_after_bias").Select(row => row.Value), Is.All.EqualTo(0.0));
            Assert.That(answers.Rows("moved", Siloed, "benefit_cost_ratio_fiscal"), Is.Empty);
        }
    }

    [Test]
    public void What_an_outcome_of_an_investment_is_worth_is_a_benefit_and_no_less_of_a_cost()
    {
        // Twice the help for £24,000 more; each of the 2,400 contacts more frees £5 elsewhere.
        var scenario = Town()
            .WithOption("more", place =>
                place
                    .WithService(Help, service =>
                        service with
                        {
                            Demand = service.Demand with { Growth = Path(2.0) },
                            Budget = Q(48_000.0),
                        }
                    )
                    .WithBody(Council, body => body with { Income = [new("income", Path(48_000.0))] })
            ) with
        {
            Appraisal = Terms with
            {
                InvestsIn = [new(Help)],
                Values =
                [
                    new()
                    {
                        Name = "freed",
                        Kind = ValueKind.Fiscal,
                        Measure = "delivered",
                        Each = Q(5.0),
                        PriceYear = Start,
                        Where = new Dictionary<string, string> { ["service"] = Help },
                    },
                ],
            },
        };

        Assert.That(
            PooledTown.Answers(scenario).Rows("more", Siloed, "benefit_cost_ratio_fiscal").Single().Value,
            Is.EqualTo(0.5).Within(1e-9)
        );
    }

    [Test]
    public void A_ratio_is_above_1_where_the_value_is_above_nothing([Range(1, 40)] int seed)
    {
        var bias = Terms with { OptimismBias = [new("D", Q(0.3), Q(0.4))], CostsGrade = "D", BenefitsGrade = "D" };
        var random = RandomScenario.Make(seed);
        if (
            AnswersOf(
                random with
                {
                    Appraisal = bias with { InvestsIn = seed % 2 == 0 ? [] : [random.BaselineOption.Place.Services[0].Id] },
                }
            )
            is not { } answers
        )
        {
            return;
        }

        foreach (var option in answers.Options.Where(option => option.Id != answers.Scenario.Baseline))
        {
            foreach (var suffix in (string[])["", "_after_bias"])
            {
                var value = answers
                    .Rows(option.Id.Name, answers.Scenario.Baseline.Name, $"net_present_value_fiscal{suffix}")
                    .Sum(row => row.Value);
                foreach (
                    var ratio in answers
                        .Rows(option.Id.Name, answers.Scenario.Baseline.Name, $"benefit_cost_ratio_fiscal{suffix}")
                        .Where(_ => Math.Abs(value) > 0.005)
                )
                {
                    Assert.That(ratio.Value > 1.0, Is.EqualTo(value > 0.0), $"{option.Id}{suffix}: {ratio.Value:R}, {value:R}");
                }
            }
        }
    }

    [Test]
    public void Nominal_money_comes_back_from_real()
    {
        var scenario = PooledTown.Deflated;
        var deflator = new Deflator(scenario);

        Assert.That(
            Enumerable.Range(0, scenario.Horizon.Years).Select(year => deflator.Nominal(deflator.Real(123.45, year), year)),
            Is.All.EqualTo(123.45).Within(1e-12)
        );
    }

    [Test]
    public void The_deflator_carries_a_grant_to_later_prices()
    {
        var scenario = Town() with
        {
            Prices = new()
            {
                Base = Start,
                Deflator = new("gdp"),
                Indices = [new() { Id = new("gdp"), Levels = new() { Points = [new(Start + -1, Q(91.031)), new(Start, Q(102.789))] } }],
            },
        };

        Assert.That(7.4e6 * new Deflator(scenario).Carry(Start + -1, Start), Is.EqualTo(8_355_819.446).Within(0.001));
    }

    [Test]
    public void An_option_that_changes_nothing_is_worth_exactly_nothing([Range(1, 40)] int seed)
    {
        var random = RandomScenario.Make(seed).WithOption("same_again", place => place) with { Appraisal = Terms };
        if (AnswersOf(random) is not { } answers)
        {
            return;
        }

        var worth = answers.Tables.Where(table => table.Name == "appraisal").SelectMany(table => table.Rows)
            .Where(row => row.About.Option == "same_again" && row.About.Against.Length > 0);

        Assert.That(worth.Select(row => row.Value), Is.All.EqualTo(0.0));
    }

    [Test]
    public void Parts_add_up_to_totals([Range(1, 40)] int seed)
    {
        if (AnswersOf(RandomScenario.Make(seed) with { Appraisal = Terms }) is not { } answers)
        {
            return;
        }

        foreach (var option in answers.Options)
        {
            var byYear = answers.Rows(option.Id.Name, "", "discounted_cost").Sum(row => row.Value);
            var total = answers.Rows(option.Id.Name, "", "net_present_cost").Sum(row => row.Value);
            Assert.That(byYear, Is.EqualTo(total).Within(1e-9 * (1.0 + Math.Abs(total))));

            if (option.Id != answers.Scenario.Baseline)
            {
                var baseline = answers.Rows(answers.Scenario.Baseline.Name, "", "net_present_cost").Sum(row => row.Value);
                var worth = answers.Rows(option.Id.Name, answers.Scenario.Baseline.Name, "net_present_value_fiscal").Sum(row => row.Value);
                Assert.That(worth, Is.EqualTo(baseline - total).Within(1e-9 * (1.0 + Math.Abs(total))));
            }
        }
    }

    private static double Sum(Answers answers, string measure) => answers.Rows(Pooled, Siloed, measure).Sum(row => row.Value);

    private static Answers? AnswersOf(Scenario scenario)
    {
        var study = CentralStudy.Run(Prepared.Of(scenario));
        return study.Broken is null ? Answers.Of(scenario, study.Runs) : null;
    }

    private static DiscountRates Rates(params (int From, double Rate)[] segments) =>
        new([.. segments.Select(segment => new DiscountSegment(segment.From, Q(segment.Rate)))]);
}
