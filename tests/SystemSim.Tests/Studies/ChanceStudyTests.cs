using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>Draws with chance in them, over random scenarios in which every number is known.</summary>
public sealed class ChanceStudyTests
{
    private const int Draws = 40;

    [Test]
    public void Draw_0_is_that_of_a_scenario_without_chance_bit_for_bit([Range(0, 29)] int seed)
    {
        if (ByChanceOf(seed) is not { } scenario)
        {
            return;
        }

        var byChance = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = Draws });
        var without = DrawStudy.Run(Prepared.Of(scenario with { Drawing = new() }), new DrawRequest { Draws = Draws });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(byChance.Central, Is.EqualTo(without.Central), $"seed {seed}");
            Assert.That(byChance.Outcomes, Is.EqualTo(without.Outcomes));
            Assert.That(
                without.Outcomes.Zip(without.Summaries).Where(one => IsThere(one.Second) && HasDeviation(one.First)),
                Is.Not.Empty.And.All.Matches<(Outcome, OutcomeSummary Summary)>(one => one.Summary.Deviation == 0.0)
            );
            Assert.That(byChance.Summaries.Select(summary => summary.Deviation), Has.Some.Positive);
        }
    }

    [Test]
    public void An_option_that_changes_nothing_differs_by_exactly_0_in_every_draw([Range(30, 59)] int seed)
    {
        if (ByChanceOf(seed) is not { } scenario)
        {
            return;
        }

        var baseline = scenario.BaselineOption;
        var same = scenario with { Options = [baseline, baseline with { Id = new OptionId("same") }] };
        var draws = DrawStudy.Run(Prepared.Of(same), new DrawRequest { Draws = Draws });

        var differences = draws
            .Outcomes.Index()
            .Where(outcome => outcome.Item is { Kind: OutcomeKind.Yearly or OutcomeKind.Whole, About.Against.Length: > 0 })
            .ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                differences.Select(outcome => draws.Summaries[outcome.Index]).Where(IsThere),
                Is.Not.Empty.And.All.Matches<OutcomeSummary>(summary =>
                    summary is { Mean: 0.0, Deviation: 0.0 } && summary.Quantiles.All(value => value == 0.0)
                ),
                $"seed {seed}"
            );
        }
    }

    [Test]
    public void Neither_threads_nor_the_way_of_running_change_a_bit([Values(60, 61, 62, 63)] int seed)
    {
        if (ByChanceOf(seed) is not { } scenario)
        {
            return;
        }

        // So many draws are run as machine code, fewer instruction by instruction.
        const int Many = 1_100;
        var alone = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = Many, KeepsDraws = true });
        var few = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = Draws, KeepsDraws = true });

        using (Assert.EnterMultipleScope())
        {
            foreach (var threads in (int[])[2, 3, 8])
            {
                Assert.That(
                    Bits(
                        DrawStudy.Run(
                            Prepared.Of(scenario),
                            new DrawRequest
                            {
                                Draws = Many,
                                KeepsDraws = true,
                                Threads = threads,
                            }
                        )
                    ),
                    Is.EqualTo(Bits(alone)),
                    $"{threads} threads"
                );
            }

            for (var outcome = 0; outcome < few.Kept!.Outcomes.Length; outcome++)
            {
                Assert.That(
                    alone.Kept!.Values[outcome].Take(few.Kept.Draws.Count),
                    Is.EqualTo(few.Kept.Values[outcome]),
                    $"{few.Kept.Outcomes[outcome]}"
                );
            }
        }
    }

    [Test]
    public void The_feature_comes_out_as_its_page_has_it_by_hand()
    {
        const int Many = 20_000;
        const double Errors = 5.0;
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", "chance"), []).Scenario!;
        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = Many, KeepsDraws = true, Threads = 2 });
        var (deaths, spent) = (Kept("deaths"), Kept("spend"));

        using (Assert.EnterMultipleScope())
        {
            AssertMoments(deaths, 4.0, 40 * 0.1 * 0.9);
            AssertMoments(spent, 1_000.0, 100 * 10.0 * 10.0);
            Assert.That(
                deaths.Count(count => count == 0.0) / (double)Many,
                Is.EqualTo(Math.Pow(0.9, 40)).Within(Errors * Math.Sqrt(Math.Pow(0.9, 40) / Many))
            );
        }

        double[] Kept(string measure) => [.. draws.Kept!.Values[draws.Kept.Outcomes.Index().First(outcome =>
            outcome.Item.About is { Option: "now", Against: "" } about && about.Measure == measure).Index].Skip(1)];

        void AssertMoments(double[] counts, double mean, double variance)
        {
            var found = counts.Average();
            Assert.That(found, Is.EqualTo(mean).Within(Errors * Math.Sqrt(variance / Many)));

            // The fourth moment of both is close to a normal's.
            Assert.That(
                counts.Average(count => (count - found) * (count - found)),
                Is.EqualTo(variance).Within(Errors * variance * Math.Sqrt(2.5 / Many))
            );
        }
    }

    [Test]
    public void A_draw_that_chance_breaks_is_told_by_what_it_breaks()
    {
        // One of four dies by count; where two of the other three fall ill, the next year's count and moves ask for more than who is left.
        var scenario = SmallScenarios.Town(years: 2, stepsPerYear: 1).WithPeople(people => people with
        {
            Start = [people.Start[0] with { People = SmallScenarios.Q(4), Need = [SmallScenarios.Q(1.0), SmallScenarios.Q(0.0)] }],
            Deaths = new() { Count = SmallScenarios.Path(1), Shares = SmallScenarios.Spread([1.0], [1.0, 0.0]) },
            Moves = [SmallScenarios.Chances(SmallScenarios.Well, (SmallScenarios.Ill, 0.4))],
        }) with
        { Drawing = new() { Chance = [ByChance.People] } };

        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 2_000 });

        const double Chance = 0.4 * 4 / 3;
        const double Broken = (3 * Chance * Chance * (1 - Chance)) + (Chance * Chance * Chance);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                draws.Stopped.Sum(stopped => stopped.Count),
                Is.EqualTo(2_000 * Broken).Within(5 * Math.Sqrt(2_000 * Broken * (1 - Broken)))
            );
            Assert.That(draws.Stopped[0].Reason, Does.Contain("well"));
        }
    }

    /// <summary>What no draw has, such as the difference of a ratio that neither option has, has no mean.</summary>
    private static bool IsThere(OutcomeSummary summary) => summary.Absent < Draws;

    /// <summary>Ratios are told by means of what they are of, and have no deviation.</summary>
    private static bool HasDeviation(Outcome outcome) => outcome.About.Unit != MeasureEntry.Ratio;

    private static Scenario? ByChanceOf(int seed)
    {
        var scenario = RandomScenario.Make(seed) with { Drawing = new() { Chance = [ByChance.People, ByChance.Demand] } };
        return CentralStudy.Run(Prepared.Of(scenario)).Broken is null ? scenario : null;
    }

    private static long[] Bits(DrawAnswers draws) =>
        [
            .. draws
                .Summaries.SelectMany(summary => new[] { summary.Mean, summary.Deviation, summary.Error }.Concat(summary.Quantiles))
                .Select(BitConverter.DoubleToInt64Bits),
            .. draws.Kept!.Values.SelectMany(values => values).Select(BitConverter.DoubleToInt64Bits),
            .. draws.Stopped.SelectMany(stopped => new[] { stopped.Count, stopped.First }),
        ];
}
