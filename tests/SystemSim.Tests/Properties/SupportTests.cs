using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>Support is leave to borrow: what holds of it in random scenarios, whatever the numbers are.</summary>
public sealed class SupportTests
{
    private const int Seeds = 150;
    private const double Penny = 0.01;

    /// <summary>Rounding of sums of a place's money.</summary>
    private const double Agreement = 1e-9;

    [Test]
    public void Debt_and_assets_sold_balance_to_the_penny_in_every_option()
    {
        foreach (var (name, scenario, option, run) in Runs(scenario => scenario))
        {
            foreach (var body in option.Bodies.Where(body => body.Capitalisation is not null))
            {
                var (debt, sold) = (Opening(scenario, body), 0.0);
                foreach (var year in Years(scenario))
                {
                    debt += Of("borrowing", year) - Of("debt_repaid", year);
                    sold += Of("receipts_used", year);
                    using (Assert.EnterMultipleScope())
                    {
                        Assert.That(Of("debt", year), Is.EqualTo(debt).Within(Penny), $"{name}, {body.Id}, {year}");
                        Assert.That(Of("assets_sold", year), Is.EqualTo(sold).Within(Penny), $"{name}, {body.Id}, {year}");
                        Assert.That(debt, Is.GreaterThan(-Penny), $"{name}, {body.Id}, {year}: repaid more than was borrowed");
                    }
                }

                double Of(string measure, FinancialYear year) => run.Find(option.Id.Name, measure, year, null, body.Id.Name)!.Value;
            }
        }
    }

    [Test]
    public void Drawing_support_is_no_gain_in_any_option()
    {
        string[] received = ["income", "provider_surplus", "centre_meets", "account_deficit"];
        string[] given = ["spend", "other_spending", "returned", "income_lost", "into_risk_reserve"];
        var drawn = 0;
        foreach (var (name, scenario, option, run) in Runs(scenario => scenario))
        {
            var flows = run.Rows.Where(row => row.Key.Option == option.Id.Name && row.Key.Step is null)
                .ToLookup(row => (row.Key.Measure, row.Key.Year, row.Key.Item.Split('|')[0]), row => row.Value);
            foreach (var body in option.Bodies.Where(body => body.Capitalisation is not null).Select(body => body.Id.Name))
            {
                var before = run.Find(option.Id.Name, "position", scenario.Horizon.Start, -1, body)!.Value;
                foreach (var year in Years(scenario))
                {
                    var position = Of("position");
                    var moved = received.Sum(Of) - given.Sum(Of);
                    var within = Agreement * (1e6 + received.Concat(given).Sum(measure => Math.Abs(Of(measure))) + Math.Abs(position));

                    // Neither what is borrowed or sold nor what is repaid is among what moves it.
                    Assert.That(position - before, Is.EqualTo(moved).Within(within), $"{name}, {body}, {year}");
                    drawn += Of("borrowing") + Of("receipts_used") > 1.0 ? 1 : 0;
                    before = position;

                    double Of(string measure) => flows[(measure, year, body)].Sum();
                }
            }
        }

        Assert.That(drawn, Is.GreaterThan(50));
    }

    [Test]
    public void A_debt_is_paid_off_after_as_many_years_as_it_is_repaid_over()
    {
        var paidOff = 0;
        foreach (var (name, scenario, option, run) in Runs(OneYearOfLeave))
        {
            foreach (var body in option.Bodies.Where(body => body.Capitalisation is not null))
            {
                var years = Math.Max(body.Capitalisation!.Over, body.Capitalisation.OpeningDebt?.YearsLeft - 1 ?? 0);
                if (years < scenario.Horizon.Years)
                {
                    var last = scenario.Horizon.YearAt(scenario.Horizon.Years - 1);
                    var left = run.Find(option.Id.Name, "debt", last, null, body.Id.Name)!.Value;

                    Assert.That(left, Is.EqualTo(0.0).Within(Penny), $"{name}, {body.Id}");
                    paidOff++;
                }
            }
        }

        Assert.That(paidOff, Is.GreaterThan(20));
    }

    [Test]
    public void Leave_to_draw_that_no_budget_rests_on_changes_no_position_of_the_first_year()
    {
        // What leaves the place or goes to a pool follows from the year's money, which is the same. Without notices, which leave holds off.
        foreach (var (with, without) in Pairs(made => NothingPlanned(NoNotices(made)), made => NoLeave(NoNotices(made))))
        {
            var year = with.Scenario.Horizon.Start;
            foreach (var body in with.Option.Bodies)
            {
                double Of(EngineRun run) => run.Find(with.Option.Id.Name, "position", year, null, body.Id.Name)!.Value;

                var within = Agreement * (1e6 + Math.Abs(Of(with.Run)));
                Assert.That(Of(with.Run), Is.EqualTo(Of(without.Run)).Within(within), $"{with.Name}, {body.Id}");
            }
        }
    }

    [Test]
    public void Planned_support_is_to_notices_of_the_first_year_what_income_is()
    {
        var notices = 0;
        foreach (var (support, income) in Pairs(AllPlanned, IncomeForPlanned))
        {
            var year = support.Scenario.Horizon.Start;
            foreach (var body in support.Option.Bodies.Where(body => body.EmergencyLevel is not null))
            {
                double Of(EngineRun run) => run.Find(support.Option.Id.Name, "section_114", year, null, body.Id.Name)!.Value;

                Assert.That(Of(support.Run), Is.EqualTo(Of(income.Run)), $"{support.Name}, {body.Id}");
                notices += Of(support.Run) > 0.0 ? 1 : 0;
            }
        }

        Assert.That(notices, Is.GreaterThan(10));
    }

    // Care takes 24,000 more than its forecast, and there are no reserves.
    [TestCase(0.0, 0.0, 1.0)]
    [TestCase(24_000.0, 24_000.0, 0.0)]
    [TestCase(30_000.0, 24_000.0, 0.0)]
    [TestCase(30_000.0, 0.0, 0.0)]
    [TestCase(5_000.0, 5_000.0, 1.0)]
    public void Support_that_was_agreed_is_not_answered_with_a_notice(double limit, double planned, double notices)
    {
        var town = Town()
            .WithBody(Council, body => body with
            {
                Income = [new("income", Path(264_000.0))],
                EmergencyLevel = Q(0.4),
                Capitalisation = new() { Limit = Path(limit), Planned = Path(planned), Rate = Path(0.05), Over = 20 },
            })
            .WithService(Care, service => service with { Budget = Q(240_000.0), Demand = service.Demand with { Growth = Path(1.1) } })
            .With(place => place with { Governance = Silos(OwnFund(Council, Help, Care), OwnFund(Nhs)) });

        var run = EngineRun.Of(town);

        Assert.That(run.Find("siloed", "section_114", town.Horizon.Start, null, Council), Is.EqualTo(notices));
    }

    private static IEnumerable<FinancialYear> Years(Scenario scenario) =>
        Enumerable.Range(0, scenario.Horizon.Years).Select(scenario.Horizon.YearAt);

    private static double Opening(Scenario scenario, Organisation body) =>
        body.Capitalisation?.OpeningDebt is { } debt
            ? debt.Amount.Factors.Aggregate(debt.Amount.Value, (value, id) =>
                value * scenario.Factors.First(factor => factor.Id == id).Value.Value)
            : 0.0;

    /// <summary>Runs that are made of the same option, changed in two ways; none where a run of either way is stopped.</summary>
    private static IEnumerable<(
        (string Name, Scenario Scenario, Option Option, EngineRun Run) One,
        (string Name, Scenario Scenario, Option Option, EngineRun Run) Other
    )> Pairs(Func<Scenario, Scenario> one, Func<Scenario, Scenario> other) =>
        Runs(one).Join(Runs(other), run => run.Name, run => run.Name, (run, beside) => (run, beside));

    private static IEnumerable<(string Name, Scenario Scenario, Option Option, EngineRun Run)> Runs(Func<Scenario, Scenario> changed) =>
        from seed in Enumerable.Range(0, Seeds)
        let scenario = changed(RandomScenario.Make(seed))
        let run = EngineRun.Of(scenario, bySteps: false)
        where run.Broken is null
        from option in scenario.Options
        where option.Place.Governance.Succession.IsEmpty
        select ($"seed {seed}, {option.Id}", scenario, option, run);

    /// <summary>A scenario whose support is changed, in every option.</summary>
    private static Scenario With(Scenario scenario, Func<Organisation, Capitalisation, Organisation> change) =>
        scenario.Everywhere(place => place with
        {
            Organisations = [.. place.Organisations.Select(body => body.Capitalisation is { } support ? change(body, support) : body)],
        });

    private static Scenario WithTerms(Scenario scenario, Func<Capitalisation, Capitalisation> change) =>
        With(scenario, (body, support) => body with { Capitalisation = change(support) });

    private static Scenario AllPlanned(Scenario scenario) => WithTerms(scenario, support => Borrowed(support) with
    {
        Limit = support.Planned ?? support.Limit,
        Planned = support.Planned ?? support.Limit,
    });

    private static Scenario IncomeForPlanned(Scenario scenario) => With(scenario, (body, support) => body with
    {
        Income = body.Income.Add(new("support", support.Planned ?? support.Limit)),
        Capitalisation = Borrowed(support) with { Limit = Path(0.0), Planned = null },
    });

    private static Capitalisation Borrowed(Capitalisation support) => support with
    {
        Receipts = null,
        ToReserves = null,
        Rate = support.Rate ?? Path(0.05),
        Over = Math.Max(support.Over, 1),
    };

    private static Scenario NoNotices(Scenario scenario) =>
        scenario.Everywhere(place => place with
        {
            Organisations = [.. place.Organisations.Select(body => body with { EmergencyLevel = null })],
        });

    private static Scenario NothingPlanned(Scenario scenario) =>
        WithTerms(scenario, support => support with { Planned = null, ToReserves = null });

    private static Scenario NoLeave(Scenario scenario) =>
        WithTerms(scenario, support => support with { Limit = Path(0.0), Planned = null, ToReserves = null });

    private static Scenario OneYearOfLeave(Scenario scenario) =>
        WithTerms(scenario, support => support with
        {
            Limit = new() { Points = [new(scenario.Horizon.Start, Q(1e6)), new(scenario.Horizon.Start + 1, Q(0.0))] },
        });
}
