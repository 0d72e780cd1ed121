using NUnit.Framework;
using SystemSim.Kernel;
using SystemSim.Model;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>What breaks is named: what, where, when, by how much.</summary>
public sealed class InvariantTests
{
    [Test]
    public void A_cohort_asked_to_leave_twice_is_named_before_any_run()
    {
        var town = Town().WithPeople(people => people with
        {
            Moves = [Moving(Ill, Well, 0.7)],
            Deaths = new Deaths { Over = 1.0 / 12.0, Chances = [Path(0.0), Path(0.6)] },
        });

        var problems = PlanCheck.Run(town);

        Assert.That(problems, Has.Length.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems[0].Sentence, Does.Contain("all, ill").And.Contain("2026/27").And.Contain("60"));
            Assert.That(problems[0].Path, Is.EqualTo("people.moves"));
            Assert.That(problems[0].IsScenario);
        }
    }

    [Test]
    public void Harm_that_drives_more_people_away_than_there_are_stops_the_run()
    {
        var town = Town(years: 2).WithPeople(people => people with { Moves = [Moving(Ill, Well, 0.5)] })
            .WithService(Care, service => service with
            {
                Capacity = new Capacity { Amount = Path(1.0) },
                Unmet = new Unmet { Waits = Q(0.0), Harms = [new Harm { On = new Target.Move(Ill, Well), Sensitivity = Q(4.0) }] },
            });

        var study = CentralStudy.Run(town);

        Assert.That(study.Broken, Is.Not.Null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(study.Runs, Is.Empty);
            Assert.That(study.Broken!.Sentence, Does.Contain("siloed").And.Contain("2026/27, step 1").And.Contain("all, ill"));
        }
    }

    [Test]
    public void Returns_that_feed_on_themselves_are_refused()
    {
        var town = Town().WithService(Care, service => service with
        {
            Failures = [new Failure { ReturnsTo = new ServiceId(Care), Share = Q(1.0), After = 1.0 / 12.0 }],
        });

        Assert.That(CentralStudy.Run(town).Broken!.Sentence, Does.Contain("never settles"));
    }

    [Test]
    public void Observed_rates_smaller_than_the_failure_inside_them_are_refused_by_name()
    {
        var town = Town().WithService(Care, service => service with
        {
            Failures = [new Failure { ReturnsTo = new ServiceId(Help), Share = Q(1.5), After = 1.0 / 12.0 }],
        }) with
        {
            Rates = RateBasis.Observed,
        };

        var broken = CentralStudy.Run(town).Broken!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(broken.Path, Is.EqualTo("services.help"));
            Assert.That(broken.Sentence, Does.Contain("-0.5"));
            Assert.That(broken.IsScenario);
        }
    }

    [Test]
    public void Observed_rates_of_a_service_that_nobody_needs_yet_stand_as_they_are()
    {
        var town = Town().WithService(Care, service => service with { Demand = new() { Rates = [null, Q(0.0)] } }) with { Rates = RateBasis.Observed };

        var answers = CentralStudy.Run(town);

        Assert.That(answers.Broken, Is.Null);
        Assert.That(answers.Runs[0].Ledger.InYear(new LedgerRow(Measure.NeedLed, 1, 0), 0), Is.Zero);
    }

    private static MoveRow Moving(NeedStateId from, NeedStateId to, double chanceAStep) => new()
    {
        From = from,
        Kind = MoveKind.Chance,
        Over = 1.0 / 12.0,
        Entries = [new MoveEntry { To = to, Value = Path(chanceAStep) }],
    };
}
