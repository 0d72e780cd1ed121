using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>What studies read of runs side by side is what the tables say.</summary>
public sealed class LaneMeasureTests
{
    [Test]
    public void Every_measure_is_read_as_the_tables_have_it(
        [Values(
            "appraisal",
            "appraisal-by-step",
            "appraisal-life-years",
            "local-value",
            "who-invests-who-gains",
            "release-of-a-ward",
            "risk-reserve",
            "section-114-pool",
            "borough"
        )]
            string name
    )
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", name), []).Scenario!;
        var answers = Answers.Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs);
        var option = scenario.Options[^1].Id;
        var against = option == scenario.Baseline ? (OptionId?)null : scenario.Baseline;
        var last = scenario.Horizon.YearAt(scenario.Horizon.Years - 1);
        var read = 0;

        foreach (
            var measure in MeasureCatalogue.All.Where(measure =>
                LaneMeasure.CanRead(measure.Name) && (against is not null || !measure.IsDifference)
            )
        )
        {
            var prices = measure.LeadingPrices(scenario);
            var rows = answers
                .Rows(option.Name, against?.Name ?? "", measure.Name)
                .Where(row => row.Step is null && row.About.PriceBase == prices && (measure.YearsAddUp || row.Year == last.ToString()))
                .ToArray();
            if (rows.Length == 0)
            {
                continue;
            }

            var tornado = TornadoStudy.Run(
                Prepared.Of(scenario),
                new() { Measure = measure.Name, Year = measure.YearsAddUp ? null : last },
                option,
                against
            )!;

            Assert.That(
                tornado.Central,
                Is.EqualTo(rows.Sum(row => row.Value)).Within(1e-9).Percent.Or.EqualTo(rows.Sum(row => row.Value)).Within(1e-6),
                measure.Name
            );
            read++;
        }

        Assert.That(read, Is.GreaterThan(20));
    }

    [Test]
    public void What_an_appraisal_goes_by_is_moved_too()
    {
        // What a visit is worth is anything from £0 to £10: 1,200 more of them, of which the 10th and 90th percentiles are £1 and £9.
        var worth = new Quantity
        {
            Name = "appraisal.values.visit.each",
            Value = 5.0,
            Spread = new()
            {
                Shape = "uniform",
                Low = 0.0,
                High = 10.0,
            },
        };
        var town = PricedTown.Make();
        var none = new DiscountRates([new(1, Quantity.Of(0.0))]);
        var scenario = town with
        {
            Numbers = town.Numbers.Add(worth),
            Appraisal = new()
            {
                Money = none,
                Health = none,
                Values =
                [
                    new()
                    {
                        Name = "visit", Kind = ValueKind.Social, Measure = "delivered", Each = worth, PriceYear = SmallScenarios.Start,
                        Where = new Dictionary<string, string> { ["service"] = "visits" },
                    },
                ],
            },
        };

        var tornado = TornadoStudy.Run(
            Prepared.Of(scenario),
            new() { Measure = "net_present_value_social" },
            PricedTown.Option,
            PricedTown.Now
        )!;

        var bar = tornado.Bars[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((bar.Quantity, tornado.Central), Is.EqualTo((worth.Name, 6_000.0)).Within(1e-6));
            Assert.That((bar.AtLow, bar.AtHigh), Is.EqualTo(((double?)1_200.0, (double?)10_800.0)).Within(1e-6));
            Assert.That(tornado.Bars[1..].Select(other => other.WidthAbout(tornado.Central)), Has.All.EqualTo(0.0));
        }
    }
}
