using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What the options of a random scenario set: numbers that are not about today.</summary>
internal sealed class RandomScenarioChanges(RandomScenarioNumbers numbers)
{
    private readonly List<string> sets = [];

    /// <summary>What was set for the last place, as the scenario would say it.</summary>
    public IReadOnlyList<string> Sets => sets;

    /// <summary>A place with some of its numbers changed.</summary>
    public Place Change(Place place)
    {
        sets.Clear();
        return place with
        {
            Services = [.. place.Services.Select(service => WithCapacity(Provided(place, numbers.Often(0.4) ? Change(service) : service)))],
            Organisations = [.. place.Organisations.Select(body => numbers.Often(0.2) ? Change(body) : body)],
            Effects = [.. place.Effects.Select((effect, e) => numbers.Often(0.2)
                ? effect with { Strength = Changed(effect.Strength.Name, effect.Strength, 0.7, 1.2)! } : effect)],
            Limits = [.. place.Limits.Select(limit => numbers.Often(0.3)
                ? limit with { Amount = Changed($"limits.{limit.Id}.capacity", limit.Amount) } : limit)],
        };
    }

    private Service Change(Service service)
    {
        var path = $"services.{service.Id}";
        return numbers.Whole(0, 7) switch
        {
            0 => service with { Budget = Changed($"{path}.budget", service.Budget, 0.8, 1.4) },
            1 when service.Capacity is { } capacity => service with
            {
                Capacity = capacity with { Amount = Changed($"{path}.capacity", capacity.Amount)! },
            },
            2 => service with { Cost = service.Cost with { Unit = Changed($"{path}.cost.unit", service.Cost.Unit, 0.9, 1.1)! } },
            7 => service with { Cost = service.Cost with { Fixed = Changed($"{path}.cost.fixed", service.Cost.Fixed, 0.5, 1.0) } },
            3 => service with { Floor = Changed($"{path}.floor", service.Floor), Ceiling = Changed($"{path}.ceiling", service.Ceiling) },
            4 => service with { Demand = service.Demand with { Growth = Changed($"{path}.demand.growth", service.Demand.Growth) } },
            5 => service with
            {
                Failures = [.. service.Failures.Select(failure =>
                    failure with { Share = Changed($"{path}.failure.{failure.ReturnsTo}.share", failure.Share, 0.5, 1.1)! })],
            },
            _ => service with
            {
                Unmet = service.Unmet is { } unmet ? unmet with
                {
                    Waits = Changed($"{path}.unmet.waits", unmet.Waits, 0.5, 1.0)!,
                    Harms = [.. unmet.Harms.Select(harm => harm with
                    {
                        Sensitivity = Changed($"{path}.unmet.harms.{harm.On}", harm.Sensitivity, 0.7, 1.0)!,
                        Lasts = Changed($"{path}.unmet.harms.{harm.On}.lasts", harm.Lasts, 0.7, 1.3)!,
                        Group = harm.Group with { Ages = [] },
                    })],
                } : null,
            },
        };
    }

    /// <summary>Now and then somebody else provides it.</summary>
    private Service Provided(Place place, Service service)
    {
        if (!numbers.AsideOften(0.2))
        {
            return service;
        }

        var provider = place.Organisations[numbers.Aside.Next(place.Organisations.Length)].Id;
        sets.Add($"services.{service.Id}.provider = {provider}");
        return service with { Provider = provider };
    }

    /// <summary>Now and then a capacity where today has none, too small for some years.</summary>
    private Service WithCapacity(Service service)
    {
        if (service.Capacity is not null || !numbers.AsideOften(0.3))
        {
            return service;
        }

        var path = $"services.{service.Id}.capacity";
        var rates = service.Demand.Rates.Sum(rate => rate?.Value ?? 0.0);
        sets.Add($"{path} = added");
        var target = numbers.PickAside(CapacityTarget.Path, CapacityTarget.Asked, CapacityTarget.Budget);
        return service with
        {
            Capacity = new()
            {
                Amount = numbers.Path(
                    path,
                    (service.Places?.Stay.Value ?? service.ShortStayDays?.Value ?? 1.0)
                        * Math.Max(rates, 0.01)
                        * numbers.Between(2_000.0, 20_000.0)
                ),
                Target = target == CapacityTarget.Budget && service.Duty == Duty.Statutory ? CapacityTarget.Path : target,
                GrowsAtMost = numbers.AsideOften(0.4) ? numbers.Number($"{path}.grows_at_most", 0.1) : null,
                ShrinksAtMost = numbers.AsideOften(0.5) ? numbers.Number($"{path}.shrinks_at_most", 0.1) : null,
            },
        };
    }

    private Organisation Change(Organisation body)
    {
        var path = $"organisations.{body.Id}";
        return body with
        {
            Income = [.. body.Income.Select(line => line with { Amount = Changed($"{path}.income.{line.Name}", line.Amount)! })],
            Keeps = Changed($"{path}.keeps", body.Keeps, 0.5, 1.0),
            Repays = Changed($"{path}.repays", body.Repays, 0.3, 1.0),
        };
    }

    private Quantity? Changed(string path, Quantity? before, double least, double most)
    {
        if (before is null)
        {
            return null;
        }

        var value = before.Value * numbers.Between(least, most);
        sets.Add(string.Create(CultureInfo.InvariantCulture, $"{path} = {value}"));
        return numbers.Number($"options.set.{path}", value) with { Factors = before.Factors };
    }

    private YearlyPath? Changed(string path, YearlyPath? before) => before is null ? null : before with
    {
        Points = [.. before.Points.Select(point => point with { Value = Changed($"{path}.{point.From.Start}", point.Value, 0.8, 1.2)! })],
    };
}
