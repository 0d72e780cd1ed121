using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What follows in a random scenario when demand is not met, and what effects act on: both need all services there.</summary>
internal sealed class RandomScenarioUnmet(RandomScenarioNumbers numbers, RandomScenarioPeople people, RandomScenarioServices services)
{
    /// <summary>Gives every service that says what becomes of unmet demand its reneging, diversions and harms.</summary>
    public void Fill()
    {
        for (var j = 0; j < services.Count; j++)
        {
            if (services.Services[j].Unmet is { } unmet)
            {
                services.Replace(j, services.Services[j] with { Unmet = Filled(j, unmet) });
            }
        }
    }

    /// <summary>Something that an effect or harm may act on.</summary>
    public Target AnyTarget(bool isHarm)
    {
        var stays = services.Services.Where(service => service.Places is not null || service.ShortStayDays is not null).ToList();
        var failing = services.Services.Where(service => !service.Failures.IsEmpty).ToList();
        var (from, to) = numbers.Pick(people.Moves);
        return numbers.Whole(0, 9) switch
        {
            < 3 => new Target.Move(people.Population.Need[from].Id, people.Population.Need[to].Id),
            3 => new Target.Death(),
            4 when stays.Count > 0 => new Target.StayIn(numbers.Pick(stays).Id),
            5 or 6 when failing.Count > 0 => new Target.FailureOf(numbers.Pick(failing).Id),
            7 when !isHarm => new Target.Quality(),
            _ => new Target.DemandFor(numbers.Pick(services.Services).Id),
        };
    }

    private Unmet Filled(int j, Unmet unmet)
    {
        var path = $"services.{services.Services[j].Id}.unmet";
        return unmet with
        {
            Reneges = numbers.Maybe(0.4, $"{path}.reneges", 0.02, 0.5),
            Diverts = numbers.Often(0.4) ? [.. Diversions(j, path)] : [],
            Harms = numbers.Often(0.45) ? [.. Harms(path)] : [],
        };
    }

    private IEnumerable<Harm> Harms(string path) =>
        Enumerable.Range(0, numbers.Whole(1, 2)).Select(_ => Harm(path)).DistinctBy(harm => harm.On);

    private IEnumerable<Diversion> Diversions(int j, string path)
    {
        // More than one contact for each who leaves is allowed, but two such services could feed each other for ever.
        if (j == 0 && numbers.Often(0.4))
        {
            var only = numbers.Pick(services.Services).Id;
            var ratio = only == services.Services[j].Id ? 0.5 : numbers.Between(1.0, 1.3);
            return [new() { To = only, Ratio = numbers.Number($"{path}.diverts.{only}", ratio) }];
        }

        var to = numbers.Some(services.Services).Take(2).ToList();
        return to.Select(service => new Diversion
        {
            To = service.Id,
            Ratio = numbers.Number($"{path}.diverts.{service.Id}", numbers.Between(0.05, 0.4)),
        });
    }

    private Harm Harm(string path)
    {
        var target = AnyTarget(isHarm: true);
        var most = target is Target.Move or Target.Death ? 0.4 : 0.6;
        var sensitivity = numbers.Often(0.15) ? numbers.Between(-0.3, -0.05) : numbers.Between(0.05, most);
        return new()
        {
            On = target,
            Sensitivity = numbers.Number($"{path}.harms.{target}", sensitivity),
        };
    }
}
