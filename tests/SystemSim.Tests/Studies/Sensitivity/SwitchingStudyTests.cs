using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

public sealed class SwitchingStudyTests
{
    [TestCase(PricedTown.CarePrice, 90.0, 0.25)]
    [TestCase(PricedTown.VisitPrice, 100.0, 0.625)]
    public void A_straight_line_switches_where_both_prices_are_the_same(string quantity, double value, double chanceBelow)
    {
        var found = Solve(PricedTown.Make(), quantity)!;

        var crossing = found.Crossings.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(crossing.Value, Is.EqualTo(value).Within(1e-9));
            Assert.That(Math.Abs(crossing.Residual), Is.LessThanOrEqualTo(found.Tolerance));
            Assert.That(crossing.ChanceBelow, Is.EqualTo(chanceBelow).Within(1e-9));
            Assert.That((crossing.IsLeap, crossing.UpTo), Is.EqualTo((false, (double?)null)));
            Assert.That(found.AtCentral, Is.EqualTo(PricedTown.Difference(100.0, 90.0)).Within(1e-6));
        }
    }

    [Test]
    public void There_is_none_where_the_line_does_not_get_to()
    {
        var found = Solve(PricedTown.Make(), PricedTown.CarePrice, (95.0, 120.0))!;

        Assert.That((found.Crossings.Length, found.HasEffect, found.From, found.To), Is.EqualTo((0, true, 95.0, 120.0)));
    }

    [Test]
    public void What_changes_nothing_has_none()
    {
        var found = Solve(PricedTown.Make(), PricedTown.HelpPrice)!;

        Assert.That((found.Crossings.Length, found.HasEffect), Is.EqualTo((0, false)));
    }

    [Test]
    public void An_option_that_changes_nothing_has_none()
    {
        var town = PricedTown.Make();
        var found = Solve(
            town with
            {
                Options = [town.BaselineOption, town.BaselineOption with { Id = PricedTown.Option }],
            },
            PricedTown.CarePrice
        )!;

        Assert.That((found.Crossings.Length, found.AtCentral), Is.EqualTo((0, 0.0)));
    }

    [Test]
    public void All_of_several_are_found()
    {
        var scenario = Read("borough");

        var found = SwitchingStudy.Run(
            Prepared.Of(scenario),
            PricedTown.Spend,
            scenario.Options[^1].Id,
            scenario.Baseline,
            "governance.fixed.start_of_year.shares.outpatient"
        )!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Crossings, Has.Length.EqualTo(2));
            Assert.That(found.Crossings.Select(crossing => Math.Abs(crossing.Residual)), Has.All.LessThanOrEqualTo(found.Tolerance));
        }
    }

    [Test]
    public void Put_back_into_the_scenario_it_gives_nothing([Values("services.gp.cost.unit", "factors.budget_growth")] string quantity)
    {
        var scenario = Read("borough");
        var option = scenario.Options[^1].Id;
        var found = SwitchingStudy.Run(Prepared.Of(scenario), PricedTown.Spend, option, scenario.Baseline, quantity)!;
        Assert.That(found.Crossings, Is.Not.Empty);

        foreach (var crossing in found.Crossings)
        {
            var value = crossing.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            var again = Read(
                "borough",
                quantity.StartsWith("factors", StringComparison.Ordinal)
                    ? $"{quantity}={{value: {value}, low: 0.001, high: 9, on: [{string.Join(", ", scenario.Factors.Single(factor => factor.Value.Name == quantity).On)}]}}"
                    : $"{quantity}=£{value}"
            );

            var spent = TornadoStudy.Run(Prepared.Of(again), PricedTown.Spend, option, scenario.Baseline)!.Central;

            Assert.That(spent, Is.Zero.Within(found.Tolerance), value);
        }
    }

    [Test]
    public void A_number_that_an_option_puts_in_the_place_of_another_is_moved_for_that_option()
    {
        // The option buys care dearer than today: what it must fall to is the price at which the option costs what today does, whatever
        // today's price.
        var dearer = Quantity.Of(150.0) with { Name = PricedTown.CarePrice };
        var town = PricedTown.Make();
        var scenario = (town with { Numbers = town.Numbers.Add(dearer) }).WithOption("dearer", place =>
            place.WithService(SmallScenarios.Care, service => service with { Cost = service.Cost with { Unit = dearer } })
        );

        var found = SwitchingStudy.Run(Prepared.Of(scenario), PricedTown.Spend, new("dearer"), PricedTown.Now, PricedTown.CarePrice)!;

        Assert.That((found.Central, found.Crossings.Single().Value), Is.EqualTo((150.0, 100.0)).Within(1e-9));
    }

    [Test]
    public void A_share_that_is_moved_leaves_room_for_itself()
    {
        var scenario = Read("borough");
        var share = scenario
            .Numbers.First(number =>
                number.Name.StartsWith("people.start", StringComparison.Ordinal) && number.Name.Contains(".need.", StringComparison.Ordinal)
            )
            .Name;

        var found = SwitchingStudy.Run(
            Prepared.Of(scenario),
            new() { Measure = "people", Year = scenario.Horizon.Start },
            scenario.Baseline,
            null,
            share
        )!;

        // However need is spread, as many people live there, but for those who die of more need.
        var people = found.Points.Select(point => point.Number!.Value).ToArray();
        Assert.That((people.Max() - people.Min()) / people.Max(), Is.LessThan(0.05));
    }

    private static SwitchingValue? Solve(Scenario scenario, string quantity, (double Low, double High)? between = null) =>
        SwitchingStudy.Run(Prepared.Of(scenario), PricedTown.Spend, PricedTown.Option, PricedTown.Now, quantity, between);

    private static Scenario Read(string name, params string[] overrides)
    {
        var read = ScenarioReader.Read(Repository.Find("scenarios", "features", name), overrides);
        return read.Scenario ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }
}
