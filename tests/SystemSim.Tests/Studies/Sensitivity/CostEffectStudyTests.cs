using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Tests;

public sealed class CostEffectStudyTests
{
    private static readonly Selection Spend = new() { Measure = "spend" };

    [Test]
    public void What_it_is_worth_to_know_two_prices_is_what_the_integrals_say()
    {
        // The option costs 1200 (w - x) more, w from 50 to 130, x from 80 to 120: it is the better on average. To know all is worth
        // 1200 E max(0, w - x) = 1200 (50^3 - 10^3)/3/40/160; to know w, 1200 (130 - 100)^2/160; to know x, 1200 (90 - 80)^2/80.
        var town = PricedTown.Make() with { Drawing = new() { Method = Sampling.Sobol } };
        var found = CostEffectStudy.Inform(Prepared.Of(town), Spend, null, new DrawRequest { Draws = 16_384 })!;
        var of = found.Quantities.ToDictionary(entry => entry.Quantity, entry => entry.Value);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Best, Is.EqualTo(1));
            Assert.That(found.Perfect.Value, Is.EqualTo(7_750.0).Within(4.0 * found.Perfect.Error));
            Assert.That(of[PricedTown.VisitPrice], Is.EqualTo(6_750.0).Within(5.0).Percent);
            // The other price is four parts in five of the spread: what is fitted through it is that much less exact.
            Assert.That(of[PricedTown.CarePrice], Is.EqualTo(1_500.0).Within(15.0).Percent);
            Assert.That(of[PricedTown.HelpPrice], Is.LessThanOrEqualTo(found.Noise));
            Assert.That(found.Noise, Is.LessThan(100.0));
        }
    }

    [Test]
    public void The_draws_of_a_run_tell_the_same_without_a_run_more()
    {
        var scenario = Read("draws");
        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 300, KeepsDraws = true });

        var found = InformationStudy.Run(Prepared.Of(scenario), draws)!;

        var asked = CostEffectStudy.Inform(Prepared.Of(scenario), Spend, null, new DrawRequest { Draws = 300 })!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Draws.Options[found.Best], Is.EqualTo(asked.Draws.Options[asked.Best]));
            Assert.That(found.Perfect.Value, Is.EqualTo(asked.Perfect.Value).Within(1e-6));
            Assert.That(found.Noise, Is.EqualTo(asked.Noise).Within(1e-6));
            foreach (var (quantity, value) in asked.Quantities)
            {
                Assert.That(found.Quantities.Single(known => known.Quantity == quantity).Value, Is.EqualTo(value).Within(1e-6), quantity);
            }

            Assert.That(InformationStudy.Run(Prepared.Of(scenario), draws with { Kept = null }), Is.Null);
        }
    }

    [Test]
    public void Where_options_are_the_same_there_is_nothing_to_know()
    {
        var town = PricedTown.Make();
        var found = CostEffectStudy.Inform(
            Prepared.Of(town with { Options = [town.BaselineOption, town.BaselineOption with { Id = PricedTown.Option }] }),
            Spend,
            null,
            new DrawRequest { Draws = 512 }
        )!;

        Assert.That((found.Perfect.Value, found.Noise, found.Quantities.Max(quantity => quantity.Value)), Is.EqualTo((0.0, 0.0, 0.0)));
    }

    [Test]
    public void Costs_are_those_of_the_draws_that_a_run_makes()
    {
        var scenario = Read("draws");
        var kept = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 300, KeepsDraws = true }).Kept!;

        var found = CostEffectStudy.Run(Prepared.Of(scenario), Spend, null, new DrawRequest { Draws = 300 })!;

        foreach (var (row, option) in found.Options.Index())
        {
            var spent = kept
                .Outcomes.Index()
                .First(outcome =>
                    outcome.Item.About is { Measure: "spend", Organisation: "", Against: "" } about && about.Option == option.Name
                )
                .Index;
            Assert.That(found.Costs[row], Is.EqualTo(kept.Values[spent].Skip(1)).Within(1e-9).Percent);
            Assert.That(found.Central[row].Cost, Is.EqualTo(kept.Values[spent][0]).Within(1e-9).Percent);
        }
    }

    [Test]
    public void Of_what_does_harm_what_is_avoided_counts()
    {
        var found = CostEffectStudy.Run(Prepared.Of(PricedTown.Make()), Spend, new() { Measure = "left" }, new DrawRequest { Draws = 0 })!;

        Assert.That((found.EffectName, found.Central[0].Effect), Is.EqualTo(("left avoided", 0.0)));
    }

    [Test]
    public void Threads_change_no_byte([Values(2, 3)] int threads)
    {
        var scenario = Read("borough");

        Assert.That(
            InformationJson.Write(
                CostEffectStudy.Inform(Prepared.Of(scenario), Spend, null, new DrawRequest { Draws = 200, Threads = threads })!
            ),
            Is.EqualTo(InformationJson.Write(CostEffectStudy.Inform(Prepared.Of(scenario), Spend, null, new DrawRequest { Draws = 200 })!))
        );
    }

    [Test]
    public void A_grid_is_the_function_of_both_numbers()
    {
        var grid = GridStudy.Run(
            Prepared.Of(PricedTown.Make()),
            PricedTown.Spend,
            PricedTown.Option,
            PricedTown.Now,
            PricedTown.CarePrice,
            PricedTown.VisitPrice
        )!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grid.DownValues, Is.EqualTo([84.0, 92.0, 100.0, 108.0, 116.0]).Within(1e-9));
            Assert.That(grid.AlongValues, Is.EqualTo([58.0, 74.0, 90.0, 106.0, 122.0]).Within(1e-9));
            for (var row = 0; row < 5; row++)
            {
                for (var column = 0; column < 5; column++)
                {
                    Assert.That(
                        grid.Numbers[row][column],
                        Is.EqualTo(PricedTown.Difference(grid.DownValues[row], grid.AlongValues[column])).Within(1e-6)
                    );
                }
            }
        }
    }

    private static Scenario Read(string name) => ScenarioReader.Read(Repository.Find("scenarios", "features", name), []).Scenario!;
}
