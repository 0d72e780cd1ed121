using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Turns a governance arrangement as stated into funds: one of its own for every organisation, then the pools.</summary>
internal static class ArrangementBuilder
{
    private static readonly StartOfYear Historic = new() { Rule = new BudgetRule.Historic() };

    /// <summary>Builds an arrangement with which nothing is wrong.</summary>
    /// <param name="stated">The arrangement.</param>
    /// <param name="draft">The scenario.</param>
    public static Arrangement Build(ReadArrangement stated, Draft draft) => new()
    {
        Id = stated.Id,
        Title = stated.Title,
        Kind = stated.Kind,
        Contracts = [.. draft.ServiceIds.SelectMany(service => stated.Contracts.Where(contract => contract.Key == service))
            .Select(contract => new ServiceContract(contract.Key, contract.Value.Contract))],
        Succession = [.. stated.Succession.Successors],
        Provides =
        [
            .. stated.Succession.Provides.SelectMany(body => body.Value.Select(service => new ServiceProvider(service, body.Key))),
        ],
        Absent = Absent(stated, draft),
        Funds =
        [
            .. from organisation in draft.Organisations
               select Fund(stated, new FundId(organisation.Key), draft) with { Owner = organisation.Value.Id },
            .. from pool in stated.Pools
               let fund = Fund(stated, new FundId(pool.Key), draft)
               select fund with { Pool = Pool(pool.Value, fund.Pays, draft) },
        ],
    };

    /// <summary>Bodies that have ended, and those that have not begun.</summary>
    private static ImmutableArray<OrganisationId> Absent(ReadArrangement stated, Draft draft)
    {
        var there = stated.Succession.Successors.Select(successor => successor.Body).ToHashSet();
        var ended = stated.Succession.Ended.ToHashSet();
        return
        [
            .. from organisation in draft.Organisations
               let id = organisation.Value.Id
               where ended.Contains(id) || (organisation.Value.Begins && !there.Contains(id))
               select id,
        ];
    }

    /// <summary>Who pays for each service today: its organisation, or for a pool the partner who brought it in.</summary>
    /// <param name="draft">The scenario; what is broken in it is missing from the answer.</param>
    public static Dictionary<ServiceId, OrganisationId> PayersToday(Draft draft)
    {
        var payers = new Dictionary<ServiceId, OrganisationId>();
        var baseline = draft.BaselineArrangement;
        foreach (var (fund, _) in baseline?.Pays ?? [])
        {
            var broughtIn = (baseline!.Pools.FirstOrDefault(pool => pool.Key == fund.Name).Value?.BroughtIn ?? [])
                .SelectMany(partner => partner.Value, (partner, service) => (Service: service, Partner: partner.Key))
                .ToLookup(pair => pair.Service, pair => pair.Partner);
            foreach (var service in baseline.PaidBy(fund, draft.ServiceIds))
            {
                if (!baseline.IsPool(fund))
                {
                    payers[service] = new OrganisationId(fund.Name);
                }
                else if (broughtIn.Contains(service))
                {
                    payers[service] = broughtIn[service].First();
                }
            }
        }

        return payers;
    }

    /// <summary>Who brought each service into a pool: as stated, else who pays for it today.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="draft">The scenario.</param>
    public static Dictionary<ServiceId, OrganisationId> Owners(ReadPool pool, Draft draft) =>
        pool.BroughtIn.IsEmpty
            ? PayersToday(draft)
            : pool.BroughtIn
                .SelectMany(partner => partner.Value, (partner, service) => (Service: service, Partner: partner.Key))
                .DistinctBy(brought => brought.Service)
                .ToDictionary();

    /// <summary>How a fund sets its budgets: by its own terms, else by those of all, as far as they concern what it pays for.</summary>
    /// <param name="stated">The arrangement.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="pays">Services that the fund pays for.</param>
    /// <param name="draft">The scenario.</param>
    public static StartOfYear StartOfYear(ReadArrangement stated, FundId fund, ImmutableArray<ServiceId> pays, Draft draft)
    {
        var start = stated.Funds.FirstOrDefault(own => own.Key == fund).Value?.StartOfYear ?? stated.StartOfYear ?? Historic;
        var paid = pays.ToHashSet();
        return start with
        {
            Reinvest = start.Reinvest is { } reinvest && reinvest.Services.Any(paid.Contains)
                ? reinvest with { Services = [.. reinvest.Services.Where(paid.Contains)] }
                : null,
            BalancesOver = BalancedCouncils.IsCouncil(draft, fund) ? start.BalancesOver : null,
            Protect = start.Protect is { } protect && pays.Where(IsOfClass).ToImmutableArray() is { IsEmpty: false } ofClass
                ? protect with { Services = ofClass }
                : null,
            Rule = start.Rule switch
            {
                BudgetRule.FixedShares rule => rule with { Shares = [.. rule.Shares.Where(share => paid.Contains(share.Service))] },
                BudgetRule.Pressure rule => rule with { Values = [.. rule.Values.Where(value => paid.Contains(value.Service))] },
                BudgetRule.Plan rule => rule with { Amounts = [.. rule.Amounts.Where(amount => paid.Contains(amount.Service))] },
                var other => other,
            },
        };

        bool IsOfClass(ServiceId service) =>
            start.Protect!.Tier is { } tier ? draft.Service(service)?.Tier == tier : start.Protect.Services.Contains(service);
    }

    private static Fund Fund(ReadArrangement stated, FundId fund, Draft draft)
    {
        var pays = stated.PaidBy(fund, draft.ServiceIds);
        return new Fund
        {
            Id = fund,
            Pays = pays,
            StartOfYear = StartOfYear(stated, fund, pays, draft),
            InYear = stated.Funds.FirstOrDefault(own => own.Key == fund).Value?.InYear ?? stated.InYear ?? new InYear(),
        };
    }

    private static Pool Pool(ReadPool stated, ImmutableArray<ServiceId> pays, Draft draft)
    {
        var owners = Owners(stated, draft);
        return new Pool
        {
            Host = stated.Host,
            Contributions = [.. stated.Contributions.Select(contribution => contribution.Value.Terms)],
            Total = stated.Total,
            BroughtIn = [.. pays.Select(service => new ServiceOwner(service, owners[service]))],
            RingFenced = [.. stated.RingFenced.Select(service => new ServiceOwner(service.Key, service.Value))],
            SetUp = stated.SetUp,
            Running = stated.Running,
            EndOfYear = new EndOfYear
            {
                Kept = stated.Underspend?.Kept,
                Returned = stated.Underspend?.Returned,
                RiskReserve = stated.RiskReserve,
                Corridor = stated.Corridor,
                RiskShare = stated.Overspend?.Share ?? default,
                Shares = stated.Overspend?.By ?? [],
                Slice = stated.Overspend?.Slice,
                Caps = stated.Overspend?.Caps ?? [],
                Excluded = stated.Overspend?.Excluded ?? [],
            },
        };
    }
}
