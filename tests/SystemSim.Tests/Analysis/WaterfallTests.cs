using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

public sealed class WaterfallTests
{
    private const string Changed = "changed";

    [Test]
    public void One_driver_is_the_whole_difference()
    {
        var waterfall = Explain(PooledTown.Scenario, "delivered", Pooled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DriversOf(waterfall), Is.EqualTo("pooling"));
            Assert.That(waterfall.Bars.Single().Value, Is.EqualTo(-300.0).Within(1e-9));
            Assert.That(waterfall.Interaction, Is.Zero);
        }
    }

    /// <summary>£10 a contact for 2,400: at £11, £2,400 more; a tenth more asked, £2,400 more; both, £240 more than that.</summary>
    [Test]
    public void What_drivers_do_together_is_a_line_of_its_own()
    {
        var scenario = Town()
            .WithService(Help, service => service with { Duty = Duty.Statutory })
            .WithOption(Changed, place =>
                place.WithService(Help, service =>
                    service with
                    {
                        Cost = service.Cost with { Unit = Q(11.0) },
                        Demand = service.Demand with { Rates = [null, Q(13.2)] },
                    }
                )
            );

        var waterfall = Explain(scenario, "payment", Changed, Help);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DriversOf(waterfall), Is.EqualTo("prices, demand"));
            Assert.That(waterfall.Bars.Select(bar => bar.Value), Is.All.EqualTo(2_400.0).Within(1e-6));
            Assert.That(waterfall.Interaction, Is.EqualTo(240.0).Within(1e-6));
            Assert.That(
                WaterfallText.Write(waterfall).Select(line => line.Text),
                Has.Some.Matches(@"^  interaction\s+what they do together\s+240\s*$")
            );
        }
    }

    [Test]
    public void Money_put_in_is_apart_from_the_rule_and_from_pooling()
    {
        var scenario = Town(years: 2).WithOption(Changed, place => place
            .WithBody(Council, body => body with { Income = [new("income", Path(30_000.0))] })
            .WithFund(Council, fund => fund with { StartOfYear = new() { Rule = new BudgetRule.FixedShares() } }));

        var waterfall = Explain(scenario, "budget", Changed);

        // More money does nothing under the old rule, and the new rule nothing without it: £6,000 a year more come of both.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(waterfall.Bars, Is.Empty);
            Assert.That(waterfall.Interaction, Is.EqualTo(12_000.0).Within(1e-6));
        }
    }

    [Test]
    public void A_pool_takes_the_amounts_of_all_who_planned_them()
    {
        var planned = new StartOfYear { Rule = new BudgetRule.Plan { Amounts = [new(new(Help), Path(18_000.0))] } };
        var governance = OnePool(terms: pool =>
            pool with
            {
                Contributions = [pool.Contributions[0] with { First = Q(24_000.0) }, pool.Contributions[1]],
            }
        );
        var scenario = Town()
            .WithFund(Council, fund => fund with { StartOfYear = planned })
            .WithOption(Pooled, place => place with { Governance = governance });

        var waterfall = Explain(scenario, "budget", Pooled);

        // Pooling alone keeps the plan; without it help has what it opened with.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DriversOf(waterfall), Is.EqualTo("allocation rule"));
            Assert.That(waterfall.Total, Is.EqualTo(6_000.0).Within(1e-6));
        }
    }

    // The NHS's income grows by £24,000 a year. Its own fund pays for care alone and banks it under any rule; the pool's rule spends it on
    // help, the council's.
    [TestCase(true, "rule in the pool")]
    [TestCase(false, "rule in the pool")]
    public void Growth_that_silos_bank_and_a_rule_spends_in_a_pool_is_the_rules(bool silosHaveTheRule, string driver)
    {
        var shares = new StartOfYear { Rule = new BudgetRule.FixedShares() };
        var scenario = Town(years: 3).WithBody(Nhs, body => body with { Income = [new("income", Path(240_000.0, 264_000.0, 288_000.0))] });
        scenario = silosHaveTheRule ? scenario.WithFund(Council, fund => fund with { StartOfYear = shares }) : scenario;
        scenario = scenario.WithOption(Pooled, place => place with { Governance = Funded(OnePool(), shares) });

        var waterfall = Explain(scenario, "budget", Pooled, Help);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DriversOf(waterfall), Is.EqualTo(driver));
            Assert.That(waterfall.Bars.Single().Value, Is.EqualTo(24_000.0 + 48_000.0).Within(1e-6));
            Assert.That(waterfall.Interaction, Is.Zero.Within(1e-6));
            Assert.That(
                WaterfallText.Write(waterfall).Select(line => line.Text),
                Has.Some.Contains("what a rule spends of it in one fund is the rule's")
            );
        }
    }

    // A pool whose running takes £1,000 from help each year, whatever is banked or spent.
    [Test]
    public void What_a_pool_costs_is_pooling_whatever_its_rule()
    {
        var shares = new StartOfYear { Rule = new BudgetRule.FixedShares() };
        var scenario = Town(years: 2)
            .WithOption(Pooled, place =>
                place with
                {
                    Governance = Funded(OnePool(terms: pool => pool with { Running = Path(1_000.0) }), shares),
                }
            );

        var waterfall = Explain(scenario, "budget", Pooled, Help);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DriversOf(waterfall), Is.EqualTo("pooling"));
            Assert.That(waterfall.Bars.Single().Value, Is.EqualTo(-2_000.0).Within(1e-6));
        }
    }

    [TestCase("spend")]
    [TestCase("delivered")]
    [TestCase("gain")]
    public void Bars_and_interaction_add_up_to_the_whole(string measure)
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var scenario = RandomScenario.Make(seed);
            foreach (var option in scenario.Options.Where(option => option.Id != scenario.Baseline))
            {
                var study = WaterfallStudy.Run(Prepared.Of(scenario), new Selection { Measure = measure }, scenario.Baseline, option.Id);
                if (study.Waterfall is { } waterfall)
                {
                    var sum = waterfall.From + waterfall.Bars.Sum(bar => bar.Value) + waterfall.Interaction;
                    Assert.That(sum, Is.EqualTo(waterfall.To).Within(1e-9 * (1.0 + Math.Abs(waterfall.To))), $"seed {seed}, {option.Id}");
                }
            }
        }
    }

    [TestCase("one-body-into-two", "two", "debt_interest", "reorganisation")]
    [TestCase("succession-of-names", "new", "other_spending", "")]
    [TestCase("two-bodies-into-one", "one", "income", "reorganisation")]
    public void Bodies_that_end_and_begin_are_told_as_what_they_are(string feature, string option, string measure, string drivers)
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", feature), []).Scenario!;

        var waterfall = Explain(scenario, measure, option);

        Assert.That(DriversOf(waterfall), Is.EqualTo(drivers));
    }

    [Test]
    public void Where_there_is_a_pool_too_a_reorganisation_is_told_with_it()
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", "succession-of-names"), []).Scenario!
            .Everywhere(place => place.WithBody("new", body => body with { OtherSpending = [] }));

        var waterfall = Explain(scenario, "other_spending", "new");

        Assert.That(DriversOf(waterfall), Is.EqualTo("reorganisation and pooling"));
    }

    [Test]
    public void An_option_that_changes_nothing_has_no_bars()
    {
        var waterfall = Explain(PooledTown.Scenario.WithOption(Changed, place => place), "spend", Changed);

        Assert.That((waterfall.Bars.Length, waterfall.Total, waterfall.Interaction), Is.EqualTo((0, 0.0, 0.0)));
    }

    [Test]
    public void What_neither_option_has_is_not_explained()
    {
        var study = WaterfallStudy.Run(
            Prepared.Of(PooledTown.Scenario),
            new Selection { Measure = "net_present_cost" },
            new(Siloed),
            new(Pooled)
        );

        Assert.That((study.Waterfall, study.Broken), Is.EqualTo(((Waterfall?)null, (BrokenInvariant?)null)));
    }

    private static Arrangement Funded(Arrangement arrangement, StartOfYear start) => arrangement with
    {
        Funds = [.. arrangement.Funds.Select(fund => fund.Pool is null ? fund : fund with { StartOfYear = start })],
    };

    private static string DriversOf(Waterfall waterfall) => string.Join(", ", waterfall.Bars.Select(bar => bar.Driver));

    private static Waterfall Explain(Scenario scenario, string measure, string option, string? service = null)
    {
        var where = service is null ? new Dictionary<string, string>() : new() { ["service"] = service };
        return WaterfallStudy
            .Run(Prepared.Of(scenario), new Selection { Measure = measure, Where = where }, scenario.Baseline, new(option))
            .Waterfall!;
    }
}
