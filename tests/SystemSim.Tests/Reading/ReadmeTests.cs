using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class ReadmeTests
{
    [Test]
    public void The_scenario_of_the_description_reads()
    {
        var result = ValidScenario.Read(ValidScenario.OfReadme());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Problems, Is.Empty, result.Say());
            // It is written to show the format: few of its numbers have a source or a range.
            string[] shown = [Codes.NoRange.Id, Codes.WithoutSource.Id];
            Assert.That(result.Findings.Where(finding => !shown.Contains(finding.Code)), Is.Empty, result.Say());
            Assert.That(result.Expectations, Has.Length.EqualTo(6));
        }
    }

    [Test]
    public void Every_block_of_the_description_is_read_by_a_test()
    {
        var whole = ValidScenario.OfReadme();
        var rest = ValidScenario
            .ReadmeBlocks()
            .Where(block => !block.StartsWith("systemsim:", StringComparison.Ordinal) && !whole.Contains(block, StringComparison.Ordinal));

        // What is left are single numbers and paths, support and a ring-fenced account, which stand inside something else, people
        // of a table, whose file is not at hand, and how numbers are drawn, which needs ranges.
        Assert.That(rest, Has.Exactly(6).Items);
    }

    [Test]
    public void The_number_of_the_description_can_stand_in_a_move()
    {
        var chance = ValidScenario.ReadmeBlocks().Single(block => block.StartsWith("chance:", StringComparison.Ordinal));

        var result = ValidScenario.Read(
            $"{ValidScenario.OfReadme()}\n", $"people.moves.well -> at_risk 65+.chance={chance["chance:".Length..]}");

        Assert.That(result.Problems, Is.Empty, result.Say());
    }

    [TestCase("capitalisation:", "organisations.council.capitalisation")]
    [TestCase("high_needs:", "organisations.high_needs")]
    public void Support_and_the_account_of_the_description_can_stand_among_organisations(string starts, string path)
    {
        var terms = ValidScenario
            .ReadmeBlocks()
            .Single(block => block.TrimStart().StartsWith(starts, StringComparison.Ordinal))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split('#')[0].Trim());

        var result = ValidScenario.Read(ValidScenario.OfReadme(), $"{path}={{{string.Join(", ", terms)}}}");

        Assert.That(result.Problems, Is.Empty, result.Say());
    }

    [Test]
    public void The_paths_of_the_description_can_stand_in_an_income()
    {
        var paths = ValidScenario
            .ReadmeBlocks()
            .Single(block => block.StartsWith("council_tax:", StringComparison.Ordinal))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var result = ValidScenario.Read(ValidScenario.OfReadme(), $"organisations.council.income={{{string.Join(", ", paths)}}}");

        Assert.That(result.Problems, Is.Empty, result.Say());
    }

    [TestCase("people.deaths", "{count: 2 630 a year, ages: {0-17: 1%, 18-64: 19%, 65+: 80%}, need: {well: 50%, at_risk: 50%}}")]
    [TestCase("people.births", "{rate: 9.8 per 1000 a year, need: {well: 90%, at_risk: 10%}}")]
    [TestCase("people.births", "{count: 2 610 a year}")]
    [TestCase("people.migration", "{count: -340 a year, ages: {18-64: 100%}, need: {well: 100%}}")]
    [TestCase("people.moves.long_term.rest", "well")]
    [TestCase("services.home_care.contract", "{form: block, sum: £1.2m a year, index: pay_and_prices}")]
    [TestCase("services.gp.demand.per_person", "{65+: {well: 4, at_risk: 6, long_term: 8}}")]
    [TestCase("services.gp.demand.per_person", "4 a year")]
    [TestCase("services.gp.demand.growth", "{2026/27: 1, 2030/31: 1.1}")]
    [TestCase("services.gp.cost.index", "none")]
    [TestCase("services.falls_service.effects.demand gp.less", "{events: 12, of: 80, source: panel}")]
    [TestCase(
        "services.falls_service.effects.demand gp",
        "{on: demand gp, more: 9%, for: {}, spend_per_head: {services: [falls_service], half: £12, smoothed_over: 2 years}, at_start: £9}")]
    [TestCase("governance.siloed.in_year.profile", "[5%, 5%, 5%, 5%, 5%, 5%, 10%, 10%, 10%, 10%, 15%, 15%]")]
    [TestCase(
        "governance.siloed.funds",
        "{council: {start_of_year: {rule: plan, amounts: {falls_service: {2026/27: £1m}, walking_groups: £60k}}}}")]
    [TestCase("governance.siloed.start_of_year", "{rule: pressure, pace: 0.5, values: {falls_service: 1.6}}")]
    [TestCase("governance.siloed.start_of_year", "{rule: fixed_shares, shares: {falls_service: 94%, walking_groups: 6%}}")]
    [TestCase(
        "governance.one_budget.pools.pool.contributions",
        "{council: {follow: amounts, amounts: {2026/27: £50m}}, nhs: {follow: index, index: pay_and_prices}}")]
    [TestCase(
        "governance.one_budget.pools.pool",
        "{host: council, total: £460m, contributions: {council: {follow: share, share: 30%}, nhs: {follow: share, share: 70%}}}")]
    [TestCase("governance.one_budget.pools.pool.overspend", "{share: each_its_own}")]
    [TestCase("combine", "stacked")]
    [TestCase("horizon.step", "{months_cut_into: 4}")]
    public void What_the_description_says_in_passing_reads(string path, string value)
    {
        // With a shorter step people stay in emergency admissions for longer than one.
        var result = ValidScenario.Read(ValidScenario.OfReadme(), $"{path}={value}", "services.emergency_admission.stay=5 days");

        Assert.That(result.Problems, Is.Empty, result.Say());
    }
}
