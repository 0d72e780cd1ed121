using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>What is there when a run starts, with the flows, is what is there later: added up from the tidy rows alone, year by year and
/// step by step.</summary>
public sealed class OpeningTests
{
    private static readonly Sum[] Sums =
    [
        new("people", ["area"], ["births", "migration", "residual"], ["deaths"]),
        new("dead", ["area", "age_band"], ["deaths"], []),
        new("waiting", ["service"], ["need_led", "referred", "failure_demand", "diverted"], ["delivered", "left"]),
        new("in_places", ["service"], ["delivered"], ["ended"]),
        new(
            "position",
            ["organisation"],
            ["income", "provider_surplus", "centre_meets", "account_deficit", "passed_on", "brought_in"],
            ["income_lost", "spend", "other_spending", "returned", "into_risk_reserve"]
        )
        {
            IsYearly = true,
        },
        new("debt", ["organisation"], ["borrowing", "debt_passed_on", "debt_brought_in"], ["debt_repaid"]) { IsYearly = true },
        new(
            "position",
            ["fund"],
            ["contribution", "into_risk_reserve", "risk_share"],
            ["shared_underspend", "ring_fence", "payment", "set_up", "running", "break_charge", "transaction_cost", "returned"]
        )
        {
            IsYearly = true,
            IsOfPools = true,
        },
    ];

    [Test]
    public void Opening_and_flows_are_closing([Range(0, 59)] int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var study = CentralStudy.Run(Prepared.Of(scenario), bySteps: true);
        if (study.Broken is not null)
        {
            return;
        }

        var rows = new Tabulator(scenario)
            .Tables(study.Runs)
            .SelectMany(table => table.Rows)
            .Where(row => row.About.Against.Length == 0 && row.About.PriceBase is "" or "nominal")
            .ToArray();
        var problems =
            from option in scenario.Options
            let own = rows.Where(row => row.About.Option == option.Id.Name).ToArray()
            from sum in Sums
            from isByStep in Enumerable.Range(0, sum.IsYearly ? 1 : 2).Select(way => way == 1)
            from problem in Problems(scenario, own, sum, isByStep)
            select $"seed {seed}, {option.Id}: {problem}";

        Assert.That(problems.Take(5), Is.Empty);
    }

    [Test]
    public void The_opening_is_of_stocks_once_for_each_option_and_no_difference()
    {
        var rows = new Tabulator(PricedTown.Make())
            .Tables(CentralStudy.Run(Prepared.Of(PricedTown.Make())).Runs)
            .SelectMany(table => table.Rows)
            .Where(row => row.Step == Observation.Opening)
            .ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Is.Not.Empty);
            Assert.That(rows.Select(row => row.Year).Distinct(), Has.One.Items);
            Assert.That(rows.Select(row => row.About.Against), Has.All.Empty);
            Assert.That(rows.Select(row => MeasureCatalogue.Find(row.About.Measure)!.IsStock), Has.All.True);
            Assert.That(rows.Select(row => row.About), Is.Unique);
        }
    }

    [Test]
    public void No_answer_takes_the_opening_for_a_year_or_a_step()
    {
        var town = PricedTown.Make();
        var answers = Answers.Of(town, CentralStudy.Run(Prepared.Of(town)).Runs);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.HasSteps, Is.False);
            Assert.That(answers.Rows(town.Baseline.Name, "", "people").Select(row => row.Step), Has.All.Null);
        }
    }

    private static IEnumerable<string> Problems(Scenario scenario, Observation[] all, Sum sum, bool isByStep)
    {
        var horizon = scenario.Horizon;
        string[] wanted = [sum.Stock, .. sum.In, .. sum.Out, "income", "payment", "asked", "people"];
        var rows = all.Where(row => wanted.Contains(row.About.Measure)).ToArray();
        foreach (var item in rows.Where(row => row.About.Measure == sum.Stock && IsMeant(row, sum)).Select(row => Key(row, sum)).Distinct())
        {
            var there = Total([sum.Stock], item, horizon.YearAt(0).ToString(), Observation.Opening);
            for (var step = 0; step < (isByStep ? horizon.Steps : horizon.Years); step++)
            {
                var year = horizon.YearAt(isByStep ? step / horizon.StepsPerYear : step).ToString();
                int? within = isByStep ? (step % horizon.StepsPerYear) + 1 : null;
                var expected = there + Total(sum.In, item, year, within) - Total(sum.Out, item, year, within);
                there = Total([sum.Stock], item, year, within);
                var size = rows.Where(row => row.Year == year && row.About.Measure is "income" or "payment" or "asked" or "people")
                    .Select(row => Math.Abs(row.Value))
                    .DefaultIfEmpty(1.0)
                    .Max();
                if (!(Math.Abs(there - expected) <= 1e-9 * Math.Max(1.0, size)))
                {
                    yield return $"{sum.Stock} of {item} in {year}, step {within}: {there:R} in place of {expected:R}";
                }
            }
        }

        double Total(string[] measures, string item, string year, int? step) =>
            rows.Where(row =>
                    measures.Contains(row.About.Measure)
                    && row.Year == year
                    && row.Step == step
                    && Key(row, sum) == item
                    && (sum.IsYearly || IsMeant(row, sum))
                )
                .Sum(row => row.Value);
    }

    private static string Key(Observation row, Sum sum) => string.Join('|', sum.By.Select(column => row.About.Text(column)));

    /// <summary>A position is of a fund, or of an organisation.</summary>
    private static bool IsMeant(Observation row, Sum sum) =>
        !sum.IsYearly || (sum.IsOfPools ? row.About.Organisation.Length == 0 : row.About.Organisation.Length > 0);

    private sealed record Sum(string Stock, string[] By, string[] In, string[] Out)
    {
        public bool IsYearly { get; init; }

        public bool IsOfPools { get; init; }
    }
}
