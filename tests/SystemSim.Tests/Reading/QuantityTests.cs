using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class QuantityTests
{
    [Test]
    public void A_block_gives_value_range_source_and_grade()
    {
        var births = Number(
            "people.births",
            "people: {births: {value: 10 per 1000 a year, low: 9 per 1000, high: 12 per 1000, shape: normal, source: panel, grade: B}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(births.Value, Is.EqualTo(0.010));
            Assert.That(births.Spread, Is.EqualTo(new Spread { Low = 0.009, High = 0.012, Shape = "normal" }));
            Assert.That(births.Source, Is.EqualTo(new SourceId("panel")));
            Assert.That(births.Grade, Is.EqualTo("B"));
            Assert.That(births.IsUncertain, Is.True);
        }
    }

    [Test]
    public void A_mean_and_a_standard_deviation_stand_for_a_value()
    {
        var births = Number("people.births", "people: {births: {mean: 0.01, sd: 0.001}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(births.Value, Is.EqualTo(0.01));
            Assert.That(births.Spread, Is.EqualTo(new Spread { StandardDeviation = 0.001 }));
        }
    }

    [Test]
    public void Counted_events_stand_for_a_share()
    {
        var waits = Number("services.visits.unmet.waits", "services: {visits: {unmet: {waits: {events: 30, of: 120}}}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waits.Value, Is.EqualTo(0.25));
            Assert.That(waits.Spread, Is.EqualTo(new Spread { Events = 30, Of = 120 }));
        }
    }

    [Test]
    public void A_range_without_a_unit_has_that_of_the_value()
    {
        var stay = Number(
            "services.beds.capacity.bed_days",
            "services: {beds: {capacity: {bed_days: {value: 1 000 a month, low: 900 a month, high: 1 100 a month}}}}");

        Assert.That(stay.Spread, Is.EqualTo(new Spread { Low = 10_800, High = 13_200 }));
    }

    [Test]
    public void Times_of_one_block_may_be_in_different_units()
    {
        var stay = Number(
            "services.homes.places.stay", "services: {homes: {places: {stay: {value: 24 months, low: 1 year, high: 3 years}}}}");

        Assert.That((stay.Value, stay.Spread!.Low, stay.Spread.High), Is.EqualTo((2.0, 1.0, 3.0)));
    }

    [TestCase("relative_risk", "{value: 0.8, low: 0.7, high: 0.95}", 0.8, 0.7, 0.95)]
    [TestCase("relative_risk", "{value: 0.8, low: 0.7, high: 0.95, shape: lognormal}", 0.8, 0.7, 0.95)]
    [TestCase("more", "{value: 20%, low: 10%, high: 40%}", 0.2, 0.1, 0.4)]
    [TestCase("less", "{value: 20%, low: 10%, high: 40%}", 0.2, 0.1, 0.4)]
    public void A_strength_is_the_number_that_is_written(string key, string written, double value, double low, double high)
    {
        var strength = Number($"effects.deaths.{key}", $"effects: [{{on: deaths, {key}: {written}, for: {{}}, coverage: 10%, today: 0%}}]");

        Assert.That((strength.Value, strength.Spread!.Low, strength.Spread.High), Is.EqualTo((value, low, high)));
    }

    [TestCase("{mean: 0.8, sd: 0.1}", null)]
    [TestCase("{mean: 0.8, sd: 0.1, shape: lognormal}", "lognormal")]
    [TestCase("{mean: 0.8, sd: 0.1, shape: gamma}", "gamma")]
    public void A_relative_risk_may_have_a_mean_and_a_standard_deviation(string written, string? shape)
    {
        var risk = Number(
            "effects.deaths.relative_risk",
            $"effects: [{{on: deaths, relative_risk: {written}, for: {{}}, coverage: 10%, today: 0%}}]"
        );

        Assert.That((risk.Value, risk.Spread!.StandardDeviation, risk.Spread.Shape), Is.EqualTo((0.8, 0.1, shape)));
    }

    [TestCase("people: {births: 9 per 1000}", null, true)]
    [TestCase("sources: {ons: {title: ONS}}\npeople: {source: ons, births: 9 per 1000}", "ons", false)]
    [TestCase("sources: {ons: {title: ONS}}\npeople: {source: ons, births: {value: 9 per 1000, source: assumption}}", null, true)]
    [TestCase("sources: {ons: {title: ONS}}\npeople: {source: panel, births: {2026/27: 9 per 1000, source: ons}}", "ons", false)]
    [TestCase("sources: {ons: {title: ONS}}\npeople: {source: ons, births: {value: 9 per 1000, assumption: true}}", "ons", true)]
    public void A_source_holds_for_what_it_stands_on_unless_something_nearer_is_said(string yaml, string? source, bool isAssumption)
    {
        var result = ValidScenario.With(yaml.Replace("people: {births", "people: {source: assumption, births"));
        var births = result.Scenario!.Numbers.Single(number => number.Name.StartsWith("people.births", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(births.Source?.Name, Is.EqualTo(source));
            Assert.That(births.IsAssumption, Is.EqualTo(isAssumption));
        }
    }

    [Test]
    public void A_factor_multiplies_every_number_below_its_paths()
    {
        var result = ValidScenario.With("factors: {more_ill: {value: 1, low: 0.8, high: 1.2, on: [people.moves, services.beds.demand]}}");
        var multiplied = result.Scenario!.Numbers
            .Where(number => number.Factors.Contains(new FactorId("more_ill")))
            .Select(number => number.Name);

        Assert.That(multiplied, Is.EquivalentTo(
            ["people.moves.well -> ill.chance", "people.moves.ill -> well.chance", "services.beds.demand.per_person.ill"]));
    }

    [Test]
    public void The_name_of_every_number_leads_to_where_it_stands()
    {
        var root = (Mapping)TreeBuilder.Build("scenario.yaml", ValidScenario.OfReadme(), new Problems())!;
        var draft = Root.Read(root, new Problems());

        using (Assert.EnterMultipleScope())
        {
            foreach (var number in draft.Context.Numbers)
            {
                var found = PathFinder.Find(root, number.Quantity.Name);
                Assert.That(found?.IsWhole, Is.True, number.Quantity.Name);
                Assert.That(found?.Node, Is.SameAs(number.Node), number.Quantity.Name);
            }
        }
    }

    [Test]
    public void No_two_numbers_have_one_name()
    {
        Assert.That(
            ValidScenario.Read(ValidScenario.OfReadme(), "options.pooled.set={}").Scenario!.Numbers.Select(number => number.Name),
            Is.Unique);
    }

    [Test]
    public void The_model_holds_the_numbers_that_are_listed()
    {
        var scenario = ValidScenario.Read(ValidScenario.OfReadme()).Scenario!;
        var listed = scenario.Numbers.ToHashSet();
        var place = scenario.BaselineOption.Place;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(place.Effects.Select(effect => effect.Strength), Is.SubsetOf(listed));
            Assert.That(place.Services.Select(service => service.Cost.Unit), Is.SubsetOf(listed));
            Assert.That(place.People.Start.Select(start => start.People), Is.SubsetOf(listed));
        }
    }

    [Test]
    public void Moving_a_number_does_not_rename_it()
    {
        var before = ValidScenario.With("people: {moves: [{from: well, to: ill, chance: 5%}, {from: ill, to: well, chance: 9%}]}");
        var after = ValidScenario.With("people: {moves: [{from: ill, to: well, chance: 9%}, {from: well, to: ill, chance: 5%}]}");

        Assert.That(Names(after), Is.EquivalentTo(Names(before)));

        static IEnumerable<string> Names(ReadResult result) => result.Scenario!.Numbers.Select(number => number.Name);
    }

    private static Quantity Number(string name, string yaml)
    {
        var result = ValidScenario.With(yaml);
        Assert.That(result.Problems, Is.Empty, result.Say());
        return result.Scenario!.Numbers.Single(number => number.Name == name);
    }
}
