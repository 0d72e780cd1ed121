using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The arrangements of a random scenario: silos, silos reported as one, one pool or two.</summary>
internal sealed class RandomScenarioGovernance(
    RandomScenarioNumbers numbers, RandomScenarioServices services, RandomScenarioBodies bodies, RandomScenarioMoney money,
    Population people)
{
    private static readonly string[] PoolNames = ["joint_fund", "second_fund"];

    /// <summary>An arrangement without pools.</summary>
    public Arrangement Silos(string name, GovernanceKind kind) => new()
    {
        Id = new(name),
        Title = name,
        Kind = kind,
        Funds = [.. OwnFunds(name, _ => true)],
        Contracts = Contracts(name),
    };

    /// <summary>An arrangement with a pool, or two where there are services enough.</summary>
    /// <param name="name">Its name.</param>
    public Arrangement Pools(string name)
    {
        var units = Units();
        var pooled = numbers.Often(0.5) ? units : numbers.Some(units);
        var split = pooled.Count > 1 && numbers.Often(0.3) ? numbers.Whole(1, pooled.Count - 1) : pooled.Count;
        var parts = new[] { pooled[..split], pooled[split..] }.Select(part => part.SelectMany(unit => unit).Order().ToList())
            .Where(part => part.Count > 0).ToList();
        var inPools = parts.SelectMany(part => part).ToHashSet();
        var whole = new HashSet<int>();
        return new()
        {
            Id = new(name),
            Title = name,
            Kind = GovernanceKind.Pooled,
            Funds =
            [
                .. OwnFunds(name, j => !inPools.Contains(j)),
                .. parts.Select((part, row) => Pool(name, PoolNames[row], part, whole)),
            ],
            Contracts = Contracts(name),
        };
    }

    /// <summary>A pool for each who pays, which gives it its whole fund.</summary>
    public Arrangement PoolForEach(string name) => new()
    {
        Id = new(name),
        Title = name,
        Kind = GovernanceKind.Pooled,
        Funds =
        [
            .. OwnFunds(name, _ => false),
            .. bodies.Payers.Distinct().Order().Select(o => PoolOf(name, o)),
        ],
        Contracts = Contracts(name),
    };

    /// <summary>Terms that the arrangement states for some services.</summary>
    private ImmutableArray<ServiceContract> Contracts(string name) => numbers.Often(0.6) ? [] :
        [.. numbers.Some(Enumerable.Range(0, services.Count).ToList()).Select(j =>
            new ServiceContract(Id(j), money.Contracts.Contract($"governance.{name}.contracts.{Id(j)}", j)))];

    private Fund PoolOf(string arrangement, int o)
    {
        var pays = Paid(o, _ => true);
        return Fund($"governance.{arrangement}.pools.{bodies.Names[o]}_pool", new($"{bodies.Names[o]}_pool"), pays) with
        {
            Pool = new()
            {
                Host = bodies.Names[o],
                Contributions = [new() { Partner = bodies.Names[o], Follow = Follow.WholeFund }],
                BroughtIn = [.. pays.Select(j => new ServiceOwner(Id(j), bodies.Names[o]))],
                EndOfYear = new(),
            },
        };
    }

    private List<int> Paid(int o, Func<int, bool> stays) =>
        [.. Enumerable.Range(0, services.Count).Where(j => bodies.Payers[j] == o && stays(j))];

    private IEnumerable<Fund> OwnFunds(string name, Func<int, bool> stays)
    {
        for (var o = 0; o < bodies.Names.Length; o++)
        {
            var path = $"governance.{name}.funds.{bodies.Names[o]}";
            var fund = Fund(path, new(bodies.Names[o].Name), Paid(o, stays));
            yield return fund with
            {
                Owner = bodies.Names[o],
                StartOfYear = fund.StartOfYear with { BalancesOver = Balanced($"{path}.start_of_year.balances_over", o) },
            };
        }
    }

    /// <summary>Some councils plan over years that may begin before the run, or end after it.</summary>
    private BalancedYears? Balanced(string path, int o)
    {
        var body = money.Organisations[o];
        if (body.Kind != OrganisationKind.Council || body.Reserves?.Planned is not null || !numbers.AsideOften(0.4))
        {
            return null;
        }

        return new()
        {
            From = numbers.Horizon.Start + numbers.Aside.Next(2),
            Years = 2 + numbers.Aside.Next(3),
            Use = numbers.AsideOften(0.5) ? numbers.Number($"{path}.use", 100_000.0 * numbers.Aside.NextDouble()) : null,
            Index = numbers.AsideOften(0.5) ? numbers.PickAside(numbers.Prices.Indices).Id : null,
        };
    }

    /// <summary>Services that go into a pool together: those that share money.</summary>
    private List<List<int>> Units()
    {
        var purses = services.Limits.Where(limit => limit.Kind == LimitKind.Money)
            .Select(limit => Enumerable.Range(0, services.Count)
                .Where(j => limit.Services.Contains(services.Services[j].Id)).ToList()).ToList();
        var single = Enumerable.Range(0, services.Count).Where(j => !purses.Exists(purse => purse.Contains(j)))
            .Select(j => new List<int> { j });
        return [.. purses, .. single];
    }

    private Fund Fund(string path, FundId id, List<int> pays)
    {
        var spenders = pays.Where(j => services.Services[j].Duty == Duty.Discretionary).ToList();
        return new()
        {
            Id = id,
            Pays = [.. pays.Select(j => services.Services[j].Id)],
            StartOfYear = StartOfYear($"{path}.start_of_year", spenders) with { Protect = Protect($"{path}.start_of_year.protect", pays) },
            InYear = InYear($"{path}.in_year"),
        };
    }

    private StartOfYear StartOfYear(string path, List<int> spenders) => new()
    {
        Contingency = numbers.Maybe(0.4, $"{path}.contingency", 0.0, 0.05),
        Uplift = numbers.Often(0.3) ? numbers.Path($"{path}.uplift", numbers.Between(-0.02, 0.06)) : null,
        Reinvest = spenders.Count > 0 && numbers.Often(0.3) ? Reinvest($"{path}.reinvest", spenders) : null,
        Rule = Rule(path, spenders),
    };

    /// <summary>Some of what a fund pays for, statutory or not, and from little to much of its money.</summary>
    private Protection? Protect(string path, List<int> pays)
    {
        if (pays.Count == 0 || !numbers.AsideOften(0.45))
        {
            return null;
        }

        var share = numbers.Number($"{path}.share", 0.02 + (0.7 * numbers.Aside.NextDouble()));
        var sure = numbers.Aside.Next(pays.Count);
        return new()
        {
            Share = new() { Points = [new(numbers.Horizon.Start, share)] },
            Services = [.. pays.Where((_, row) => row == sure || numbers.AsideOften(0.4)).Select(Id)],
            BrakeSpares = numbers.AsideOften(0.5),
        };
    }

    private Reinvest Reinvest(string path, List<int> spenders) =>
        new() { Share = numbers.Number($"{path}.share", numbers.Between(0.2, 1.0)), Services = [.. numbers.Some(spenders).Select(Id)] };

    private ServiceId Id(int j) => services.Services[j].Id;

    private BudgetRule Rule(string path, List<int> spenders) => numbers.Whole(0, 6) switch
    {
        0 or 1 => new BudgetRule.Historic(),
        2 => new BudgetRule.FixedShares
        {
            Shares = spenders.Count > 0 && numbers.Often(0.5) ? Amounts($"{path}.shares", spenders, numbers.Shares(spenders.Count)) : [],
        },
        3 or 4 => new BudgetRule.Pressure
        {
            Pace = numbers.Number($"{path}.pace", numbers.Between(0.1, 2.0)),
            Values = spenders.Count > 0 && numbers.Often(0.5) ? Amounts($"{path}.values", spenders[..1], [numbers.Between(0.2, 3.0)]) : [],
        },
        5 => new BudgetRule.Plan
        {
            Amounts = [.. spenders.Select(j => Planned($"{path}.amounts", j))],
        },
        _ => new BudgetRule.BusinessCase
        {
            Hurdle = numbers.Number($"{path}.hurdle", numbers.Between(0.2, 1.5)),
            Payback = numbers.Maybe(0.6, $"{path}.payback", 2.0, 6.0),
        },
    };

    private ServicePath Planned(string path, int j) =>
        new(Id(j), numbers.Money($"{path}.{Id(j)}", money.Price[j] * numbers.Between(0.7, 1.6), 0.2));

    private ImmutableArray<ServiceAmount> Amounts(string path, List<int> of, double[] values) =>
        [.. of.Select((j, row) => new ServiceAmount(Id(j), numbers.Number($"{path}.{Id(j)}", values[row])))];

    private InYear InYear(string path) => new()
    {
        Profile = numbers.Often(0.3) ? [.. numbers.Months()] : [],
        UnspentLapses = numbers.Often(0.25),
        Brake = numbers.Maybe(0.35, $"{path}.brake", 0.1, 0.8),
    };

    private Fund Pool(string arrangement, string name, List<int> pays, HashSet<int> whole)
    {
        var path = $"governance.{arrangement}.pools.{name}";
        var owners = pays.Select(j => bodies.Payers[j]).Distinct().Order().ToList();
        var byShare = numbers.Often(0.2);
        var shares = numbers.Shares(owners.Select(o => Brought(o, pays)));
        var host = numbers.Pick(owners);
        var fenced = numbers.Often(0.35) ? numbers.Some(pays) : [];
        return Fund(path, new(name), pays) with
        {
            Pool = new()
            {
                Host = bodies.Names[host],
                Contributions = [.. owners.Select((o, row) => Cut(o, byShare && (row == 0 || numbers.AsideOften(0.5))
                    ? Part($"{path}.contributions.{bodies.Names[o]}.share", o, shares[row])
                    : Contribution(path, o, Brought(o, pays), whole), Minimum(path, o, Brought(o, pays))))],
                Total = byShare ? numbers.Money($"{path}.total", pays.Sum(j => money.Price[j]) * numbers.Between(0.8, 1.3)) : null,
                BroughtIn = [.. pays.Select(Owner)],
                RingFenced = [.. fenced.Select(j => Owner(j) with { Owner = bodies.Names[owners[numbers.Aside.Next(owners.Count)]] })],
                SetUp = numbers.Maybe(0.4, $"{path}.set_up", 0.0, 0.02 * pays.Sum(j => money.Price[j])),
                Running = numbers.Often(0.4) ? numbers.Money($"{path}.running", 0.005 * pays.Sum(j => money.Price[j])) : null,
                EndOfYear = EndOfYear(path, owners, pays, fenced),
            },
        };
    }

    private ServiceOwner Owner(int j) => new(Id(j), bodies.Names[bodies.Payers[j]]);

    private Contribution Part(string path, int o, double share) =>
        new() { Partner = bodies.Names[o], Follow = Follow.Share, Share = numbers.Number(path, share) };

    /// <summary>Now and then a least amount, below what is brought in or above.</summary>
    private YearlyPath? Minimum(string path, int o, double brought)
    {
        if (!numbers.AsideOften(0.3))
        {
            return null;
        }

        var value = numbers.Number($"{path}.contributions.{bodies.Names[o]}.minimum", brought * (0.3 + numbers.Aside.NextDouble()));
        return new() { Points = [new(numbers.Horizon.Start, value)] };
    }

    private Contribution Cut(int o, Contribution contribution, YearlyPath? minimum) =>
        contribution with { CutInEmergency = bodies.Kinds[o] == OrganisationKind.Council && numbers.Often(0.5), Minimum = minimum };

    private double Brought(int o, List<int> pays) => pays.Where(j => bodies.Payers[j] == o).Sum(j => money.Price[j]);

    /// <summary>So much a head for some of the people, scaled or not.</summary>
    private Contribution ByHead(string path, int o, double brought)
    {
        var each = brought / people.Start.Sum(start => start.People.Value);
        ImmutableArray<AmountAHead> amounts =
        [
            .. people.Need.Select(state =>
                new AmountAHead(state.Id, numbers.Number($"{path}.per_person.{state.Id}", each * (0.3 + (1.5 * numbers.Aside.NextDouble()))))),
        ];
        return new()
        {
            Partner = bodies.Names[o],
            Follow = Follow.People,
            First = numbers.AsideOften(0.5) ? numbers.Number($"{path}.first", brought * (0.8 + (0.5 * numbers.Aside.NextDouble()))) : null,
            PerPerson = new()
            {
                Amounts = [.. amounts.Take(1 + numbers.Aside.Next(amounts.Length))],
                Ages = numbers.AsideOften(0.3) ? [people.Ages[^1].Id] : [],
                Areas = numbers.AsideOften(0.3) ? [people.Areas[0]] : [],
                Year = numbers.AsideOften(0.5) ? numbers.Horizon.Start + -1 : null,
                Index = numbers.AsideOften(0.6) ? numbers.PickAside(numbers.Prices.Indices).Id : null,
                Factor = numbers.AsideOften(0.4) ? numbers.Number($"{path}.factor", 1.02) : null,
            },
        };
    }

    private Contribution Contribution(string path, int o, double brought, HashSet<int> whole)
    {
        var agreed = Agreed(path, o, brought, whole);
        return agreed.Follow != Follow.WholeFund && numbers.AsideOften(0.2)
            ? ByHead($"{path}.contributions.{bodies.Names[o]}", o, brought)
            : agreed;
    }

    private Contribution Agreed(string path, int o, double brought, HashSet<int> whole)
    {
        path = $"{path}.contributions.{bodies.Names[o]}";
        var partner = bodies.Names[o];
        var first = numbers.Often(0.4) ? numbers.Number($"{path}.first", brought * numbers.Between(0.8, 1.3)) : null;
        return numbers.Whole(0, 5) switch
        {
            0 or 1 => new() { Partner = partner, Follow = Follow.Index, Index = numbers.Index(), First = first },
            2 => new()
            {
                Partner = partner,
                Follow = Follow.Amounts,
                Amounts = numbers.Money($"{path}.amounts", brought * numbers.Between(0.8, 1.3)),
            },
            3 when whole.Add(o) => new() { Partner = partner, Follow = Follow.WholeFund },
            _ => new() { Partner = partner, Follow = Follow.OwnIncome, First = first },
        };
    }

    private PartnerPath Cap(string path, int o, double costs) =>
        new(bodies.Names[o], numbers.Money($"{path}.{bodies.Names[o]}", costs * numbers.Between(0.0005, 0.02)));

    private EndOfYear EndOfYear(string path, List<int> owners, List<int> pays, IReadOnlyCollection<int> fenced)
    {
        List<int> notFenced = [.. pays.Except(fenced)];
        var costs = pays.Sum(j => money.Price[j]);
        var rule = numbers.Pick(Enum.GetValues<RiskShare>());
        var split = numbers.Shares(3);
        var stated = numbers.Often(0.3) ? numbers.Shares(owners.Count) : [];
        return new()
        {
            Kept = numbers.Often(0.5) ? numbers.Number($"{path}.underspend.kept", split[0]) : null,
            Returned = numbers.Often(0.5) ? numbers.Number($"{path}.underspend.returned", split[1]) : null,
            RiskReserve = numbers.Maybe(0.4, $"{path}.risk_reserve", 0.0, 0.05 * costs),
            RiskShare = rule,
            Corridor = rule != RiskShare.EachItsOwn && numbers.AsideOften(0.4)
                ? numbers.Number($"{path}.corridor", 0.03 * numbers.Aside.NextDouble())
                : null,
            Slice = rule == RiskShare.LeadFirst ? numbers.Money($"{path}.overspend.slice", costs * numbers.Between(0.0005, 0.02)) : null,
            Caps = numbers.Often(0.5) ? [.. numbers.Some(owners).Select(o => Cap($"{path}.overspend.caps", o, costs))] : [],
            Excluded =
            [
                .. notFenced.Count > 0 && numbers.Often(0.35) ? numbers.Some(notFenced).Select(Id) : [],
                .. fenced.Where(_ => numbers.Aside.Next(3) == 0).Select(Id),
            ],
            Shares = [.. stated.Select((share, row) => new PartnerShare(
                bodies.Names[owners[row]], numbers.Number($"{path}.overspend.by.{bodies.Names[owners[row]]}", share)))],
        };
    }
}
