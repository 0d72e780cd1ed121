using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

public sealed class ComparisonTests
{
    private const double ThousandthOfAPenny = 1e-5;

    [Test]
    public void Options_stand_side_by_side_by_organisation_and_year()
    {
        var answers = PooledTown.Answers();

        var spend = Comparison
            .Of([Side("a", answers, Siloed), Side("b", answers, Pooled)])
            .Measures.Single(measure => measure.Measure.Name == "spend");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(spend.Items.Select(item => item.Name), Is.EqualTo([Council, Nhs]));
            Assert.That(spend.Items[0].Values[0], Is.EqualTo([24_000.0, 24_000.0]).Within(ThousandthOfAPenny));
            Assert.That(spend.Items[0].Values[1], Is.EqualTo([24_000.0, 24_000.0 - PooledTown.CouncilShare]).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void What_nobody_has_is_left_out()
    {
        var answers = PooledTown.Answers();

        var waiting = Comparison
            .Of([Side("a", answers, Siloed), Side("b", answers, Pooled)])
            .Measures.Single(measure => measure.Measure.Name == "waiting");

        Assert.That(waiting.Items, Is.Empty);
    }

    [Test]
    public void Two_scenarios_share_the_years_that_both_run()
    {
        var longer = PooledTown.Answers(Town(years: 4) with { Horizon = new() { Start = Start + 1, Years = 4 } });

        Assert.That(Comparison.Of([Side("a", PooledTown.Answers(), Siloed), Side("b", longer, Siloed)]).Years, Is.EqualTo([Start + 1]));
    }

    [TestCase(1, 2, 12, true, false, false)]
    [TestCase(0, 3, 12, true, true, false)]
    [TestCase(0, 2, 4, false, true, true)]
    [TestCase(0, 2, 12, true, true, true)]
    public void Only_what_both_have_is_subtracted(int later, int years, int stepsPerYear, bool steps, bool fromStart, bool wholeTime)
    {
        var first = PooledTown.Answers(Appraised(Town(years: 2)), bySteps: true);
        var second = PooledTown.Answers(
            Appraised(
                Town(years: years, stepsPerYear: stepsPerYear) with
                {
                    Horizon = new()
                    {
                        Start = Start + later,
                        Years = years,
                        StepsPerYear = stepsPerYear,
                    },
                }
            ),
            bySteps: true
        );

        var differences = ComparisonTables
            .Of([(Side("a", first, Siloed), Side("b", second, Siloed))])
            .SelectMany(table => table.Rows)
            .Where(row => row.About.Against.Length > 0)
            .ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(differences.Any(row => row.About.Measure == "people"), Is.True);
            Assert.That(
                differences.Select(row => row.Year).Where(year => year.Length > 0).Distinct(),
                Is.EqualTo(Enumerable.Range(later, 2 - later).Select(year => $"{Start + year}"))
            );
            Assert.That(differences.Any(row => row.Step > Observation.Opening), Is.EqualTo(steps));
            Assert.That(differences.Any(row => row.About.Measure == "dead"), Is.EqualTo(fromStart));
            Assert.That(differences.Any(row => row.About.Measure == "net_present_cost"), Is.EqualTo(wholeTime));
        }
    }

    [Test]
    public void Money_is_nominal_where_scenarios_state_it_otherwise()
    {
        var comparison = Comparison.Of([
            Side("a", PooledTown.Answers(), Siloed),
            Side("b", PooledTown.Answers(PooledTown.Deflated), Siloed),
        ]);

        Assert.That(comparison.PriceBase, Is.EqualTo(Headline.Nominal));
    }

    [Test]
    public void A_scenario_does_not_differ_from_itself()
    {
        var tables = ComparisonTables.Of([
            (Side("a/siloed", PooledTown.Answers(), Siloed), Side("b/siloed", PooledTown.Answers(), Siloed)),
        ]);

        Assert.That(ComparisonTables.Differ(tables), Is.False);
    }

    [Test]
    public void Differences_are_those_of_the_second_from_the_first_under_their_labels()
    {
        var dearer = PooledTown.Answers(
            Town(years: 2)
                .WithService(Care, care => care with { Cost = new() { Unit = Q(101.0), PriceYear = Start } })
        );

        var tables = ComparisonTables.Of([(Side("a/siloed", PooledTown.Answers(), Siloed), Side("b/siloed", dearer, Siloed))]);
        var rows = tables
            .SelectMany(table => table.Rows)
            .Where(row => row.About.Measure == "payment" && row.About.Service == Care && row.Year == "2026/27")
            .ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rows.Select(row => (row.About.Option, row.About.Against)),
                Is.EqualTo([("a/siloed", ""), ("b/siloed", ""), ("b/siloed", "a/siloed")])
            );
            Assert.That(rows.Select(row => row.Value), Is.EqualTo([240_000.0, 242_400.0, 2_400.0]).Within(ThousandthOfAPenny));
            Assert.That(ComparisonTables.Differ(tables), Is.True);
        }
    }

    private static Scenario Appraised(Scenario scenario)
    {
        var rates = new DiscountRates([new(1, Q(0.035))]);
        return scenario with { Appraisal = new() { Money = rates, Health = rates } };
    }

    private static ComparedSide Side(string label, Answers answers, string option) => new(label, option, answers, new OptionId(option));
}
