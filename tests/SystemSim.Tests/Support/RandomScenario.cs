using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Random scenarios that the reader would accept, small, and together using everything that the model has.</summary>
public static class RandomScenario
{
    /// <summary>The scenario of a seed.</summary>
    public static Scenario Make(int seed) => Shaken(seed, 0.0);

    /// <summary>The scenario of a seed, with every number uncertain.</summary>
    public static Scenario Uncertain(int seed) => Make(seed, 0.0, isUncertain: true);

    /// <summary>The scenario of a seed, with every number moved by up to so much of itself.</summary>
    internal static Scenario Shaken(int seed, double shake) => Make(seed, shake, isUncertain: false);

    private static Scenario Make(int seed, double shake, bool isUncertain)
    {
        var numbers = new RandomScenarioNumbers(seed, shake, isUncertain);
        var basis = numbers.Pick(RateBasis.Need, RateBasis.Observed);
        var people = new RandomScenarioPeople(numbers);
        var bodies = new RandomScenarioBodies(numbers);
        var services = new RandomScenarioServices(numbers, people, basis, bodies);
        var unmet = new RandomScenarioUnmet(numbers, people, services);
        unmet.Fill();
        var money = new RandomScenarioMoney(numbers, services, bodies);
        var arrangements = Arrangements(numbers, new(numbers, services, bodies, money, people.Population));
        var effects = new RandomScenarioEffects(numbers, people, services, unmet);
        var today = new Place
        {
            People = people.Population,
            Services = [.. services.Services],
            Limits = [.. services.Limits],
            Effects = [.. effects.All([.. arrangements.Select(arrangement => arrangement.Id)])],
            Combine = numbers.Pick(Enum.GetValues<CombinationRule>()),
            Combinations = [.. effects.Combinations()],
            Organisations = [.. money.Organisations],
            Governance = arrangements[0],
        };
        var options = Options(numbers, today, arrangements);
        ImmutableArray<ByChance> chance = [.. Enum.GetValues<ByChance>().Where(_ => numbers.Aside.Next(2) == 0)];
        var appraisal = new RandomScenarioAppraisal(numbers, today).Make();
        return new RandomScenarioSuccession(numbers).Reorganise(new()
        {
            Title = $"Random scenario {seed}",
            Horizon = numbers.Horizon,
            Prices = numbers.Prices,
            Rates = basis,
            Baseline = options[0].Id,
            Options = [.. options],
            Grades = [.. numbers.Grades],
            Factors = [.. numbers.Factors],
            Numbers = [.. numbers.All],
            Drawing = new() { Chance = chance },
            Appraisal = appraisal,
        });
    }

    /// <summary>Two to four arrangements, today's first.</summary>
    private static List<Arrangement> Arrangements(RandomScenarioNumbers numbers, RandomScenarioGovernance governance)
    {
        List<Arrangement> arrangements =
        [
            numbers.Whole(0, 9) switch
            {
                < 6 => governance.Silos("siloed", GovernanceKind.Siloed),
                < 7 => governance.Silos("aligned", GovernanceKind.Aligned),
                _ => governance.Pools("as_it_is"),
            },
            governance.Pools("pooled"),
        ];
        if (numbers.Often(0.3))
        {
            arrangements.Add(numbers.Pick("other_silos", "other_aligned") is var name && name == "other_silos"
                ? governance.Silos(name, GovernanceKind.Siloed)
                : governance.Silos(name, GovernanceKind.Aligned));
        }

        if (numbers.Often(0.2))
        {
            arrangements.Add(governance.PoolForEach("apart"));
        }

        return arrangements;
    }

    private static List<Option> Options(RandomScenarioNumbers numbers, Place today, List<Arrangement> arrangements)
    {
        List<Option> options = [new() { Id = new("today"), Title = "As it is", Place = today }];
        foreach (var arrangement in arrangements.Skip(1))
        {
            var option = Option(numbers, today with { Governance = arrangement }, arrangement.Id.Name, numbers.Often(0.5));
            options.Add(new RandomScenarioLeaving(numbers).Leave(option with { Change = Change(numbers, option.Place, today.Governance) }));
        }

        if (options.Count < 4 && numbers.Often(0.4))
        {
            options.Add(Option(numbers, today, "changed", isChanged: true));
        }

        return options;
    }

    /// <summary>Lets an arrangement take over later, now and then; pools may start and end then with money in them.</summary>
    private static ChangeOfArrangement? Change(RandomScenarioNumbers numbers, Place place, Arrangement today)
    {
        var later = numbers.Whole(1, 4);
        var ends = today.Funds.Any(fund => fund.Pool is not null && place.Governance.Funds.All(known => known.Id != fund.Id));
        return (numbers.Often(0.5) || (ends && numbers.Aside.Next(4) > 0)) && later < numbers.Horizon.Years
            ? new() { From = numbers.Horizon.YearAt(later), Before = place with { Governance = today } }
            : null;
    }

    private static Option Option(RandomScenarioNumbers numbers, Place place, string name, bool isChanged)
    {
        var changes = new RandomScenarioChanges(numbers);
        var changed = isChanged ? changes.Change(place) : place;
        return new() { Id = new(name), Title = name, Place = changed, Sets = [.. changes.Sets] };
    }
}
