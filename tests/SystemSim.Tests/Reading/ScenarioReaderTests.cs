using System.Text.RegularExpressions;
using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class ScenarioReaderTests
{
    private static Place Place { get; } = ValidScenario.Read(ValidScenario.OfReadme()).Scenario!.BaselineOption.Place;

    [Test]
    public void The_horizon_is_read()
    {
        var result = ValidScenario.With(
            "horizon: {step: {months_cut_into: 4}, counting: mid, flows: deaths_first}\nservices: {beds: {stay: 5 days}}");
        var horizon = result.Scenario!.Horizon;

        Assert.That(
            horizon,
            Is.EqualTo(
                new Horizon { Start = new(2026), Years = 3, StepsPerYear = 48, Counting = Counting.Mid, Flows = FlowOrder.DeathsFirst }));
    }

    [Test]
    public void People_are_read_by_age_and_need()
    {
        var start = Place.People.Start[2];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Place.People.Areas.Select(area => area.Name), Is.EqualTo(["all"]));
            Assert.That(Place.People.Ages.Select(age => age.Width), Is.EqualTo(new int?[] { 18, 47, null }));
            Assert.That((start.Age.Name, start.People.Value), Is.EqualTo(("65+", 49_000.0)));
            Assert.That(start.Need.Select(share => share.Value), Is.EqualTo([0.38, 0.34, 0.20, 0.08]));
            Assert.That(Place.People.Need[3].Quality!.Value, Is.EqualTo(0.4));
        }
    }

    [Test]
    public void Moves_become_rows()
    {
        Assert.That(Place.People.Moves.Select(Written), Is.EqualTo(
        [
            "well 65+ Chance 1: at_risk 0.09",
            "well 0-17 Chance 1: at_risk 0.01",
            "well 18-64 Chance 1: at_risk 0.03",
            "at_risk  Rate 1: long_term 0.07",
            "long_term  Chance 1: complex 0.06, dead 0.02",
            "complex  Count 1: complex 800, long_term 50, dead 150",
        ]));

        static string Written(MoveRow row) =>
            FormattableString.Invariant(
                $"{row.From} {string.Join(' ', row.Ages)} {row.Kind} {row.Over}: {string.Join(", ", row.Entries.Select(Entry))}");

        static string Entry(MoveEntry entry) =>
            FormattableString.Invariant($"{entry.To?.Name ?? "dead"} {entry.Value.Points[0].Value.Value}");
    }

    [TestCase("5% a month", 1.0 / 12.0)]
    [TestCase("5% a quarter", 0.25)]
    [TestCase("5% a step", 1.0 / 12.0)]
    [TestCase("5%", 1.0)]
    public void A_chance_keeps_the_time_it_is_stated_for(string chance, double over)
    {
        var result = ValidScenario.With($"people: {{moves: [{{from: well, to: ill, chance: {chance}}}]}}");

        Assert.That(result.Scenario!.BaselineOption.Place.People.Moves[0].Over, Is.EqualTo(over));
    }

    [Test]
    public void Deaths_of_those_whose_moves_hold_them_are_nothing()
    {
        var chances = Place.People.Deaths!.Chances.Select(path => path.Points[0].Value.Value);

        Assert.That(chances, Is.EqualTo([0.0001, 0.0002, 0, 0, 0.002, 0.002, 0, 0, 0.01, 0.02, 0, 0]));
    }

    [Test]
    public void Births_join_the_youngest_with_the_least_need()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Place.People.Births!.IsRate, Is.True);
            Assert.That(Place.People.Births.Shares.Ages.Select(share => share.Value), Is.EqualTo([1.0, 0.0, 0.0]));
            Assert.That(Place.People.Births.Shares.Need.Select(share => share.Value), Is.EqualTo([1.0, 0.0, 0.0, 0.0]));
        }
    }

    [TestCase("falls_service")]
    [TestCase("emergency_admission")]
    [TestCase("council")]
    [TestCase("long_term")]
    [TestCase("winter")]
    [TestCase("pay_and_prices")]
    [TestCase("panel")]
    [TestCase("one_budget")]
    [TestCase("by_case_later")]
    [TestCase("siloed_by_case")]
    [TestCase("rooms")]
    [TestCase("gp_demand")]
    public void A_name_that_is_none_is_refused_once_however_often_it_is_mentioned(string name)
    {
        var result = ValidScenario.Read(Regex.Replace(ValidScenario.OfReadme(), $@"\b{name}\b", $"__{name}__"));

        Assert.That(
            result.Problems.Select(problem => (problem.Code, problem.Problem)),
            Is.EqualTo([("SIM026", $"'__{name}__' is not a name.")]),
            result.Say()
        );
    }

    [Test]
    public void Areas_have_people_of_their_own()
    {
        var result = ValidScenario.With(
            """
            override:
              people.areas: [east, west]
              people.start:
                east: {0-64: {people: 10, need: [100%, 0]}, 65+: {people: 20, need: [100%, 0]}}
                west: {0-64: {people: 30, need: [100%, 0]}, 65+: {people: 40, need: [100%, 0]}}
            """);

        Assert.That(result.Scenario!.BaselineOption.Place.People.Start.Select(start => $"{start.Area} {start.Age} {start.People.Value}"),
            Is.EqualTo(["east 0-64 10", "east 65+ 20", "west 0-64 30", "west 65+ 40"]));
    }

    [Test]
    public void Demand_is_spread_over_ages_and_needs_and_who_is_not_listed_does_not_ask()
    {
        var rates = Place.Services[0].Demand.Rates;

        Assert.That(
            rates.Select(rate => rate?.Value),
            Is.EqualTo(new double?[] { null, 0.2, 0.3, null, null, 0.2, 0.3, null, null, 0.2, 0.3, null }));
    }

    [Test]
    public void Costs_and_capacities_are_in_the_units_of_the_model()
    {
        var service = Place.Services.ToDictionary(service => service.Id.Name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service["home_care"].Cost.Unit.Value, Is.EqualTo(340.0 * 365.25 / 7.0).Within(1e-9), "GBP a person a year");
            Assert.That(service["home_care"].Places!.Stay.Value, Is.EqualTo(14.0 / 12.0).Within(1e-15), "years");
            Assert.That(service["home_care"].Capacity!.Amount.Points[0].Value.Value, Is.EqualTo(2000), "places");
            Assert.That(service["emergency_admission"].Cost.Unit.Value, Is.EqualTo(460), "GBP a bed-day");
            Assert.That(service["emergency_admission"].ShortStayDays!.Value, Is.EqualTo(7.5), "days");
            Assert.That(service["emergency_admission"].Capacity!.Amount.Points[0].Value.Value, Is.EqualTo(480_000), "bed-days a year");
            Assert.That(service["gp"].Failures[0].After, Is.EqualTo(1.0 / 12.0), "years");
            Assert.That(service["gp"].Cost.Index, Is.EqualTo(new IndexId("pay_and_prices")), "the index of all costs");
        }
    }

    [Test]
    public void Effects_hold_their_owner_group_and_coverage()
    {
        var effect = Place.Effects[1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(effect.Owner, Is.EqualTo(new EffectOwner.ByService(new ServiceId("falls_service"))));
            Assert.That(effect.On, Is.EqualTo(new Target.DemandFor(new ServiceId("gp"))));
            Assert.That(effect.Group.Need.Select(need => need.Name), Is.EqualTo(["long_term", "complex"]));
            Assert.That(effect.Coverage, Is.InstanceOf<Coverage.ByReach>().With.Property("PeoplePerUnit").Property("Value").EqualTo(1.2));
            Assert.That(
                (effect.Ceiling!.Value, effect.After, effect.Evidence, effect.Measured), Is.EqualTo((0.6, 0.5, "D", MeasuredFrom.None)));
        }
    }

    [TestCase("services.gp.cost.unit", "services.gp.cost.unit")]
    [TestCase("services.gp.cost.nothing", "services.gp.cost")]
    [TestCase("services.falls_service.effects.demand gp.less", "services.falls_service.effects.2.less")]
    [TestCase("nothing.at.all", "")]
    public void A_path_is_found_or_the_nearest_thing_above_it(string path, string same)
    {
        var result = ValidScenario.Read(ValidScenario.OfReadme());

        Assert.That(result.Where(path), Is.EqualTo(result.Where(same)));
    }

    [Test]
    public void The_place_of_a_value_is_its_first_character_and_that_of_a_block_its_key()
    {
        var result = ScenarioReader.Read(ValidScenario.File, []);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Where("services.visits"), Is.EqualTo(new Spot(ValidScenario.File, 36, 3)));
            Assert.That(result.Where("services.visits.budget"), Is.EqualTo(new Spot(ValidScenario.File, 42, 13)));
            Assert.That(result.Where("not.there"), Is.EqualTo(new Spot(ValidScenario.File, 1, 1)));
        }
    }

    [Test]
    public void A_strict_check_asks_a_source_of_every_number()
    {
        var result = ValidScenario.With(
            "organisations: {trust: {kind: nhs_provider, reserves: {general: £1m}}}");

        Assert.That(
            result.Unsourced().Select(number => number.Problem), Is.EqualTo(["organisations.trust.reserves.general has no source."]),
            result.Say());
    }

    [TestCase("", true)]
    [TestCase(", keeps: 100%", true)]
    [TestCase(", repays: 0%", true)]
    [TestCase(", keeps: 100%, repays: 0%", false)]
    public void A_strict_check_asks_providers_of_the_NHS_what_they_keep_and_repay(string stated, bool isAsked)
    {
        var result = ValidScenario.With($"organisations: {{trust: {{kind: nhs_provider, source: panel{stated}}}}}");

        Assert.That(
            result.Strictly().Problems.Select(asked => asked.ToString()),
            isAsked
                ? Has.One.Contains(
                    "error SIM175: 'trust' is a provider of the NHS, and does not say what it keeps of an underspend and repays of a deficit."
                )
                : Is.Empty,
            result.Say()
        );
    }

    [Test]
    public void A_strict_check_refuses_benefits_that_are_corrected_twice()
    {
        var result = ValidScenario.With(
            "grades: {B: {means: trials, shrinks: 20%}}\n"
                + "services: {visits: {effects: [{on: demand beds, less: {value: 5%, assumption: true}, for: {}, lasts: 1 year, evidence: B}]}}\n"
                + "appraisal: {discount: {money: {1: 3.5%}, health: {1: 1.5%}}, optimism_bias: {D: {costs: 25%, benefits: 25%}}, graded: {costs: D, benefits: D}}"
        );
        var (problems, findings) = result.Strictly();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Findings.Select(finding => finding.Code), Has.One.EqualTo("SIM232"), result.Say());
            Assert.That(
                problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Code),
                Has.One.EqualTo("SIM232")
            );
            Assert.That(findings.Select(finding => finding.Code), Has.None.EqualTo("SIM232"));
        }
    }

    [Test]
    public void A_scenario_reads_the_same_on_many_threads()
    {
        var expected = ValidScenario.Read(ValidScenario.OfReadme()).Say().ReplaceLineEndings("\n").Split('\n').Length;

        var results = Enumerable.Range(0, 16).AsParallel().Select(_ => ValidScenario.Read(ValidScenario.OfReadme())).ToList();

        Assert.That(results.Select(result => result.Say().Split('\n').Length), Has.All.EqualTo(expected));
    }
}
