using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;
using SystemSim.Tests.Reporting;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

/// <summary>Today's arrangement against the option that on average costs least of those that turn away no more people.</summary>
public sealed class CostOfInactionTests
{
    private const int Seeds = 150;
    private const double Agreement = 1e-9;

    private static Scenario Feature { get; } =
        ScenarioReader.Read(Repository.Find("scenarios", "features", "cost-of-inaction"), []).Scenario!;

    [Test]
    public void Both_engines_choose_the_same_option_at_the_same_cost()
    {
        var (more, less, none) = (0, 0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var scenario = RandomScenario.Make(seed) with { Appraisal = null };
            scenario = scenario with { Prices = scenario.Prices with { ReportReal = false } };
            if (Plain(scenario) is not { } plain || Of(scenario) is not { } answers)
            {
                continue;
            }

            var rows = answers.Tables.SelectMany(table => table.Rows)
                .Where(row => row.About is { Measure: CostOfInaction.Measure, PriceBase: Headline.Nominal }).ToArray();
            if (PlainInaction.Of(scenario, plain) is not var (option, toDate))
            {
                Assert.That(rows, Is.Empty, $"seed {seed}");
                none++;
                continue;
            }

            var size = Agreement * plain.Sum(run => run.Result.Rows.Where(row => row.Measure == "spend").Sum(row => Math.Abs(row.Value)));
            Assert.That(rows.Select(row => row.About.Option).Distinct(), Is.EqualTo([option.Name]), $"seed {seed}");
            Assert.That(rows.Select(row => row.Value), Is.EqualTo(toDate).Within(size), $"seed {seed}");
            (more, less) = toDate[^1] > 0.0 ? (more + 1, less) : (more, less + 1);
        }

        Assert.That(new[] { more, less, none }, Has.All.GreaterThan(3));
    }

    [Test]
    public void The_central_run_chooses_where_nothing_is_drawn()
    {
        var run = ToldRun.Of(Feature)!;

        using (Assert.EnterMultipleScope())
        {
            Hold(CostOfInaction.Of(run.Answers, null), "bold_clinic", 9_600.0, byMeans: false);
            Assert.That(run.Evidence.Story.Options.Select(sentence => sentence.ToString()), Has.Some.EqualTo(
                "Cost of inaction: over 2 years, £9,600 more is spent with ‘today’ than with ‘bold clinic’, the option that costs least of those that in no year turn away more people than in 2026/27."));
        }
    }

    [TestCase("better_clinic", "cost_of_inaction, option better_clinic against today in 2027/28 matches nothing.", "it is told of option bold_clinic alone.")]
    [TestCase("bold_clinic", null, null)]
    public void An_expectation_says_which_option_it_expects(string option, string? failure, string? hint)
    {
        var answers = ToldRun.Of(Feature)!.Answers;
        Selection of = new() { Measure = CostOfInaction.Measure, Option = new(option), Year = Start + 1 };

        var held = ExpectationCheck.Hold(answers, [new Expectation.Bounds("here", of, 9_000.0, null)]).Single();

        Assert.That((held.Failures.FirstOrDefault()?.Sentence, held.Failures.FirstOrDefault()?.Hint), Is.EqualTo((failure, hint)));
    }

    [Test]
    public void Means_over_draws_choose_and_the_whole_table_tells_of_that_option_alone()
    {
        var run = ToldRun.Of(Feature, draws: 400)!;
        var rows = run.Tidy.Where(row => row.About.Measure == CostOfInaction.Measure).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Hold(CostOfInaction.Of(run.Answers, run.Draws), "better_clinic", 4_800.0, byMeans: true);
            Assert.That(rows.Select(row => row.About.Option), Is.Not.Empty.And.All.EqualTo("better_clinic"));
            Assert.That(
                rows.Where(row => row.Year == "2027/28" && row.About.Statistic is "central" or "mean" or "p10" or "p90").Select(row => row.Value),
                Has.Exactly(4).Items.And.All.EqualTo(4_800.0).Within(1e-6));
        }
    }

    [Test]
    public void Its_percentiles_are_those_of_what_is_spent_more_with_the_other_sign()
    {
        var scenario = Feature with { Options = [.. Feature.Options.Where(option => option.Id.Name is "today" or "bold_clinic")] };
        var run = ToldRun.Of(scenario, draws: 400)!;
        var rows = run.Tidy.ToArray();

        using (Assert.EnterMultipleScope())
        {
            // On average the bold clinic costs more: to go on as today costs less than nothing.
            Assert.That(CostOfInaction.Of(run.Answers, run.Draws)!.Value, Is.EqualTo(-20_800.0).Within(1_500.0));
            foreach (var (statistic, of) in ((string, string)[])[("mean", "mean"), ("p5", "p95"), ("p10", "p90"), ("p50", "p50"), ("p95", "p5")])
            {
                Assert.That(Last(CostOfInaction.Measure, statistic), Is.EqualTo(-Last("spend_to_date", of)), statistic);
            }

            Assert.That(Last(CostOfInaction.Measure, "sd"), Is.EqualTo(Last("spend_to_date", "sd")).And.GreaterThan(0.0));
        }

        double Last(string measure, string statistic) => rows.Single(row =>
            row.About.Measure == measure && row.About.Organisation.Length == 0 && row.About.Statistic == statistic && row.Year == "2027/28").Value;
    }

    [Test]
    public void Where_every_option_turns_more_people_away_there_is_none_and_that_is_said()
    {
        var scenario = Feature with
        {
            Options =
            [
                .. Feature.Options.Where(option => option.Id.Name is "today" or "fewer_visits"),
                Feature.Options.Single(option => option.Id.Name == "fewer_visits") with { Id = new("as_few"), Title = "as few" },
            ],
        };
        scenario = scenario with
        {
            Options = scenario.Options.SetItem(2, scenario.Options[2] with
            {
                Place = scenario.Options[2].Place.WithService("visits", service => service with { Budget = Q(9_000.0) }),
            }),
        };
        var run = ToldRun.Of(scenario)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CostOfInaction.Of(run.Answers, null), Has.Property(nameof(CostOfInaction.Option)).Null);
            Assert.That(run.Tidy.Where(row => row.About.Measure == CostOfInaction.Measure), Is.Empty);
            Assert.That(run.Evidence.Story.Options.Select(sentence => sentence.ToString()), Has.Some.EqualTo(
                "What it costs to go on as today cannot be told: with every option more people are turned away in some year than in 2026/27."));
        }
    }

    private static void Hold(CostOfInaction? cost, string option, double value, bool byMeans)
    {
        Assert.That((cost?.Option?.Name, cost?.IsByMeans), Is.EqualTo((option, byMeans)));
        Assert.That(cost?.Value, Is.EqualTo(value).Within(1e-6));
    }

    private static Answers? Of(Scenario scenario)
    {
        var study = CentralStudy.Run(Prepared.Of(scenario));
        return study.Broken is null ? Answers.Of(scenario, study.Runs) : null;
    }

    private static List<(Option Option, PlainResult Result)>? Plain(Scenario scenario)
    {
        try
        {
            return [.. scenario.Options.Select(option => (option, PlainEngine.Run(scenario, option)))];
        }
        catch (PlainEngineException)
        {
            return null;
        }
    }
}
