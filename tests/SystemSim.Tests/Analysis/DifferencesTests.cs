using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

/// <summary>A difference is taken from what is there: what an option lacks is 0, but a ratio or a limit that it lacks is not
/// known.</summary>
public sealed class DifferencesTests
{
    private const string Closed = "closed";
    private const string Limited = "limited";

    // Help has a place in the local economy; when it is closed nothing is paid to anybody who has.
    private static readonly Scenario Local = Town(years: 2)
        .WithBystander("hubs", 0.0)
        .WithService(Help, service => service with { Provider = new("hubs") })
        .WithBody("hubs", body => body with
        {
            Local = new()
            {
                InPlace = true,
                Spends = Q(0.5),
                Respends = Q(0.5),
            }
        })
        .WithOption(Closed, place =>
            place.WithService(Help, service => service with { Demand = service.Demand with { Growth = Path(0.0) } })
        )
        .WithOption(Limited, place =>
            place.WithService(Care, service => service with { Capacity = new() { Amount = Path(12.0 * 250.0) } })
        );

    [TestCase("lm3", Closed, Siloed)]
    [TestCase("share_in_place", Closed, Siloed)]
    [TestCase("lm3", Limited, Closed)]
    [TestCase("capacity", Limited, Siloed)]
    [TestCase("capacity", Siloed, Limited)]
    public void Of_what_one_side_lacks_there_is_no_difference(string measure, string option, string against)
    {
        var answers = PooledTown.Answers(Local);
        var selection = new Selection { Measure = measure, Year = Start, Option = new(option), Against = new(against) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Options.Sum(known => answers.Rows(known.Id.Name, "", measure).Count), Is.GreaterThan(0));
            Assert.That(answers.Rows(option, against, measure), Is.Empty);
            Assert.That(Holds(answers, new Expectation.SignOf("here", selection, Standing.Absent)));
            Assert.That(TornadoStudy.Run(Prepared.Of(Local), selection, new(option), new(against)), Is.Null);
            Assert.That(WaterfallStudy.Run(Prepared.Of(Local), selection, new(against), new(option)).Waterfall, Is.Null);
            Assert.That(ComparedRows(answers, option, against).Where(row => row.About.Measure == measure), Is.Empty);
        }
    }

    [Test]
    public void Of_what_both_sides_have_there_is_one()
    {
        var answers = PooledTown.Answers(Local);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Rows(Limited, Siloed, "lm3").Select(row => row.Value), Is.EqualTo([0.0, 0.0]));
            Assert.That(ComparedRows(answers, Limited, Siloed).Count(row => row.About.Measure == "lm3"), Is.EqualTo(2));
            Assert.That(
                TornadoStudy.Run(Prepared.Of(Local), new Selection { Measure = "lm3", Year = Start }, new(Limited), new(Siloed))!.Central,
                Is.Zero
            );
        }
    }

    [Test]
    public void What_is_paid_to_nobody_goes_round_as_it_would()
    {
        // LM3 of a provider is what would go round of a pound: 1 + 0.5 + 0.25; the place as a whole pays none, and has none.
        var answers = PooledTown.Answers(Local);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Rows(Closed, "", "paid_in_place").Select(row => row.Value), Is.All.EqualTo(0.0));
            Assert.That(answers.Rows(Closed, "", "lm3_of_provider").Select(row => row.Value), Is.EqualTo([1.75, 1.75]));
            Assert.That(answers.Rows(Closed, "", "lm3"), Is.Empty);
        }
    }

    [Test]
    public void A_ratio_less_that_of_an_option_without_one_is_absent()
    {
        // The pool puts £2,000 in; where help is closed something is saved, and nothing put in.
        var rates = new DiscountRates([new(1, Q(0.0))]);
        var scenario = PooledTown.Scenario.WithOption(Closed, place =>
            place.WithService(Help, service => service with { Demand = service.Demand with { Growth = Path(0.0) } })
        ) with
        {
            Appraisal = new() { Money = rates, Health = rates },
        };
        var answers = PooledTown.Answers(scenario);
        var ratio = new Selection { Measure = "benefit_cost_ratio_fiscal", Option = new(Pooled) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Rows(Pooled, Siloed, "benefit_cost_ratio_fiscal"), Has.Count.EqualTo(1));
            Assert.That(answers.Rows(Closed, Siloed, "benefit_cost_ratio_fiscal"), Is.Empty);
            Assert.That(Holds(answers, new Expectation.SignOf("here", ratio, Standing.Positive)));
            Assert.That(Holds(answers, new Expectation.SignOf("here", ratio with { Against = new(Siloed) }, Standing.Positive)));
            Assert.That(Holds(answers, new Expectation.SignOf("here", ratio with { Against = new(Closed) }, Standing.Absent)));
            Assert.That(Holds(answers, new Expectation.SignOf("here", ratio with { Option = new(Closed) }, Standing.Absent)));
            Assert.That(TornadoStudy.Run(Prepared.Of(scenario), ratio, new(Pooled), new(Closed)), Is.Null);
            Assert.That(
                TornadoStudy.Run(Prepared.Of(scenario), ratio, new(Pooled), new(Siloed))!.Central,
                Is.EqualTo(answers.Rows(Pooled, Siloed, "benefit_cost_ratio_fiscal")[0].Value)
            );
            Assert.That(WaterfallStudy.Run(Prepared.Of(scenario), ratio, new(Siloed), new(Pooled)).Waterfall, Is.Null);
            Assert.That(
                CostEffectStudy.Run(Prepared.Of(scenario), new Selection { Measure = "spend" }, ratio, new DrawRequest { Draws = 0 }),
                Is.Null
            );
        }
    }

    [Test]
    public void Every_ratio_and_share_is_unknown_where_it_is_not_there() =>
        Assert.That(
            MeasureCatalogue.All.Where(measure => measure.IsUnknownWhereAbsent).Select(measure => measure.Name),
            Is.EquivalentTo(
                (string[])
                    [
                        "capacity",
                        "cost_of_inaction",
                        "gap_in_council_tax",
                        "share_of_money",
                        "benefit_cost_ratio_fiscal",
                        "benefit_cost_ratio_public",
                        "benefit_cost_ratio_fiscal_after_bias",
                        "benefit_cost_ratio_public_after_bias",
                        "lm3_of_provider",
                        "share_in_place",
                        "lm3",
                    ]
            )
        );

    private static bool Holds(Answers answers, Expectation expectation) => ExpectationCheck.Hold(answers, [expectation])[0].IsMet;

    private static IEnumerable<Observation> ComparedRows(Answers answers, string option, string against) =>
        ComparisonTables
            .Of([(Side(answers, against), Side(answers, option))])
            .SelectMany(table => table.Rows)
            .Where(row => row.About.Against.Length > 0);

    private static ComparedSide Side(Answers answers, string option) => new(option, option, answers, new(option));
}
