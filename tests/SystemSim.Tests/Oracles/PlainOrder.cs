namespace SystemSim.Tests;

/// <summary>In which order services are worked: after those that refer to them in the same step, sharers of a limit together.</summary>
internal static class PlainOrder
{
    /// <summary>Services to be worked together, in turn.</summary>
    public static List<List<int>> Of(PlainPlace place, PlainRoutes routes)
    {
        var waiting = Sharers(place);
        var order = new List<List<int>>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(together => !routes.Referrals.Any(route => route.Lag == 0 && together.Contains(route.To)
                && waiting.Any(others => others.Contains(route.From))));
            order.Add(next ?? throw new PlainEngineException("services refer to each other, or to sharers of a limit, in the same step."));
            waiting.Remove(next);
        }

        return order;
    }

    private static List<List<int>> Sharers(PlainPlace place)
    {
        var groups = Enumerable.Range(0, place.Services.Count).Select(j => new List<int> { j }).ToList();
        foreach (var limit in place.Place.Limits)
        {
            var rows = limit.Services.Select(place.ServiceRow).ToList();
            var merged = groups.Where(group => group.Exists(rows.Contains)).ToList();
            groups = [.. groups.Except(merged), [.. merged.SelectMany(group => group).Order()]];
        }

        return groups;
    }
}
