using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

/// <summary>What counts as weak, and how much of an answer rests on it.</summary>
public sealed class AssumptionsLogTests
{
    private static Scenario Scenario { get; } =
        Town() with
        {
            Sources =
            [
                new Source
                {
                    Id = new("trial"),
                    Title = "A trial",
                    Grade = "A",
                    Year = 2024,
                    Owner = "Public health",
                },
                new Source { Id = new("survey"), Title = "A survey" },
                new Source
                {
                    Id = new("anecdote"),
                    Title = "An anecdote",
                    Grade = "D",
                },
                new Source
                {
                    Id = new("panel"),
                    Title = "A panel",
                    Grade = "B",
                    IsAssumption = true,
                },
            ],
            Numbers =
            [
                Of("from_trial", "trial"),
                Of("from_survey", "survey"),
                Of("from_anecdote", "anecdote"),
                Of("from_panel", "panel"),
                Of("from_nowhere", null),
                Of("guessed", "trial") with
                {
                    IsAssumption = true,
                },
                Of("graded_itself", "survey") with
                {
                    Grade = "C",
                },
                Of("from_trial", "trial") with
                {
                    Value = 2.0,
                },
            ],
        };

    [Test]
    public void Each_number_is_as_good_as_what_it_rests_on()
    {
        var log = AssumptionsLog.Of(Scenario, [], "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                log.Entries.Select(entry => entry.Standing),
                Is.EqualTo([
                    EvidenceStanding.Evidence,
                    EvidenceStanding.Ungraded,
                    EvidenceStanding.Weak,
                    EvidenceStanding.Assumed,
                    EvidenceStanding.NoSource,
                    EvidenceStanding.Assumed,
                    EvidenceStanding.Evidence,
                    EvidenceStanding.Evidence,
                ])
            );
            Assert.That(
                log.Entries.Where(entry => entry.IsWeak).Select(entry => entry.Quantity.Name),
                Is.EqualTo(["from_anecdote", "from_panel", "from_nowhere", "guessed"])
            );
            Assert.That(
                log.Entries.Where(entry => entry.IsFlagged).Select(entry => entry.Quantity.Name),
                Does.Contain("from_survey").And.Not.Contain("graded_itself")
            );
            Assert.That((log.WeakShare, log.UngradedShare), Is.EqualTo(((double?)null, (double?)null)));
        }
    }

    [Test]
    public void The_share_that_rests_on_weak_numbers_is_their_part_of_all_swings()
    {
        // Swings: 40 of evidence, 10 of what nobody graded, 50 of weak numbers; the run at the high end of one was stopped.
        MeasuredEffect[] effects =
        [
            new("from_trial", 100.0, 80.0, 120.0),
            new("from_survey", 100.0, 110.0, 105.0),
            new("from_anecdote", 100.0, 80.0, null),
            new("from_nowhere", 100.0, 115.0, 85.0),
        ];

        var log = AssumptionsLog.Of(Scenario, effects, "spending, £");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.WeakShare, Is.EqualTo(0.5));
            Assert.That(log.UngradedShare, Is.EqualTo(0.1));
            Assert.That(
                log.Entries.Take(4).Select(entry => entry.Quantity.Name),
                Is.EqualTo(["from_trial", "from_nowhere", "from_anecdote", "from_survey"])
            );
        }
    }

    [Test]
    public void An_effect_counts_once_though_an_option_sets_the_number()
    {
        var log = AssumptionsLog.Of(Scenario, [new("from_trial", 0.0, -1.0, 1.0)], "spending, £");

        Assert.That(
            log.Entries.Where(entry => entry.Quantity.Name == "from_trial").Select(entry => entry.Effect is not null),
            Is.EquivalentTo([true, false])
        );
    }

    [Test]
    public void A_range_is_that_of_its_ends_or_of_its_values()
    {
        var ends = new AssumptionEntry(
            Of("ends", null) with
            {
                Spread = new Spread { Low = 1.0, High = 3.0 },
            },
            null,
            null
        );
        var values = new AssumptionEntry(
            Of("values", null) with
            {
                Spread = new Spread { Shape = "discrete", Values = [4.0, 2.0] },
            },
            null,
            null
        );

        Assert.That((ends.Low, ends.High, values.Low, values.High), Is.EqualTo((1.0, 3.0, 2.0, 4.0)));
    }

    [Test]
    public void Every_bar_of_a_tornado_finds_its_number()
    {
        var plymouth = ScenarioReader.Read(Repository.Find("scenarios", "places", "plymouth"), []).Scenario!;
        var tornado = TornadoStudy.Run(Prepared.Of(plymouth), new Selection { Measure = "spend" }, new("pooled"), plymouth.Baseline)!;

        var log = AssumptionsLog.Of(plymouth, tornado);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                log.Entries.Sum(entry => entry.Effect?.Swing ?? 0.0),
                Is.EqualTo(tornado.Bars.Sum(bar => bar.WidthAbout(tornado.Central))).Within(1e-6).And.GreaterThan(0.0)
            );
            Assert.That(log.Entries.Take(tornado.Bars.Length).Select(entry => entry.Effect!.Swing), Is.Ordered.Descending);
            Assert.That(log.WeakShare, Is.InRange(0.0, 1.0));
            Assert.That(log.Headline, Is.EqualTo("spend, all years: pooled less siloed (£, 2026/27 prices)"));
        }
    }

    private static Quantity Of(string name, string? source) =>
        new()
        {
            Name = name,
            Value = 1.0,
            Source = source is null ? null : new SourceId(source),
        };
}
