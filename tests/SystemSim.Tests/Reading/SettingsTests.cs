using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class SettingsTests
{
    [Test]
    public void An_override_of_the_caller_comes_after_that_of_the_file()
    {
        var result = ValidScenario.With("override: {services.visits.budget: £2m}", "services.visits.budget=£3m");

        Assert.That(Visits(result).Budget!.Value, Is.EqualTo(3e6));
    }

    [Test]
    public void Overrides_of_the_caller_are_applied_in_order()
    {
        var result = ValidScenario.With("", "services.visits.budget=£2m", "services.visits.budget=x 2", "services.visits.budget=+£1m");

        Assert.That(Visits(result).Budget!.Value, Is.EqualTo(5e6));
    }

    [Test]
    public void What_the_caller_overrides_is_told_as_it_ran()
    {
        var result = ValidScenario.With(
            "",
            "services.visits.budget=by: -10%",
            "services.visits.budget=+£1m",
            "services.beds.cost.unit=£450 a bed-day"
        );

        Assert.That(
            result.Overrides,
            Is.EqualTo([
                "services.visits.budget = £1m less 10% plus £1m: £1.9m",
                "services.visits.budget = £1m less 10% plus £1m: £1.9m",
                "services.beds.cost.unit = £450 a bed-day",
            ])
        );
    }

    [Test]
    public void A_change_moves_the_range_with_the_value()
    {
        var result = ValidScenario.With(
            "services: {visits: {budget: {value: £1m, low: £0.8m, high: £1.2m}}}", "services.visits.budget=x 2");

        Assert.That((Visits(result).Budget!.Spread!.Low, Visits(result).Budget!.Spread!.High), Is.EqualTo((1.6e6, 2.4e6)));
    }

    [Test]
    public void Adding_does_not_widen_a_spread_and_multiplying_does()
    {
        var added = ValidScenario.With("services: {visits: {budget: {mean: £1m, sd: £100k}}}", "services.visits.budget=+£1m");
        var doubled = ValidScenario.With("services: {visits: {budget: {mean: £1m, sd: £100k}}}", "services.visits.budget=x 2");

        Assert.That(
            (Visits(added).Budget!.Spread!.StandardDeviation, Visits(doubled).Budget!.Spread!.StandardDeviation), Is.EqualTo((1e5, 2e5)));
    }

    [Test]
    public void A_change_of_a_path_changes_every_year_and_not_its_growth()
    {
        var result = ValidScenario.With(
            "organisations: {nhs: {income: {allocation: {2026/27: £60m, 2027/28: £62m, growth: 2% a year}}}}",
            "organisations.nhs.income.allocation=+£1m");
        var path = result.Scenario!.BaselineOption.Place.Organisations[1].Income[0].Amount;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(path.Points.Select(point => point.Value.Value), Is.EqualTo([61e6, 63e6]));
            Assert.That(path.Growth!.Value, Is.EqualTo(0.02));
        }
    }

    [TestCase("people.moves.well -> ill.chance")]
    [TestCase("people.moves.1.chance")]
    public void An_item_of_a_list_is_named_by_what_it_is_about_or_by_its_place(string path)
    {
        var result = ValidScenario.With("", $"{path}=7%");

        Assert.That(result.Scenario!.BaselineOption.Place.People.Moves[0].Entries[0].Value.Points[0].Value.Value, Is.EqualTo(0.07));
    }

    [Test]
    public void A_key_that_is_not_there_yet_can_be_set()
    {
        Assert.That(Visits(ValidScenario.With("", "services.visits.floor=£100k")).Floor!.Points[0].Value.Value, Is.EqualTo(1e5));
    }

    [Test]
    public void A_block_can_be_set()
    {
        Assert.That(Visits(ValidScenario.With("", "services.visits.contract={form: block}")).Contract.Form, Is.EqualTo(ContractForm.Block));
    }

    [TestCase("services.visits.budget", "--set:1:1: error SIM040")]
    [TestCase("=5", "--set:1:1: error SIM040")]
    [TestCase("services.vists.budget=£2m", "--set:1:1: error SIM041")]
    [TestCase("services.visits.budget.more=£2m", "--set:1:1: error SIM041")]
    [TestCase("services.visits.buget=£2m", "--set:1:1: error SIM017")]
    [TestCase("services.visits.budget=2m", "--set:1:24: error SIM022")]
    [TestCase("services.visits.budget=", "--set:1:24: error SIM019")]
    [TestCase("services.visits.budget=[£1m", "--set:1:24: error SIM001")]
    [TestCase("services.visits.unmet.waits=+60 points", "--set:1:29: error SIM021")]
    [TestCase("services.visits.unmet.waits=+60%", "--set:1:29: error SIM046")]
    [TestCase("services.visits.unmet.waits=-10%", "--set:1:29: error SIM020")]
    [TestCase("services.visits.unmet.waits=by: -10%", "--set:1:33: error SIM046")]
    [TestCase("services.visits.unmet.waits=by: -10 points", null)]
    [TestCase("services.visits.unmet.waits={by: x 0.5}", null)]
    [TestCase("services.visits.budget=by: £100k", "--set:1:28: error SIM046")]
    [TestCase("services.visits.budget=-£100k", "--set:1:24: error SIM020")]
    [TestCase("services.visits=+60%", "--set:1:17: error SIM042")]
    [TestCase("services.visits.unmet.waits={events: 1, of: 4}", null)]
    public void An_override_of_the_caller_is_refused_where_it_is_wrong(string text, string? start)
    {
        var result = ValidScenario.With("", text);

        Assert.That(
            result.Problems.Select(problem => problem.ToString()), start is null ? Is.Empty : Has.Exactly(1).StartsWith(start),
            result.Say());
    }

    [Test]
    public void Counted_events_cannot_be_changed_by_an_amount()
    {
        var result = ValidScenario.With(
            "services: {visits: {unmet: {waits: {events: 1, of: 4}}}}",
            "services.visits.unmet.waits=+10 points"
        );

        Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo(["SIM042"]));
    }

    private static Service Visits(ReadResult result)
    {
        Assert.That(result.Problems, Is.Empty, result.Say());
        return result.Scenario!.BaselineOption.Place.Services[0];
    }
}
