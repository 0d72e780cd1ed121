using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Earmarked reserves have names of their own, serve one purpose each, and an order names every one of them.</summary>
internal static class EarmarkedKeys
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, organisation) in draft.Organisations)
        {
            if (organisation.Reserves is { } reserves)
            {
                var path = $"organisations.{name}.reserves";
                CheckNames(draft, reserves.Earmarked, path);
                CheckServices(draft, reserves.Earmarked, path);
                CheckOrder(draft, reserves, path);
            }
        }
    }

    private static void CheckNames(Draft draft, ImmutableArray<EarmarkedReserve> earmarked, string path)
    {
        var pools = draft.Governance.SelectMany(arrangement => arrangement.Value.Pools.Select(pool => pool.Key));
        var taken = draft.Organisations.Select(organisation => organisation.Key).Concat(pools).Append(Reserves.GeneralName).ToHashSet();
        foreach (var reserve in earmarked.Where(reserve => taken.Contains(reserve.Name)))
        {
            draft.Report(
                Codes.EarmarkedName,
                $"{path}.earmarked.{reserve.Name}",
                $"'{reserve.Name}' is the name of {(reserve.Name == Reserves.GeneralName ? "the general reserves" : "a fund")}.",
                "give the reserve another name."
            );
        }
    }

    private static void CheckServices(Draft draft, ImmutableArray<EarmarkedReserve> earmarked, string path)
    {
        var seen = new HashSet<ServiceId>();
        foreach (
            var (reserve, service) in from reserve in earmarked
                                      from service in reserve.Services
                                      where !seen.Add(service)
                                      select (reserve, service)
        )
        {
            draft.Report(
                Codes.EarmarkedTwice,
                $"{path}.earmarked.{reserve.Name}.meets",
                $"'{service}' has another reserve already.",
                "name a service in one of them."
            );
        }
    }

    private static void CheckOrder(Draft draft, Reserves reserves, string path)
    {
        if (reserves.Order.IsEmpty)
        {
            return;
        }

        string[] all = [Reserves.GeneralName, .. reserves.Earmarked.Select(reserve => reserve.Name)];
        foreach (var unknown in reserves.Order.Except(all))
        {
            draft.Report(
                Codes.ReserveOrder,
                $"{path}.order",
                $"'{unknown}' is none of the reserves.",
                $"the reserves are {string.Join(", ", all)}."
            );
        }

        foreach (var missing in all.Except(reserves.Order))
        {
            draft.Report(
                Codes.ReserveOrder,
                $"{path}.order",
                $"'{missing}' is not in the order in which reserves are drawn.",
                "name every one of them."
            );
        }
    }
}
