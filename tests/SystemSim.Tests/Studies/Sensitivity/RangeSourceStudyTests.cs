using System.Collections.Immutable;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>What a likely range comes of is what it is narrower by when numbers are known.</summary>
public sealed class RangeSourceStudyTests
{
    [Test]
    public void A_straight_line_of_two_prices_is_as_much_narrower_as_on_paper()
    {
        // The difference is w - x, w anything over 80 and x over 40. Nine in ten of w are within 64, of x within 32, of w - x within
        // 2 (60 - root 640): one in ten of its draws lies in the last root 640 of either slope.
        var whole = 2.0 * (60.0 - Math.Sqrt(640.0));
        var found = Run(names => names[0]).ToDictionary(source => source.Title, source => source.Narrower);

        using (Assert.EnterMultipleScope())
        {
            // A hundred and forty draws tell a tenth.
            Assert.That(found[PricedTown.CarePrice], Is.EqualTo(1.0 - (64.0 / whole)).Within(0.07));
            Assert.That(found[PricedTown.VisitPrice], Is.EqualTo(1.0 - (32.0 / whole)).Within(0.07));
            Assert.That(found[PricedTown.HelpPrice], Is.Zero, "it moves no spending");
        }
    }

    [Test]
    public void When_every_number_is_known_there_is_no_range()
    {
        Assert.That(Run(_ => "all of them").Single().Narrower, Is.EqualTo(1.0));
    }

    [Test]
    public void It_is_what_draws_come_to_with_the_number_known()
    {
        var path = Repository.Find("scenarios", "features", "draws");
        var uncertain = ScenarioReader.Read(path, []).Scenario!;
        var known = ScenarioReader.Read(path, ["services.clinic.cost.unit=£50"]).Scenario!;
        var tornado = TornadoOf(uncertain, new("cheaper"), new("now"));

        var found = RangeSourceStudy
            .Run(Prepared.Of(uncertain), tornado, names => names.Contains("services.clinic.cost.unit") ? "clinic" : "others");

        Assert.That(
            found.Single(source => source.Title == "clinic").Narrower,
            Is.EqualTo(1.0 - (Width(known) / Width(uncertain))).Within(1e-9)
        );

        static double Width(Scenario scenario)
        {
            var kept = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 140, KeepsDraws = true }).Kept!;
            var row = kept.Outcomes.Index().First(outcome => outcome.Item.About is { Measure: "spend", Against: "now", Organisation: "" }).Index;
            double[] sorted = [.. kept.Values[row].Skip(1).Order()];
            return Quantile.OfSorted(sorted, 0.9) - Quantile.OfSorted(sorted, 0.1);
        }
    }

    [Test]
    public void Threads_change_nothing()
    {
        var town = Prepared.Of(PricedTown.Make());
        var tornado = TornadoOf(PricedTown.Make(), PricedTown.Option, PricedTown.Now);

        Assert.That(
            RangeSourceStudy.Run(town, tornado, names => names[0], threads: 3).Select(source => source.Narrower),
            Is.EqualTo(RangeSourceStudy.Run(town, tornado, names => names[0]).Select(source => source.Narrower))
        );
    }

    [TestCase("organisations.council.income.taxes", "the money of Council")]
    [TestCase("services.help.cost.unit", "what services cost")]
    [TestCase("services.help.demand.per_person.ill", "how many need services and for how long")]
    [TestCase("services.help.budget", "what services may spend and can do")]
    [TestCase("prices.indices.pay.growth", "prices and pay")]
    public void Numbers_are_about_something_that_a_sentence_can_name(string path, string subject)
    {
        Assert.That(new NumberSubjects(SmallScenarios.Town(1)).Of([path]), Is.EqualTo(subject));
    }

    private static ImmutableArray<RangeSource> Run(Func<IReadOnlyList<string>, string> subjectOf)
    {
        var town = PricedTown.Make();
        return RangeSourceStudy.Run(Prepared.Of(town), TornadoOf(town, PricedTown.Option, PricedTown.Now), names => subjectOf(names));
    }

    private static Tornado TornadoOf(Scenario scenario, OptionId option, OptionId against) =>
        TornadoStudy.Run(Prepared.Of(scenario), new Selection { Measure = "spend" }, option, against)!;
}
