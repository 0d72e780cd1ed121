using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What observed rates are multiplied by, so that failure demand is not counted twice (section 4).</summary>
internal static class PlainRescale
{
    /// <summary>[service] factors of need-led demand.</summary>
    /// <param name="rates">What the rates count.</param>
    /// <param name="routes">Routes today.</param>
    /// <param name="need">[service] need-led demand of a step at the stated rates.</param>
    public static double[] Factors(RateBasis rates, PlainRoutes routes, double[] need)
    {
        if (rates == RateBasis.Need)
        {
            return [.. need.Select(_ => 1.0)];
        }

        var observed = Observed(routes, need);
        var returns = Arriving(routes.Failures, observed);
        return [.. need.Select((number, j) => Factor(number, returns[j], j))];
    }

    /// <summary>[service] what arrives by routes from what services do.</summary>
    public static double[] Arriving(IEnumerable<PlainRoutes.Route> routes, double[] done)
    {
        var arriving = new double[done.Length];
        foreach (var route in routes)
        {
            arriving[route.To] += route.Share * done[route.From];
        }

        return arriving;
    }

    private static double Factor(double need, double returns, int j)
    {
        if (returns == 0.0)
        {
            return 1.0;
        }

        var factor = 1.0 - (returns / need);
        return factor >= 0.0 ? factor : throw new PlainEngineException($"more comes back to service {j} than is observed there.");
    }

    private static double[] Observed(PlainRoutes routes, double[] need)
    {
        const int MostSweeps = 100_000;
        var observed = need;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var referred = Arriving(routes.Referrals, observed);
            var next = need.Select((number, j) => number + referred[j]).ToArray();
            if (next.Zip(observed).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-15 * pair.First))
            {
                return next;
            }

            observed = next;
        }

        throw new PlainEngineException("referrals feed on themselves.");
    }
}
