using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An arrangement that partners leave: what it is from then on.</summary>
internal static class Leaving
{
    /// <summary>The year from whose start partners are out; null where nobody leaves.</summary>
    public static FinancialYear? YearOf(ReadArrangement arrangement) => Leavers(arrangement)
        .Select(leaver => leaver.Contribution.Terms.Leaves).FirstOrDefault();

    /// <summary>Who leaves which pool.</summary>
    public static IEnumerable<(string Name, ReadPool Pool, ReadContribution Contribution)> Leavers(ReadArrangement arrangement) =>
        from pool in arrangement.Pools
        from contribution in pool.Value.Contributions
        where contribution.Value.Terms.Leaves is not null
        select (pool.Key, pool.Value, contribution.Value);

    /// <summary>The arrangement, and what it is from the year on in which somebody leaves.</summary>
    public static IEnumerable<ReadArrangement> Forms(ReadArrangement arrangement, Draft draft) =>
        YearOf(arrangement) is null ? [arrangement] : [arrangement, After(arrangement, draft)];

    /// <summary>The arrangement once they are out: of the same name, so that nothing starts afresh; the same where nobody leaves.</summary>
    /// <param name="arrangement">The arrangement.</param>
    /// <param name="draft">The scenario.</param>
    public static ReadArrangement After(ReadArrangement arrangement, Draft draft)
    {
        if (YearOf(arrangement) is null)
        {
            return arrangement;
        }

        var moved = new Dictionary<ServiceId, OrganisationId>();
        foreach (var (name, pool, contribution) in Leavers(arrangement))
        {
            foreach (var (service, owner) in BroughtIn(arrangement, name, pool, draft))
            {
                if (owner == contribution.Terms.Partner && !contribution.Stays.Contains(service))
                {
                    moved[service] = owner;
                }
            }
        }

        var funds = arrangement.Pays.Select(entry => entry.Key).Concat(moved.Values.Select(owner => new FundId(owner.Name))).Distinct();
        return arrangement with
        {
            Pays = [.. funds.Select(fund => KeyValuePair.Create(fund, new ReadPays(false, [.. Paid(fund)])))],
            Pools = [.. arrangement.Pools.Select(pool => KeyValuePair.Create(pool.Key, Without(pool.Key, pool.Value)))],
        };

        IEnumerable<ServiceId> Paid(FundId fund) => draft.ServiceIds.Where(service =>
            moved.TryGetValue(service, out var owner)
                ? fund.Name == owner.Name
                : arrangement.PaidBy(fund, draft.ServiceIds).Contains(service));

        ReadPool Without(string name, ReadPool pool) => pool with
        {
            Contributions =
            [
                .. from entry in pool.Contributions
                   let stays = entry.Value.Terms.Leaves is null
                   select KeyValuePair.Create(entry.Key, stays ? entry.Value : new ReadContribution(Left(entry.Value.Terms))),
            ],
            BroughtIn =
            [
                .. BroughtIn(arrangement, name, pool, draft).Where(brought => !moved.ContainsKey(brought.Key))
                    .GroupBy(brought => brought.Value)
                    .Select(own => KeyValuePair.Create(own.Key, own.Select(brought => brought.Key).ToImmutableArray())),
            ],
            RingFenced = [.. pool.RingFenced.Where(fenced => !moved.ContainsKey(fenced.Key))],
            Overspend = pool.Overspend is { } overspend
                ? overspend with { Excluded = [.. overspend.Excluded.Where(service => !moved.ContainsKey(service))] }
                : null,
        };

        Contribution Left(Contribution terms) => terms with
        {
            Follow = Follow.Amounts,
            Amounts = terms.Minimum ?? new YearlyPath { Points = [new(draft.Horizon?.Start ?? default, Quantity.Of(0.0))] },
            First = null,
            Index = null,
            Share = null,
            PerPerson = null,
            Leaves = null,
        };
    }

    /// <summary>Who brought in what of a pool pays for, in order of declaration.</summary>
    private static IEnumerable<KeyValuePair<ServiceId, OrganisationId>> BroughtIn(
        ReadArrangement arrangement, string name, ReadPool pool, Draft draft)
    {
        var owners = ArrangementBuilder.Owners(pool, draft);
        return arrangement.PaidBy(new FundId(name), draft.ServiceIds).Where(owners.ContainsKey)
            .Select(service => KeyValuePair.Create(service, owners[service]));
    }
}
