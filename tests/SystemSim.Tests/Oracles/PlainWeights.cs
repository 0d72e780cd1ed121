using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Weights of a pool's partners (section 9).</summary>
internal static class PlainWeights
{
    /// <summary>[organisation] stated shares, else contributions over their sum, else the host alone.</summary>
    /// <param name="place">The place.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="contributions">[organisation] contributions.</param>
    public static double[] Of(PlainPlace place, Pool pool, double[] contributions)
    {
        var stated = pool.EndOfYear.Shares;
        if (!stated.IsEmpty)
        {
            return
            [
                .. place.Organisations.Select(organisation =>
                    place.Value(stated.FirstOrDefault(share => share.Partner == organisation.Id)?.Share, 0.0)
                ),
            ];
        }

        var paid = contributions.Select(contribution => Math.Max(0.0, contribution)).ToArray();
        return paid.Sum() > 0.0 ? [.. paid.Select(amount => amount / paid.Sum())]
            : [.. place.Organisations.Select(organisation => organisation.Id == pool.Host ? 1.0 : 0.0)];
    }
}
