using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Planning;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>Names become rows.</summary>
public sealed class PlannerTests
{
    [Test]
    public void A_service_comes_after_those_that_refer_to_it_at_once()
    {
        var town = Town()
            .WithService(Care, service => service with { Referrals = [new Referral { To = new ServiceId(Help), Share = Q(0.1) }] });

        Assert.That(Rows(town), Is.EqualTo(["care", "help"]));
    }

    [Test]
    public void A_referral_with_a_lag_does_not_change_the_order()
    {
        var town = Town()
            .WithService(Care, service => service with
            {
                Referrals =
                    [
                        new Referral
                        {
                            To = new ServiceId(Help),
                            Share = Q(0.1),
                            After = 0.1,
                        },
                    ]
            });

        Assert.That(Rows(town), Is.EqualTo(["help", "care"]));
    }

    [Test]
    public void Those_that_share_a_limit_are_worked_together_statutory_before_discretionary()
    {
        var limit = new SharedLimit
        {
            Id = new LimitId("beds"),
            Kind = LimitKind.Capacity,
            Amount = Path(100.0),
            Services = [new(Help), new(Care)],
        };
        var plan = Planner.Build(Town().Everywhere(place => place with { Limits = [limit] }))[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.WorkingOrder, Has.Length.EqualTo(1));
            Assert.That(plan.Limits[0].Classes.Select(members => plan.Services[members[0]].Statutory), Is.EqualTo([true, false]));
        }
    }

    [Test]
    public void A_hand_off_counts_between_services_that_different_funds_pay_for_today()
    {
        var failure = new Failure
        {
            ReturnsTo = new ServiceId(Help),
            Share = Q(0.1),
            After = 0.1,
            HandOff = Q(0.05),
        };
        var town = Town()
            .WithService(Care, service => service with { Failures = [failure, failure with { ReturnsTo = new ServiceId(Care) }] });

        var plan = Planner.Build(town)[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Services[0].Failed[0].HandOff!.Share.Central, Is.EqualTo(0.05));
            Assert.That(plan.Services[1].Failed[0].HandOff, Is.Null);
        }
    }

    [TestCase(12, 2)]
    [TestCase(24, 4)]
    [TestCase(4, 0)]
    [TestCase(1, 0)]
    public void A_season_is_that_of_the_months_a_step_covers(int stepsPerYear, int rowOfJune)
    {
        double[] months = [1.0, 1.0, 4.0, .. Enumerable.Repeat(2.0 / 3.0, 9)];
        var town = Town(stepsPerYear: stepsPerYear).WithService(Care, service => service with
        {
            Demand = service.Demand with { Season = [.. months] },
        });

        var season = Planner.Build(town)[0].Services[1].Season;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(season, Has.Length.EqualTo(stepsPerYear));
            Assert.That(season[rowOfJune], Is.EqualTo(stepsPerYear switch { 1 => 1.0, 4 => 2.0, _ => 4.0 }));
            Assert.That(season.Average(), Is.EqualTo(1.0).Within(1e-12));
        }
    }

    [Test]
    public void Uncertain_numbers_and_factors_have_rows_and_known_ones_have_none()
    {
        var spread = new Spread { Low = 8.0, High = 12.0 };
        var price = new Quantity
        {
            Value = 10.0,
            Name = "services.help.cost.unit",
            Spread = spread,
        };
        var factor = new Factor
        {
            Id = new FactorId("prices"),
            Value = new Quantity
            {
                Value = 1.0,
                Name = "factors.prices.value",
                Spread = spread,
            },
            On = [],
        };
        var town = Town()
            .WithService(Help, service => service with { Cost = service.Cost with { Unit = price with { Factors = [factor.Id] } } }) with
        {
            Factors = [factor],
            Numbers = [factor.Value, price, Q(3.0)],
        };

        var plan = Planner.Build(town)[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.CentralQuantities, Is.EqualTo([1.0, 10.0]));
            Assert.That(plan.Services[0].UnitCost.Quantity, Is.EqualTo(1));
            Assert.That(plan.Services[0].UnitCost.Factors, Is.EqualTo([0]));
            Assert.That(plan.Services[1].UnitCost.Quantity, Is.EqualTo(-1));
        }
    }

    private static IEnumerable<string> Rows(Scenario scenario) =>
        Planner.Build(scenario)[0].WorkingOrder.Select(group => scenario.BaselineOption.Place.Services[group.Single()].Id.Name);
}
