using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The services of a random scenario: what is asked of them, and what follows when it is or is not done.</summary>
internal sealed class RandomScenarioServices
{
    // Of each contact no more than this share comes back or is sent on, so that what is asked settles.
    private const double MostSentOn = 0.7;
    private readonly RandomScenarioNumbers numbers;
    private readonly RandomScenarioPeople people;
    private readonly RateBasis basis;
    private readonly int[] levels;
    private readonly double[] canReturn;
    private readonly List<Service> services = [];

    public RandomScenarioServices(RandomScenarioNumbers numbers, RandomScenarioPeople people, RateBasis basis, RandomScenarioBodies bodies)
    {
        this.numbers = numbers;
        this.people = people;
        this.basis = basis;
        Count = bodies.Payers.Length;
        for (var j = 0; j < Count; j++)
        {
            services.Add(Service(j, bodies.Names[bodies.Providers[j]]));
        }

        Limits = SharedBy(bodies.Payers);
        levels = [.. services.Select(_ => numbers.Whole(0, 2))];
        foreach (var limit in Limits)
        {
            LevelWith(limit);
        }

        Need = [.. services.Select(NeedAYear)];
        canReturn = [.. Need.Select(need => 0.8 * need)];
        for (var j = 0; j < Count; j++)
        {
            Connect(j);
        }

        Asked = AskedAYear();
        for (var j = 0; j < Count; j++)
        {
            services[j] = services[j] with { Capacity = numbers.Often(0.55) ? Capacity(j) : null, AtStart = AtStart(j) };
        }

        Limits = [.. Limits.Select(Amounted)];
    }

    public int Count { get; }

    public IReadOnlyList<Service> Services => services;

    public IReadOnlyList<SharedLimit> Limits { get; }

    /// <summary>[service] about what need asks in a year.</summary>
    public double[] Need { get; }

    /// <summary>[service] about what is asked in a year in all.</summary>
    public double[] Asked { get; }

    /// <summary>About what is asked of a service in a year in all.</summary>
    public double AskedOf(ServiceId service) => Asked[services.FindIndex(known => known.Id == service)];

    /// <summary>What a year's contacts take: contacts, bed-days, or places.</summary>
    public double Activity(int j) => Asked[j] * Unit(j);

    /// <summary>Replaces a service by what money makes of it.</summary>
    public void Replace(int j, Service service) => services[j] = service;

    private double Unit(int j) => services[j].Places?.Stay.Value ?? services[j].ShortStayDays?.Value ?? 1.0;

    private static string PathOf(int j) => $"services.service_{(char)('a' + j)}";

    private Service Service(int j, OrganisationId provider)
    {
        var path = PathOf(j);
        var kind = numbers.Whole(0, 9);
        var duty = numbers.Pick(Duty.Statutory, Duty.Discretionary);
        var rate = kind < 2 ? numbers.Between(0.005, 0.04) : numbers.Between(0.1, 2.0);
        var stay = numbers.Between(2.5 / numbers.M, Math.Max(2.0, 5.0 / numbers.M));
        var areas = people.Population.Areas;
        return new()
        {
            Id = new($"service_{(char)('a' + j)}"),
            Title = $"Service {j}",
            Tier = numbers.Pick(Tier.Known),
            Provider = provider,
            Unit = "contact",
            Areas = areas.Length > 1 && numbers.Often(0.2) ? [numbers.Pick(areas)] : [],
            Duty = duty,
            Contract = new() { Form = ContractForm.Cost },
            Priority = numbers.Whole(0, 1),
            Demand = Demand(path, rate),
            Places = kind < 2 ? new() { Stay = numbers.Number($"{path}.places.stay", stay) } : null,
            ShortStayDays = kind is >= 2 and < 4 ? numbers.Number($"{path}.stay", numbers.Between(1.0, 10.0)) : null,
            Unmet = numbers.Often(0.75) ? new() { Waits = numbers.Number($"{path}.unmet.waits", numbers.Between(0.0, 0.9)) } : null,
            Cost = Cost(path, kind < 2 ? numbers.Between(15_000.0, 40_000.0) : numbers.Between(20.0, 300.0)),
        };
    }

    private Demand Demand(string path, double rate)
    {
        var ages = people.Population.Ages.Length;
        var need = people.Population.Need.Length;
        var cells = Enumerable.Range(0, ages * need).Select(cell => numbers.Often(0.8) || cell == 0
            ? numbers.Number($"{path}.demand.per_person.{cell}", rate * (1 + (cell % need)) * numbers.Between(0.3, 1.2)) : null);
        var (from, to) = numbers.Pick(people.Moves);
        var contacts = new ContactsPerMove
        {
            From = people.Population.Need[from].Id,
            To = people.Population.Need[to].Id,
            Contacts = numbers.Number($"{path}.demand.per_move.contacts", rate * numbers.Between(0.5, 2.0)),
        };
        return new()
        {
            Rates = [.. cells],
            AgeMultipliers = numbers.Often(0.3)
                ? [.. numbers.Numbers($"{path}.demand.by_age", Enumerable.Range(0, ages).Select(_ => numbers.Between(0.5, 1.5)))] : [],
            PerMove = numbers.Often(0.3) ? [contacts] : [],
            Season = numbers.Often(0.4) ? [.. numbers.Months().Select(share => 12.0 * share)] : [],
            Growth = numbers.Often(0.3) ? numbers.Path($"{path}.demand.growth", numbers.Between(0.9, 1.15)) : null,
        };
    }

    /// <summary>What a unit costs; now and then nothing, or nothing but what users pay.</summary>
    private UnitCost Cost(string path, double unit)
    {
        var cost = new UnitCost
        {
            Unit = numbers.Number($"{path}.cost.unit", numbers.AsideOften(0.05) ? 0.0 : unit),
            PriceYear = numbers.Horizon.Start + -numbers.Whole(0, 3),
            Index = numbers.Often(0.75) ? numbers.Index() : null,
            Charges = numbers.Maybe(0.3, $"{path}.cost.charges", 0.02, 0.3),
        };
        return cost with
        {
            Charges = numbers.AsideOften(0.06) ? numbers.Exactly($"{path}.cost.charges", 1.0) : cost.Charges,
            Use = numbers.AsideOften(0.2) ? Use(path, unit) : null,
        };
    }

    /// <summary>A charge for each unit of use, now and then more than its cost.</summary>
    private ChargeOfUse Use(string path, double unit) => new()
    {
        Amount = numbers.Number($"{path}.cost.charges.use", unit * ((1.2 * numbers.Aside.NextDouble()) + 0.02)),
        Year = numbers.Horizon.Start + -numbers.Aside.Next(3),
        Index = numbers.AsideOften(0.7) ? numbers.Prices.Indices[numbers.Aside.Next(2)].Id : null,
    };

    /// <summary>About what need asks in a year.</summary>
    private double NeedAYear(Service service)
    {
        var cells = service.Demand.Rates.Length;
        var byRates = people.Opening.Select((number, c) =>
        {
            var g = c % cells / people.Population.Need.Length;
            var byAge = service.Demand.AgeMultipliers.IsEmpty ? 1.0 : service.Demand.AgeMultipliers[g].Value;
            var isServed = service.Areas.IsEmpty || service.Areas.Contains(people.Population.Areas[c / cells]);
            return isServed ? number * (service.Demand.Rates[c % cells]?.Value ?? 0.0) * byAge : 0.0;
        });
        return byRates.Sum();
    }

    /// <summary>Limits of capacity among what has no places, and of money among what one organisation pays for.</summary>
    private List<SharedLimit> SharedBy(int[] payers)
    {
        var limits = new List<SharedLimit>();
        var withoutPlaces = Enumerable.Range(0, Count).Where(j => services[j].Places is null).ToList();
        if (withoutPlaces.Count > 1 && numbers.Often(0.35))
        {
            limits.Add(Limit("wards", LimitKind.Capacity, Pair(withoutPlaces)));
        }

        var spenders = Enumerable.Range(0, Count).Where(j => services[j].Duty == Duty.Discretionary).ToList();
        var purse = spenders.Count == 0 ? -1 : payers[numbers.Pick(spenders)];
        var together = Enumerable.Range(0, Count).Where(j => payers[j] == purse).ToList();
        if (together.Count > 1 && numbers.Often(0.4))
        {
            var members = Pair(together);
            if (members.Exists(spenders.Contains))
            {
                limits.Insert(numbers.Whole(0, limits.Count), Limit("purse", LimitKind.Money, members));
            }
        }

        return limits;
    }

    private List<int> Pair(List<int> from)
    {
        var members = numbers.Some(from);
        return members.Count > 1 ? members : [.. members.Append(from.First(j => j != members[0])).Order()];
    }

    private SharedLimit Limit(string name, LimitKind kind, List<int> members) =>
        new() { Id = new(name), Kind = kind, Services = [.. members.Select(j => services[j].Id)] };

    private SharedLimit Amounted(SharedLimit limit) => limit.Kind == LimitKind.Money ? limit : limit with
    {
        Amount = numbers.Path(
            $"limits.{limit.Id}.capacity",
            Enumerable.Range(0, Count).Where(j => limit.Services.Contains(services[j].Id)).Sum(Activity) * numbers.Between(0.7, 1.2)),
    };

    /// <summary>Puts sharers of a limit on one level: nobody refers to the same level in the same step.</summary>
    private void LevelWith(SharedLimit limit)
    {
        var members = Enumerable.Range(0, Count).Where(j => limit.Services.Contains(services[j].Id)).ToList();
        var before = members.Select(j => levels[j]).ToHashSet();

        // Members may share another limit, whose members must come along.
        var along = Limits.Where(other => other.Services.Any(limit.Services.Contains)).SelectMany(other => other.Services).ToHashSet();
        for (var j = 0; j < Count; j++)
        {
            if (along.Contains(services[j].Id))
            {
                levels[j] = before.Min();
            }
        }
    }

    private void Connect(int j)
    {
        var sendsOn = 0.0;
        List<Referral> referrals = [];
        List<Failure> failures = [];
        for (var to = 0; to < Count; to++)
        {
            if (to != j && numbers.Often(0.2) && sendsOn < MostSentOn - 0.05)
            {
                var referral = Referral(j, to, numbers.Between(0.02, Math.Min(0.3, MostSentOn - sendsOn)));
                sendsOn += referral.Share.Value;
                referrals.Add(referral);
            }

            var mayReturn = basis == RateBasis.Observed ? canReturn[to] / (Count * 3.0 * Need[j]) : 0.4;
            var most = Math.Min(Math.Min(0.4, mayReturn), MostSentOn - sendsOn);
            if (most > 0.02 && numbers.Often(to == j ? 0.4 : 0.15))
            {
                var failure = Failure(j, to, numbers.Between(0.01, most));
                sendsOn += failure.Share.Value + (failure.HandOff?.Value ?? 0.0);
                failures.Add(failure);
            }
        }

        services[j] = services[j] with { Referrals = [.. referrals], Failures = [.. failures] };
    }

    private Referral Referral(int j, int to, double share) => new()
    {
        To = services[to].Id,
        Share = numbers.Number($"{PathOf(j)}.refers.{services[to].Id}.share", share),
        After = levels[to] > levels[j] && numbers.Often(0.6) ? 0.0 : numbers.Pick(0.02, 1.0 / numbers.M, 1.0 / 12.0, 0.3),
    };

    private Failure Failure(int j, int to, double share)
    {
        var path = $"{PathOf(j)}.failure.{services[to].Id}";
        var failure = new Failure
        {
            ReturnsTo = services[to].Id,
            Share = numbers.Number($"{path}.share", share),
            After = numbers.Pick(0.02, 1.0 / numbers.M, 1.0 / 12.0, 0.2, 0.6),
            HandOff = numbers.Maybe(0.4, $"{path}.hand_off", 0.005, 0.3 * share),
        };
        return failure.HandOff is null
            ? failure
            : failure with
            {
                HandOffFadesOver = numbers.Maybe(0.5, $"{path}.hand_off.fades_over", 0.3, 4.0),
            };
    }

    private double[] AskedAYear()
    {
        var asked = Need;
        for (var round = 0; round < 60; round++)
        {
            var next = (double[])Need.Clone();
            for (var j = 0; j < Count; j++)
            {
                foreach (var (to, share) in services[j].Referrals.Select(referral => (referral.To, referral.Share))
                    .Concat(basis == RateBasis.Observed ? [] : services[j].Failures.Select(failure => (failure.ReturnsTo, failure.Share))))
                {
                    next[services.FindIndex(service => service.Id == to)] += share.Value * asked[j];
                }
            }

            asked = next;
        }

        return asked;
    }

    private Capacity Capacity(int j)
    {
        var path = PathOf(j);
        var targets = services[j].Duty == Duty.Statutory
            ? new[] { CapacityTarget.Path, CapacityTarget.Asked }
            : [CapacityTarget.Path, CapacityTarget.Asked, CapacityTarget.Budget];
        return new()
        {
            Amount = numbers.Path($"{path}.capacity", Activity(j) * numbers.Between(0.6, 1.3), 0.2),
            Target = numbers.Pick(targets),
            GrowsAtMost = numbers.Maybe(0.5, $"{path}.capacity.grows_at_most", 0.02, 0.4),
            ShrinksAtMost = numbers.Maybe(0.5, $"{path}.capacity.shrinks_at_most", 0.02, 0.4),
        };
    }

    private AtStart AtStart(int j)
    {
        var path = $"{PathOf(j)}.at_start";
        return new()
        {
            Waiting = numbers.Maybe(0.3, $"{path}.waiting", 0.0, 2.0 * Asked[j] / numbers.M),
            InPlaces = services[j].Places is null ? null : numbers.Maybe(0.4, $"{path}.in_places", 0.6 * Activity(j), 1.2 * Activity(j)),
            Delivered = numbers.Maybe(0.2, $"{path}.delivered", 0.0, 1.2 * Asked[j]),
            Left = numbers.Maybe(0.2, $"{path}.left", 0.0, 0.3 * Asked[j]),
        };
    }
}
