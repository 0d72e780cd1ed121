using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Tests;

public sealed class TornadoStudyTests
{
    // Money of millions in doubles.
    private const double Close = 1e-6;

    [Test]
    public void Straight_lines_are_as_wide_as_their_slope_times_the_range()
    {
        var tornado = TornadoStudy.Run(Prepared.Of(PricedTown.Make()), PricedTown.Spend, PricedTown.Option, PricedTown.Now)!;

        // Percentiles of what is drawn alike from 50 to 130: 58 and 122; from 80 to 120: 84 and 116.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tornado.Central, Is.EqualTo(PricedTown.Difference(100.0, 90.0)).Within(Close));
            Assert.That(
                tornado.Bars.Select(bar => bar.Quantity),
                Is.EqualTo([PricedTown.VisitPrice, PricedTown.CarePrice, PricedTown.HelpPrice])
            );
            Assert.That((tornado.Bars[0].Low, tornado.Bars[0].High), Is.EqualTo((58.0, 122.0)).Within(Close));
            Assert.That(tornado.Bars[0].AtLow, Is.EqualTo(PricedTown.Difference(100.0, 58.0)).Within(Close));
            Assert.That(tornado.Bars[0].AtHigh, Is.EqualTo(PricedTown.Difference(100.0, 122.0)).Within(Close));
            Assert.That(tornado.Bars[1].AtLow, Is.EqualTo(PricedTown.Difference(84.0, 90.0)).Within(Close));
            Assert.That(tornado.Bars[1].WidthAbout(tornado.Central), Is.EqualTo(PricedTown.Contacts * 32.0).Within(Close));
        }
    }

    [Test]
    public void What_has_no_effect_is_exactly_0_wide()
    {
        var tornado = TornadoStudy.Run(Prepared.Of(PricedTown.Make()), PricedTown.Spend, PricedTown.Option, PricedTown.Now)!;

        var help = tornado.Bars.Single(bar => bar.Quantity == PricedTown.HelpPrice);
        Assert.That((help.AtLow, help.AtHigh, help.WidthAbout(tornado.Central)), Is.EqualTo((tornado.Central, tornado.Central, 0.0)));
    }

    [Test]
    public void An_option_that_changes_nothing_differs_by_exactly_0_at_every_end(
        [Values("borough", "draws", "pool-of-one-equals-siloed")] string name
    )
    {
        var scenario = Read(name);
        scenario = scenario with { Options = [scenario.BaselineOption, scenario.BaselineOption with { Id = new("same") }] };

        var tornado = TornadoStudy.Run(Prepared.Of(scenario), PricedTown.Spend, new("same"), scenario.Baseline)!;

        Assert.That(tornado.Bars.SelectMany(bar => new[] { bar.AtLow, bar.AtHigh }).Append(tornado.Central), Has.All.EqualTo(0.0).Or.Null);
    }

    [Test]
    public void The_middle_is_the_central_run(
        [Values("borough", "draws-from-a-table", "appraisal", "section-114")] string name,
        [Values("spend", "delivered")] string measure
    )
    {
        var scenario = Read(name);
        var answers = Answers.Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs);
        var option = scenario.Options[^1].Id;
        var prices = MeasureCatalogue.Find(measure)!.LeadingPrices(scenario);
        var sum = answers
            .Rows(option.Name, "", measure)
            .Where(row => row.Step is null && row.About.PriceBase == prices)
            .Sum(row => row.Value);

        var tornado = TornadoStudy.Run(Prepared.Of(scenario), new() { Measure = measure }, option, null)!;

        Assert.That(tornado.Central, Is.EqualTo(sum).Within(1e-9).Percent);
    }

    [Test]
    public void Threads_change_no_byte([Values(2, 3)] int threads)
    {
        var scenario = Read("borough");
        var option = scenario.Options[^1].Id;

        var alone = TornadoStudy.Run(Prepared.Of(scenario), PricedTown.Spend, option, scenario.Baseline)!;
        var together = TornadoStudy.Run(Prepared.Of(scenario), PricedTown.Spend, option, scenario.Baseline, threads)!;

        Assert.That(TornadoJson.Write(together), Is.EqualTo(TornadoJson.Write(alone)));
    }

    [Test]
    public void Shares_make_room_for_the_one_that_is_moved()
    {
        // What a row of counts says of one move it says of the other: both tell the same, turned round.
        var scenario = Read("draws");

        var bars = TornadoStudy
            .Run(Prepared.Of(scenario), PricedTown.Spend, scenario.Options[^1].Id, scenario.Baseline)!
            .Bars.ToDictionary(bar => bar.Quantity);

        var (ill, well) = (bars["people.moves.well.counts.ill"], bars["people.moves.well.counts.well"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ill.Low + well.High, Is.EqualTo(100.0).Within(1e-9));
            Assert.That(ill.AtLow, Is.EqualTo(well.AtHigh).Within(1e-6));
        }
    }

    [Test]
    public void An_end_that_breaks_a_rule_is_stopped_and_told()
    {
        // A share with a factor of which the 90th percentile takes it above 1.
        var scenario = Reading("""
            factors: {more: {value: 1, low: 0.5, high: 3, on: [services.help.cost.charges]}}
            """);

        var bar = TornadoStudy.Run(Prepared.Of(scenario), PricedTown.Spend, PricedTown.Now, null)!.Bars.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bar.AtLow.HasValue, bar.AtHigh), Is.EqualTo((true, (double?)null)));
            Assert.That(bar.Stopped, Is.EqualTo("services.help.cost.charges would not be from 0 to 1"));
        }
    }

    [Test]
    public void Years_are_added_up_as_far_as_is_asked()
    {
        var years = PricedTown.Make(years: 3);

        var two = TornadoStudy.Run(
            Prepared.Of(years),
            PricedTown.Spend with
            {
                UpTo = SmallScenarios.Start + 1,
            },
            PricedTown.Option,
            PricedTown.Now
        )!;
        var second = TornadoStudy.Run(
            Prepared.Of(years),
            PricedTown.Spend with
            {
                Year = SmallScenarios.Start + 1,
            },
            PricedTown.Option,
            PricedTown.Now
        )!;

        Assert.That(
            (two.Central, second.Central),
            Is.EqualTo((2.0 * PricedTown.Difference(100.0, 90.0), PricedTown.Difference(100.0, 90.0))).Within(1e-6)
        );
    }

    [Test]
    public void What_is_of_the_whole_time_is_not_up_to_any_year()
    {
        var scenario = Read("appraisal");
        var of = new Selection { Measure = "net_present_value_fiscal" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(TornadoStudy.Run(Prepared.Of(scenario), of, new("invest"), scenario.Baseline), Is.Not.Null);
            Assert.That(
                TornadoStudy.Run(Prepared.Of(scenario), of with { UpTo = scenario.Horizon.Start }, new("invest"), scenario.Baseline),
                Is.Null
            );
        }
    }

    [Test]
    public void What_no_option_has_is_not_looked_at()
    {
        Assert.That(TornadoStudy.Run(Prepared.Of(PricedTown.Make()), new() { Measure = "in_places" }, PricedTown.Option, null), Is.Null);
    }

    private static Scenario Read(string name) =>
        ScenarioReader.Read(Repository.Find("scenarios", "features", name), []).Scenario!;

    private static Scenario Reading(string sections)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("town.yaml", $$$"""
            systemsim: 1
            title: A town
            horizon: {start: 2026/27, years: 1, step: month}
            prices: {base: 2026/27, report: nominal, deflator: none}
            compare: {baseline: siloed}
            people:
              need: [well, ill]
              start: {0+: {people: 1000, need: [80%, 20%]}}
              deaths: {chance: 0%}
            organisations:
              council: {kind: council, income: {taxes: £24k}}
            services:
              help: {tier: prevention, provider: council, duty: statutory, unit: contact, demand: {per_person: {ill: 12 a year}}, cost: {unit: £10, year: 2026/27, charges: 40%}}
            governance:
              silos: {kind: siloed, pays: {council: [help]}, start_of_year: {rule: historic}}
            options:
              siloed: {governance: silos}
            {{{sections}}}
            """);
        var read = ScenarioReader.Read(file, []);
        return read.Scenario ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }
}
