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
            RenegesOver = numbers.PickAside(1.0 / 12.0, 1.0 / numbers.M, 0.25, 1.0, 0.3),
            Diverts = numbers.Often(0.4) ? [.. Diversions(j, path)] : [],
            Harms = numbers.Often(0.45) ? [.. Harms(j, path)] : [],
        };
    }

    private IEnumerable<Harm> Harms(int j, string path) =>
        Enumerable.Range(0, numbers.Whole(1, 2)).Select(_ => Harm(j, path)).DistinctBy(harm => harm.On);

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

    private Harm Harm(int j, string path)
    {
        var target = AnyTarget(isHarm: true);
        var most = target is Target.Move or Target.Death ? 0.4 : 0.6;
        var sensitivity = numbers.Often(0.15) ? numbers.Between(-0.3, -0.05) : numbers.Between(0.05, most);
        var harm = new Harm
        {
            On = target,
            Sensitivity = numbers.Number($"{path}.harms.{target}", sensitivity),
            Group = Group(target),
            Lasts = numbers.Number($"{path}.harms.{target}.lasts", numbers.PickAside(0.02, 0.1, 0.5, 1.0, 2.0)),
            PeoplePerUnit = Quantity.Of(1.0),
        };

        // Where all leave, from a quarter of those it acts on to more than all of them go without.
        var missed = services.Asked[j] * harm.Lasts.Value;
        var share = 0.25 * numbers.Aside.Next(1, 7);
        return harm with { PeoplePerUnit = numbers.Number($"{path}.harms.{target}.people_per_unit", share * ActsOn(harm) / missed) };
    }

    /// <summary>Everyone, or those in some age bands or need states, among whom somebody makes the move.</summary>
    private CohortGroup Group(Target target)
    {
        var place = people.Population;
        var ages = numbers.Aside.Next(3) == 0 ? place.Ages.Where((_, age) => age % 2 == 0).Select(age => age.Id) : [];
        NeedStateId[] need = numbers.Aside.Next(2) == 0 ? [] : target is Target.Move move ? [move.From] : [.. people.Lasting.Take(2)];
        return target is Target.FailureOf or Target.StayIn
            ? CohortGroup.Everyone
            : new() { Ages = [.. ages], Need = [.. need], Areas = numbers.Aside.Next(4) == 0 ? [place.Areas[^1]] : [] };
    }

    private double ActsOn(Harm harm) => harm.On switch
    {
        Target.FailureOf failure => services.AskedOf(failure.Service) * harm.Lasts.Value,
        Target.StayIn stay => services.AskedOf(stay.Service) * harm.Lasts.Value,
        _ => people.In(harm.Group),
    };
}
