using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Partners that leave the pools of a random arrangement in a later year, with some of what they brought in.</summary>
internal sealed class RandomScenarioLeaving(RandomScenarioNumbers numbers)
{
    /// <summary>An option whose arrangement somebody leaves; the option itself where nobody can, or where luck has it.</summary>
    public Option Leave(Option option)
    {
        var pools = option.Place.Governance.Funds.Where(fund => fund.Pool is { Contributions.Length: > 1 }).ToList();
        if (option.Change is not null || pools.Count == 0 || numbers.Horizon.Years == 1 || !numbers.AsideOften(0.5))
        {
            return option;
        }

        var year = numbers.Horizon.YearAt(1 + numbers.Aside.Next(numbers.Horizon.Years - 1));
        var fund = numbers.PickAside(pools);
        var leaver = numbers.PickAside([.. fund.Pool!.Contributions.Where(contribution => contribution.Partner != fund.Pool.Host)]);
        var before = option.Place with { Governance = With(option.Place.Governance, fund.Id, leaver with { Leaves = year }) };
        var moved = Moved(option.Place, fund, leaver.Partner);
        return option with
        {
            Place = option.Place with { Governance = After(option.Place.Governance, fund, leaver, moved) },
            Change = new() { From = year, Before = before },
        };
    }

    /// <summary>Services that go back; those that share money stay together.</summary>
    private HashSet<ServiceId> Moved(Place place, Fund pool, OrganisationId leaver)
    {
        var together = place.Limits.Where(limit => limit.Kind == LimitKind.Money).SelectMany(limit => limit.Services).ToHashSet();
        return
        [
            .. pool.Pool!.BroughtIn.Where(brought => brought.Owner == leaver && !together.Contains(brought.Service))
                .Where(_ => numbers.AsideOften(0.7))
                .Select(brought => brought.Service),
        ];
    }

    private static Arrangement With(Arrangement arrangement, FundId pool, Contribution contribution) => arrangement with
    {
        Funds = [.. arrangement.Funds.Select(fund => fund.Id == pool ? With(fund, contribution) : fund)],
    };

    private static Fund With(Fund fund, Contribution contribution) => fund with
    {
        Pool = fund.Pool! with
        {
            Contributions = [.. fund.Pool.Contributions.Select(known => known.Partner == contribution.Partner ? contribution : known)],
        },
    };

    private Arrangement After(Arrangement arrangement, Fund pool, Contribution leaver, HashSet<ServiceId> moved)
    {
        return arrangement with { Funds = [.. arrangement.Funds.Select(Changed)] };

        Fund Changed(Fund fund)
        {
            var own = fund.Owner == leaver.Partner;
            if (fund.Id != pool.Id && !own)
            {
                return fund;
            }

            ImmutableArray<ServiceId> pays =
                own ? [.. fund.Pays, .. pool.Pays.Where(moved.Contains)] : [.. fund.Pays.Where(paid => !moved.Contains(paid))];
            var changed = fund with { Pays = pays, StartOfYear = Fitting(fund.StartOfYear, pays) };
            return own ? changed : Left(changed, leaver, moved);
        }
    }

    /// <summary>What a rule says of services that the fund pays for; what it lacks, it takes from opening or last budgets.</summary>
    internal static StartOfYear Fitting(StartOfYear start, ImmutableArray<ServiceId> pays) => start with
    {
        Reinvest = start.Reinvest is { } reinvest && reinvest.Services.Any(pays.Contains)
            ? reinvest with { Services = [.. reinvest.Services.Where(pays.Contains)] }
            : null,
        Protect = start.Protect is { } protect && protect.Services.Any(pays.Contains)
            ? protect with { Services = [.. protect.Services.Where(pays.Contains)] }
            : null,
        Rule = start.Rule switch
        {
            BudgetRule.FixedShares => new BudgetRule.FixedShares(),
            BudgetRule.Plan => new BudgetRule.Historic(),
            BudgetRule.Pressure pressure => pressure with { Values = [.. pressure.Values.Where(value => pays.Contains(value.Service))] },
            var rule => rule,
        },
    };

    private Fund Left(Fund fund, Contribution leaver, HashSet<ServiceId> moved)
    {
        var nothing = new YearlyPath { Points = [new(numbers.Horizon.Start, Quantity.Of(0.0))] };
        var amounts = leaver.Minimum ?? nothing;
        var left = With(fund, new() { Partner = leaver.Partner, Follow = Follow.Amounts, Amounts = amounts, Minimum = leaver.Minimum });
        return left with
        {
            Pool = left.Pool! with
            {
                BroughtIn = [.. left.Pool.BroughtIn.Where(brought => !moved.Contains(brought.Service))],
                RingFenced = [.. left.Pool.RingFenced.Where(fenced => !moved.Contains(fenced.Service))],
                EndOfYear = left.Pool.EndOfYear with
                {
                    Excluded = [.. left.Pool.EndOfYear.Excluded.Where(service => !moved.Contains(service))],
                },
            },
        };
    }
}
