using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

/// <summary>What looks like a slip is found with its numbers, in exact words; and a sibling that is sound is not.</summary>
public sealed class PlausibilityTests
{
    [Test]
    public void A_town_in_balance_shows_nothing()
    {
        Assert.That(Found(Town(years: 4)), Is.Empty);
    }

    [TestCase(30_000.0, true)]
    [TestCase(20_000.0, false)]
    public void Reserves_above_a_year_s_income(double reserves, bool isFound)
    {
        AssertFound(
            Town().WithBody(Council, body => body with { Reserves = new() { General = Q(reserves) } }),
            isFound,
            "SIM250 organisations.council: with 'siloed' council holds reserves of £30,000 at the end of 2026/27, more than its income of that year, £24,000."
        );
    }

    [TestCase(26_000.0, "gains in every year: from £2,000 of reserves less deficits at the end of 2026/27 to £8,000 at the end of 2029/30")]
    [TestCase(
        22_000.0,
        "loses in every year: from -£2,000 of reserves less deficits at the end of 2026/27 to -£8,000 at the end of 2029/30"
    )]
    [TestCase(24_100.0, null)]
    public void A_surplus_or_a_deficit_in_every_year(double income, string? words)
    {
        // Help is statutory here, so that all of it is paid for whatever comes in.
        AssertFound(
            Town(years: 4)
                .WithService(Help, service => service with { Duty = Duty.Statutory })
                .WithBody(Council, body => body with { Income = [new("income", Path(income))], Repays = Q(0.0) }),
            words is not null,
            $"SIM251 organisations.council: with 'siloed' council {words}."
        );
    }

    [TestCase(60_000.0, true, true)]
    [TestCase(40_000.0, false, true)]
    [TestCase(24_000.0, false, false)]
    public void What_a_partner_pays_beside_what_it_brought_in(double paid, bool isTransfer, bool isFarOff)
    {
        // Of the £36,000 that the pool does not spend, the council gets back its share, a fifth of it.
        var scenario = Town()
            .WithBody(Council, body => body with { Income = [new("income", Path(60_000.0))] })
            .WithOption(Pooled, place => place with
            {
                Governance = OnePool(terms: pool => pool with
                {
                    Contributions =
                    [
                        new() { Partner = new(Council), Follow = Follow.Amounts, Amounts = Path(paid) },
                        new() { Partner = new(Nhs), Follow = Follow.Amounts, Amounts = Path(240_000.0) },
                    ],
                }),
            });

        using (Assert.EnterMultipleScope())
        {
            AssertFound(
                scenario,
                isTransfer,
                "SIM252 governance.pooled.funds.pool.contributions.council: with 'pooled' council pays £52,800 into pool over the run, and the services that it brought in cost £24,000: the transfer between partners is larger than those services."
            );
            AssertFound(
                scenario,
                isFarOff,
                $"SIM253 governance.pooled.funds.pool.contributions.council.first: with 'pooled' council pays £{paid:#,0} into pool in 2026/27, and the services that it brings in cost £24,000 under 'siloed' in that year."
            );
        }
    }

    [TestCase(10_000.0, true)]
    [TestCase(20_000.0, false)]
    public void A_budget_far_from_activity_at_unit_cost(double budget, bool isFound)
    {
        AssertFound(
            Town().WithService(Help, service => service with { Duty = Duty.Statutory, Budget = Q(budget) }),
            isFound,
            "SIM254 services.help.budget: 'help' has a budget of £10,000 in 2026/27, and its activity at unit cost comes to £24,000."
        );
    }

    [TestCase(24_000.0, false)]
    [TestCase(48_000.0, true)]
    public void A_budget_that_demand_cannot_spend(double budget, bool isFound)
    {
        AssertFound(
            Town()
                .WithBody(Council, body => body with { Income = [new("income", Path(48_000.0))] })
                .WithService(Help, service => service with { Budget = Q(budget) }),
            isFound,
            "SIM256 services.help.budget: with 'siloed' £24,000 of the £48,000 budgeted for 'help' over the run cannot be spent: all who ask are served."
        );
    }

    // Of £48,000 half is what demand can spend, and a ceiling of £36,000 is below all of it.
    [TestCase(0.5, null, null)]
    [TestCase(1.0, null, "£24,000 of the £48,000 that help has in council in 2026/27 cannot be spent")]
    [TestCase(1.0, 20_000.0, "£48,000 of council are kept for help in 2026/27, and it has £24,000")]
    public void A_protected_share_that_is_not_given_or_not_spent(double share, double? ceiling, string? words)
    {
        AssertFound(
            Town()
                .WithBody(Council, body => body with { Income = [new("income", Path(48_000.0))] })
                .WithService(Help, service => service with { Ceiling = ceiling is { } most ? Path(most) : null })
                .WithFund(Council, fund => fund with
                {
                    StartOfYear = fund.StartOfYear with { Protect = new() { Share = Path(share), Services = [new(Help)] } },
                }),
            words is not null,
            $"SIM265 governance.siloed.start_of_year.protect.share: with 'siloed' {words}."
        );
    }

    [TestCase(0.0, true)]
    [TestCase(1.0, false)]
    public void A_service_that_nobody_asks_for(double rate, bool isFound)
    {
        AssertFound(
            Town().WithService(Help, service => service with { Demand = new() { Rates = [null, Q(rate)] } }),
            isFound,
            "SIM258 services.help: nobody asks for 'help' in any year of any option."
        );
    }

    [TestCase(0.05, true)]
    [TestCase(0.01, false)]
    public void People_in_a_state_far_from_where_they_started(double chance, bool isFound)
    {
        var found = Found(Town(years: 10).WithPeople(people => people with { Moves = [Chances(Well, (Ill, chance))] })).ToArray();

        Assert.That(
            found.Any(finding => finding.StartsWith("SIM257 people.moves: with 'siloed' ", StringComparison.Ordinal)),
            Is.EqualTo(isFound)
        );
    }

    [TestCase(2.5, true)]
    [TestCase(1.2, false)]
    public void More_averted_than_was_ever_asked(double growth, bool isFound)
    {
        // Without the option care is asked for 2,400 times in the first year; with it a quarter as often in every year.
        AssertFound(
            Town(years: 2)
                .WithService(Care, service => service with { Demand = service.Demand with { Growth = Path(1.0, growth) } })
                .WithOption("less", place => place
                    .WithService(Care, service => service with { Demand = service.Demand with { Rates = [null, Q(3.0)] } })),
            isFound,
            "SIM255 services.care: with 'less' 4,500 contacts of 'care' are averted in 2027/28, and only 2,400 were asked in 2026/27 under 'siloed'."
        );
    }

    [Test]
    public void Of_many_alike_three_are_named() =>
        AssertFound(
            Town() with
            {
                Numbers = [.. "abcde".Select(name => Ranged($"services.{name}.effects.x.less", "study"))],
            },
            isFound: true,
            "SIM259 services.a.effects.x.less: 5 numbers of source 'study' are 0.2 with the same range, and are drawn apart: services.a.effects.x.less, services.b.effects.x.less, services.c.effects.x.less and 2 more."
        );

    [TestCase("study", true)]
    [TestCase("panel", false)]
    [TestCase(null, false)]
    public void The_same_number_written_twice_with_a_range_each(string? source, bool isFound)
    {
        AssertFound(
            Town() with
            {
                Sources = [new() { Id = new("panel"), Title = "What a panel took for likely", IsAssumption = true }],
                Numbers = [Ranged("services.a.effects.x.less", source), Ranged("services.b.effects.y.less", source)],
            },
            isFound,
            "SIM259 services.a.effects.x.less: 2 numbers of source 'study' are 0.2 with the same range, and are drawn apart: services.a.effects.x.less, services.b.effects.y.less."
        );
    }

    [TestCase(2027, "is council's to pay from 2027/28 on")]
    [TestCase(2028, "does not count as council's in this run")]
    [TestCase(2026, null)]
    public void A_deficit_that_does_not_count_yet(int counts, string? words)
    {
        var town = Town(years: 2).WithBody(Nhs, body => body with
        {
            Kind = OrganisationKind.RingFencedAccount,
            BroughtForward = Q(5_000.0),
            Account = new() { Owner = new(Council), CountsFrom = new(counts) },
        });

        AssertFound(
            town,
            words is not null,
            $"SIM247 organisations.{Nhs}: with 'siloed' {Nhs} has a deficit of £5,000 at the end of {(counts == 2027 ? "2026/27" : "2027/28")}, which {words}: its own reserves are £0 then."
        );
    }

    [TestCase(2, true)]
    [TestCase(1, false)]
    public void Debt_for_day_to_day_cost_that_is_owed_when_the_run_ends(int years, bool isFound)
    {
        AssertFound(
            Town(years: 2)
                .WithBody(Council, body => body with
                {
                    Capitalisation = new()
                    {
                        Limit = Path(0.0),
                        OpeningDebt = new() { Amount = Q(2_000.0), YearsLeft = 2 * years, Rate = Q(0.05) },
                    },
                }),
            isFound,
            "SIM245 organisations.council.capitalisation: with 'siloed' council owes £1,000 at the end of 2027/28 for the day-to-day cost of earlier years: what is repaid after that is in no year of this run."
        );
    }

    private static Quantity Ranged(string name, string? source) => Q(0.2) with
    {
        Name = name,
        Source = source is null ? null : new SourceId(source),
        Spread = new() { Low = 0.1, High = 0.3 },
    };

    private static void AssertFound(Scenario scenario, bool isFound, string words)
    {
        var found = Found(scenario).ToArray();
        var code = words[..6];
        Assert.That(found.Where(finding => finding.StartsWith(code, StringComparison.Ordinal)), isFound ? Is.EqualTo([words]) : Is.Empty);
    }

    private static IEnumerable<string> Found(Scenario scenario) =>
        Plausibility.Of(PooledTown.Answers(scenario)).Select(finding => $"{finding.Code} {finding.Path}: {finding.Sentence}");
}
