using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What the services of a random scenario cost, and the organisations that pay: about enough, as often too little.</summary>
internal sealed class RandomScenarioMoney
{
    private const string Smoothing = "smoothing";
    private static readonly string[] Purposes = [Smoothing, "care", "more_care"];
    private readonly RandomScenarioNumbers numbers;
    private readonly RandomScenarioServices services;
    private readonly RandomScenarioBodies bodies;

    public RandomScenarioMoney(RandomScenarioNumbers numbers, RandomScenarioServices services, RandomScenarioBodies bodies)
    {
        this.numbers = numbers;
        this.services = services;
        this.bodies = bodies;
        Contracts = new(numbers, services);
        Price = [.. services.Services.Select((_, j) => Contracts.Price(j))];
        for (var j = 0; j < services.Count; j++)
        {
            services.Replace(j, services.Services[j] with { Cost = Contracts.Cost(PathOf(services.Services[j]), j) });
            services.Replace(j, Paid(j));
        }

        foreach (var purse in services.Limits.Where(limit => limit.Kind == LimitKind.Money && numbers.Often(0.6)))
        {
            StateAllBudgets(purse);
        }

        for (var j = 1; j < services.Count; j++)
        {
            SaveAlike(j);
        }

        Organisations = [.. bodies.Names.Select((_, o) => Organisation(o))];
    }

    /// <summary>Where contracts come from.</summary>
    public RandomScenarioContracts Contracts { get; }

    /// <summary>[service] about what a fund pays in a year.</summary>
    public double[] Price { get; }

    public IReadOnlyList<Organisation> Organisations { get; }

    /// <summary>About what an organisation's services cost it where nothing is pooled.</summary>
    public double Costs(int o) => Price.Where((_, j) => bodies.Payers[j] == o).Sum();

    private static string PathOf(Service service) => $"services.{service.Id}";

    private Service Paid(int j)
    {
        var service = services.Services[j];
        var path = PathOf(service);
        var isStatutory = service.Duty == Duty.Statutory;
        var contract = Contracts.Contract($"{path}.contract", j);
        var budget = numbers.Maybe(0.5, $"{path}.budget", Price[j] * (isStatutory ? 0.85 : 0.6), Price[j] * (isStatutory ? 1.15 : 2.0));
        return service with
        {
            Contract = contract,
            Budget = isStatutory ? budget : BelowSum(path, contract) ?? budget,
            Floor = !isStatutory && numbers.Often(0.35) ? numbers.Money($"{path}.floor", Price[j] * numbers.Between(0.1, 0.8)) : null,
            Ceiling = !isStatutory && numbers.Often(0.4) ? numbers.Money($"{path}.ceiling", Price[j] * numbers.Between(0.8, 1.6)) : null,
            ExpectedSaving = !isStatutory && numbers.Often(0.7) ? Saving(path) : null,
        };
    }

    /// <summary>Now and then a budget that is short of the sum that the contract owes.</summary>
    private Quantity? BelowSum(string path, Contract contract) => contract.Sum is { } sum && numbers.AsideOften(0.5)
        ? numbers.Number($"{path}.budget", sum.Value * (0.8 + (0.2 * numbers.Aside.NextDouble())))
        : null;

    private ExpectedSaving Saving(string path) => new()
    {
        PerPound = [.. numbers.Some(bodies.Names).Select(payer =>
            new SavingByPayer(payer, numbers.Number($"{path}.expected_saving.per_pound.{payer}", numbers.Between(0.1, 1.6))))],
        Within = numbers.Number($"{path}.expected_saving.within", numbers.Between(0.5, 6.0)),
    };

    private void StateAllBudgets(SharedLimit purse)
    {
        for (var j = 0; j < services.Count; j++)
        {
            if (purse.Services.Contains(services.Services[j].Id) && services.Services[j].Budget is null)
            {
                services.Replace(j, services.Services[j] with
                {
                    Budget = numbers.Number($"{PathOf(services.Services[j])}.budget", Price[j] * numbers.Between(0.7, 1.6)),
                });
            }
        }
    }

    /// <summary>Sometimes makes two cases equal; then both have a ceiling, or neither has.</summary>
    private void SaveAlike(int j)
    {
        var (before, service) = (services.Services[j - 1], services.Services[j]);
        if (before.ExpectedSaving is { } saving && service.Duty == Duty.Discretionary && numbers.Often(0.3))
        {
            var ceiling = numbers.Money($"{PathOf(service)}.ceiling", Price[j] * numbers.Between(0.8, 1.6));
            services.Replace(j, service with { ExpectedSaving = saving, Ceiling = before.Ceiling is null ? null : ceiling });
        }
    }

    private Organisation Organisation(int o)
    {
        var name = bodies.Names[o];
        var path = $"organisations.{name}";
        var costs = Costs(o);
        var other = numbers.Often(0.6) ? Math.Max(costs, 100_000.0) * numbers.Between(0.2, 1.5) : 0.0;
        var planned = numbers.Often(0.3) ? Math.Max(costs, 100_000.0) * numbers.Between(-0.03, 0.03) : 0.0;
        var income = (costs * numbers.Between(0.9, 1.5)) + (other * 0.98) + planned;
        return new()
        {
            Id = name,
            Title = name.Name,
            Kind = bodies.Kinds[o],
            Income = costs > 0.0 || numbers.Often(0.5) ? Income(path, income) : [],
            OtherSpending = other > 0.0 ? [.. OtherSpending(path, other)] : [],
            OneOffs = numbers.Often(0.3) ? [OneOff(path, Math.Max(costs, 100_000.0))] : [],
            Reserves = planned != 0.0 || numbers.Often(0.5) ? Reserves(path, Math.Max(costs, 100_000.0), planned) : null,
            BroughtForward = numbers.Maybe(0.2, $"{path}.brought_forward", 0.0, 0.05 * costs)
                ?? (IsAccount(o) ? numbers.Number($"{path}.brought_forward", 0.1 * costs * numbers.Aside.NextDouble()) : null),
            Repays = IfNoAccount(o, numbers.Maybe(0.35, $"{path}.repays", 0.0, 1.0)),
            Account = IsAccount(o) ? Account(path, Math.Max(costs, 100_000.0)) : null,
            Capitalisation = !IsNhs(bodies.Kinds[o]) && numbers.Often(0.35) && !IsAccount(o)
                ? Support($"{path}.capitalisation", Math.Max(costs, 100_000.0)) : null,
            EmergencyLevel = bodies.Kinds[o] == OrganisationKind.Council ? numbers.Maybe(0.6, $"{path}.emergency_level", 0.3, 0.95) : null,
            Keeps = numbers.Often(0.5) && !IsAccount(o)
                ? numbers.Number($"{path}.keeps", numbers.Often(0.4) ? 0.0 : numbers.Between(0.0, 1.0)) : null,
        };
    }

    private bool IsAccount(int o) => bodies.Kinds[o] == OrganisationKind.RingFencedAccount;

    private Quantity? IfNoAccount(int o, Quantity? stated) => IsAccount(o) ? null : stated;

    /// <summary>Terms of a ring-fenced account of the council; it counts from before the run, in it, after it or never.</summary>
    private Account Account(string path, double costs)
    {
        int? counts = numbers.AsideOften(0.75) ? numbers.Aside.Next(-1, numbers.Horizon.Years + 1) : null;
        return new()
        {
            Owner = bodies.Names[0],
            CountsFrom = counts is { } year ? numbers.Horizon.Start + year : null,
            Financing = numbers.AsideOften(0.7) ? numbers.Number($"{path}.financing", 0.08 * numbers.Aside.NextDouble()) : null,
            Grant = counts is not <= 0 && numbers.AsideOften(0.7) ? Grant($"{path}.grant", costs) : null,
            CentreMeets = numbers.AsideOften(0.5) ? Aside(1.0, $"{path}.centre_meets", 1.0) : null,
        };
    }

    private DeficitGrant Grant(string path, double costs) => new()
    {
        Share = numbers.Number($"{path}.share", numbers.Aside.NextDouble()),
        Of = numbers.Number($"{path}.of", 0.15 * costs * numbers.Aside.NextDouble()),
        Paid = numbers.Horizon.Start,
        IsApproved = numbers.AsideOften(0.6),
    };

    /// <summary>Leave to borrow, to sell assets, or both; what is planned may be more than is allowed.</summary>
    private Capitalisation Support(string path, double costs)
    {
        var limit = numbers.Money($"{path}.limit", costs * numbers.Between(0.0, 0.06));
        var size = costs * 0.04;
        var sells = numbers.AsideOften(0.5);
        var borrows = !sells || numbers.AsideOften(0.7);
        return new()
        {
            Limit = limit,
            Planned = Aside(0.6, $"{path}.planned", size),
            Receipts = sells ? Aside(1.0, $"{path}.receipts", size) : null,
            ToReserves = sells ? Aside(0.4, $"{path}.to_reserves", 0.5 * size) : null,
            IncomeLost = sells && numbers.AsideOften(0.7) ? numbers.Number($"{path}.income_lost", 0.1 * numbers.Aside.NextDouble()) : null,
            Rate = borrows ? Aside(1.0, $"{path}.rate", 0.08) : null,
            Over = borrows ? numbers.PickAside(1, 2, 3, 20) : 0,
            Method = numbers.PickAside(Repayment.Equal, Repayment.Annuity),
            OpeningDebt = numbers.AsideOften(0.4) ? Debt($"{path}.opening_debt", size) : null,
        };
    }

    private OpeningDebt Debt(string path, double most) => new()
    {
        Amount = numbers.Number($"{path}.amount", most * numbers.Aside.NextDouble()),
        YearsLeft = numbers.PickAside(1, 2, 15),
        Rate = numbers.AsideOften(0.2)
            ? numbers.Exactly($"{path}.rate", 0.0)
            : numbers.Number($"{path}.rate", 0.08 * numbers.Aside.NextDouble()),
    };

    /// <summary>A path of one value, or of another from the second year on; none now and then.</summary>
    private YearlyPath? Aside(double chance, string path, double most)
    {
        if (!numbers.AsideOften(chance))
        {
            return null;
        }

        List<PathPoint> points = [new(numbers.Horizon.Start, numbers.Number(path, most * numbers.Aside.NextDouble()))];
        if (numbers.AsideOften(0.4))
        {
            points.Add(new(numbers.Horizon.Start + 1, numbers.Number($"{path}.later", most * numbers.Aside.NextDouble())));
        }

        return new() { Points = [.. points] };
    }

    private OneOff OneOff(string path, double costs) => new()
    {
        Name = "building",
        Amount = numbers.Number($"{path}.one_offs.building.amount", costs * numbers.Between(0.001, 0.05)),
        Year = numbers.Horizon.YearAt(numbers.Whole(0, numbers.Horizon.Years - 1)),
        RepaidOver = numbers.Often(0.6) ? numbers.Whole(1, 4) : null,
    };

    private static bool IsNhs(OrganisationKind kind) => kind is OrganisationKind.NhsCommissioner or OrganisationKind.NhsProvider;

    private ImmutableArray<MoneyLine> Income(string path, double income) =>
        [.. numbers.Shares(numbers.Whole(1, 2))
            .Select((share, row) => new MoneyLine($"line_{row}", numbers.Money($"{path}.income.line_{row}", share * income)))];

    private IEnumerable<SpendingLine> OtherSpending(string path, double sum)
    {
        var line = $"{path}.other_spending.rest";
        var saves = numbers.Often(0.5);
        yield return new()
        {
            Name = "rest",
            Amount = numbers.Money(line, 0.8 * sum),
            Savings = saves ? numbers.Money($"{line}.savings", 0.05 * sum) : null,
            Delivered = saves ? numbers.Maybe(0.7, $"{line}.delivered", 0.2, 1.0) : null,
        };
        yield return new() { Name = "estate", Amount = numbers.Money($"{path}.other_spending.estate", 0.2 * sum) };
    }

    private Reserves Reserves(string path, double costs, double planned)
    {
        var general = numbers.Number($"{path}.reserves.general", costs * numbers.Between(0.0, 0.25));
        var floor = numbers.Maybe(0.6, $"{path}.reserves.floor", 0.0, general.Value);
        var earmarked = Earmarked($"{path}.reserves.earmarked", costs).ToImmutableArray();
        string[] names = [.. earmarked.Select(reserve => reserve.Name), SystemSim.Model.Reserves.GeneralName];
        return new()
        {
            General = general,
            Floor = floor,
            Earmarked = earmarked,
            Order = numbers.Aside.Next(2) == 0 ? [.. names.OrderBy(_ => numbers.Aside.NextDouble())] : [],
            Planned = planned == 0.0 ? null : numbers.Money($"{path}.reserves.planned", planned),
        };
    }

    /// <summary>None to four reserves, each for another purpose or another part of it.</summary>
    private IEnumerable<EarmarkedReserve> Earmarked(string path, double costs)
    {
        if (numbers.Maybe(0.5, $"{path}.pools.amount", 0.0, 0.05 * costs) is { } pools)
        {
            yield return new() { Name = "pools", Amount = pools, Meets = ReservePurpose.PoolOverspends };
        }

        var left = services.Services.Select(service => service.Id).ToList();
        foreach (var name in Purposes.Where(_ => numbers.Aside.Next(5) < 2))
        {
            ImmutableArray<ServiceId> some = name == Smoothing ? [] : [.. left.Where(_ => numbers.Aside.Next(2) == 0)];
            left.RemoveAll(some.Contains);
            if (name == Smoothing || some.Length > 0)
            {
                var amount = numbers.Number($"{path}.{name}.amount", costs * 0.1 * numbers.Aside.NextDouble());
                yield return new()
                {
                    Name = name,
                    Amount = amount,
                    Meets = some.IsEmpty ? ReservePurpose.Deficits : ReservePurpose.Services,
                    Services = some,
                };
            }
        }
    }
}
