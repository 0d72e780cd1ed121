using NUnit.Framework;
using SystemSim.Kernel;
using SystemSim.Model;
using SystemSim.Planning;
using SystemSim.Tests.Reading;

namespace SystemSim.Tests;

/// <summary>A place with twice the services is twice the work, and not four times.</summary>
public sealed class GrowthTests
{
    [Test]
    public void Equations_grow_straight_with_services()
    {
        var (few, more, most) = (Instructions(40), Instructions(80), Instructions(160));

        Assert.That(most - more, Is.EqualTo(2.0 * (more - few)).Within(1).Percent);
    }

    [Test]
    public void Services_that_refer_to_each_other_in_a_long_row_are_read_and_put_in_order()
    {
        const int Services = 3_000;
        var scenario = Read(Services, "", row =>
            $"tier: acute, provider: nhs, duty: statutory, unit: visit, demand: {{per_person: 1}}, cost: {{unit: £1, year: 2026/27}}"
            + (row < Services - 1 ? $", refers: {{s{row + 1}: 5%}}" : "")
        );

        var order = Planner.Build(scenario)[0].WorkingOrder;

        Assert.That(order.SelectMany(together => together), Is.EqualTo(Enumerable.Range(0, Services)));
    }

    [Test]
    public void A_circle_at_the_end_of_a_long_row_is_found()
    {
        const int Services = 3_000;
        var result = ValidScenario.Read(
            Yaml(Services, "", row =>
                "tier: acute, provider: nhs, duty: statutory, unit: visit, demand: {per_person: 1}, cost: {unit: £1, year: 2026/27}"
                + $", refers: {{s{(row < Services - 1 ? row + 1 : Services - 2)}: 5%}}"
            )
        );

        Assert.That(
            result.Problems.Select(problem => (problem.Code, problem.Problem)),
            Is.EqualTo([
                ("SIM086", "'s2998' refers to 's2999' in the same step, and 's2999' needs 's2998' to be worked out first or with it."),
            ]),
            result.Say()
        );
    }

    /// <summary>Instructions of all programs of a place of so many services, of every kind in turn.</summary>
    private static int Instructions(int services)
    {
        var limits = string.Concat(
            Enumerable
                .Range(0, services / 4)
                .Select(four => $"  l{four}: {{capacity: 9000 a month, services: [s{4 * four}, s{(4 * four) + 1}]}}\n")
        );
        var scenario = Read(services, $"limits:\n{limits}", row => (row % 2) switch
            {
                0 =>
                    "tier: prevention, provider: nhs, duty: discretionary, unit: visit, budget: £50k, demand: {per_person: 0.5}, cost: {unit: £50, year: 2026/27}, unmet: {waits: 50%}"
                        + $", effects: [{{on: demand s{row + 1}, less: 10%, for: {{}}, lasts: 1 year}}]",
                _ =>
                    "tier: acute, provider: nhs, duty: statutory, unit: visit, demand: {per_person: 0.2}, cost: {unit: £40, year: 2026/27, semi_fixed: 50%, released_in: {after: 6 months}}"
                        + $", failure: {{share: 5%, returns_to: s{row}, after: 1 month}}, refers: {{s{((row + 2) % services) | 1}: {{share: 2%, after: 1 month}}}}"
                        + $", unmet: {{waits: 20%, harms: {{demand s{row}: +10%}}}}, contract: {{form: marginal, rate: 40%, term: 2 years}}",
            });
        var plans = Planner.Build(scenario);
        var programs = ScenarioPrograms.Write(plans, plans[0], new RunPurpose { Drawn = true });
        return programs
            .Options.Select(option => option.Program)
            .Append(programs.Opening.Program)
            .Sum(program => program.Sections.Sum(section => section.Instructions.Length));
    }

    private static Scenario Read(int services, string more, Func<int, string> service)
    {
        var result = ValidScenario.Read(Yaml(services, more, service));
        Assert.That(result.Problems, Is.Empty, result.Say());
        return result.Scenario!;
    }

    private static string Yaml(int services, string more, Func<int, string> service) => $$$"""
        systemsim: 1
        title: Many services
        horizon: {start: 2026/27, years: 3, step: month}
        prices: {base: 2026/27, index: none}
        compare: {baseline: now}
        rates: need
        people: {source: assumption, need: [all_of_us], start: {0+: {people: 1000, need: [100%]} } }
        organisations:
          nhs: {kind: nhs_commissioner, source: assumption, income: {allocation: £1m}}
        services:
        {{{string.Concat(Enumerable.Range(0, services).Select(row => $"  s{row}: {{source: assumption, {service(row)}}}\n"))}}}
        {{{more}}}
        governance: {silo: {kind: siloed, pays: {nhs: all} } }
        options: {now: {governance: silo}}

        """;
}
