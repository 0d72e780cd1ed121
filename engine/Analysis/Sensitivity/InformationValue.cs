using SystemSim.Lanes;

namespace SystemSim.Analysis;

/// <summary>What it is worth to know uncertain quantities before choosing among options.</summary>
/// <remarks>
/// <para>The choice is that of the largest net benefit. <b>Perfect information</b>: the mean over draws of the best option's net benefit
/// less that of the option that is best on average.</para>
/// <para><b>Of one quantity</b>: the same with each option's net benefit replaced by what the quantity explains of it, by least squares: a
/// straight line in it and a cubic in the normal score of its rank among the draws; at most the value of perfect information. The most that
/// is found by chance of some shuffled numbers is the <b>noise</b>: a value no larger than that may be none.</para>
/// <para>Neither is ever negative, and both are exactly 0 where no option ever differs from the best.</para>
/// </remarks>
public static class InformationValue
{
    private const int Shuffles = 20;
    private const double NoLength = 1e-9;

    /// <summary>The row of the option that is best on average; the first of equal ones.</summary>
    /// <param name="benefits">[option][draw] net benefits.</param>
    public static int Best(IReadOnlyList<double[]> benefits)
    {
        var best = 0;
        for (var option = 1; option < benefits.Count; option++)
        {
            if (benefits[option].Zip(benefits[best], (own, other) => own - other).Sum() > 0.0)
            {
                best = option;
            }
        }

        return best;
    }

    /// <summary>The expected value of perfect information.</summary>
    /// <param name="benefits">[option][draw] net benefits.</param>
    public static Estimate OfAll(IReadOnlyList<double[]> benefits) => Gain(benefits, Best(benefits));

    /// <summary>The expected value of perfect information about one quantity.</summary>
    /// <param name="benefits">[option][draw] net benefits.</param>
    /// <param name="quantity">[draw] the quantity.</param>
    public static double OfOne(IReadOnlyList<double[]> benefits, double[] quantity) => OfBasis(benefits, Best(benefits), Basis(quantity));

    /// <summary>The most that <see cref="OfOne"/> finds of twenty quantities that have nothing to do with the benefits.</summary>
    /// <param name="benefits">[option][draw] net benefits.</param>
    /// <param name="seed">Seed of the shuffles.</param>
    public static double Noise(IReadOnlyList<double[]> benefits, ulong seed)
    {
        var draws = benefits[0].Length;
        var best = Best(benefits);
        var most = 0.0;
        for (var shuffle = 0; shuffle < Shuffles; shuffle++)
        {
            var uniforms = new double[(draws + 7) / 8 * 8];
            Uniforms.Fill(DrawMethod.Random, seed, (ulong)shuffle, 1, draws, uniforms);
            most = Math.Max(most, OfBasis(benefits, best, Basis(uniforms[..draws])));
        }

        return most;
    }

    private static double OfBasis(IReadOnlyList<double[]> benefits, int best, List<double[]> basis) =>
        basis.Count < 2
            ? 0.0
            : Math.Min(
                Gain(benefits, best).Value,
                Gain(
                    [
                        .. benefits.Select(
                            (own, option) => option == best ? new double[own.Length] : Fitted(Less(own, benefits[best]), basis)
                        ),
                    ],
                    best
                ).Value
            );

    /// <summary>How much better the best of each draw is than the one that is best on average.</summary>
    private static Estimate Gain(IReadOnlyList<double[]> benefits, int best)
    {
        var draws = benefits[0].Length;
        var (sum, squares) = (0.0, 0.0);
        for (var draw = 0; draw < draws; draw++)
        {
            var gain = 0.0;
            foreach (var option in benefits)
            {
                gain = Math.Max(gain, option[draw] - benefits[best][draw]);
            }

            sum += gain;
            squares += gain * gain;
        }

        var mean = sum / draws;
        var variance = draws > 1 ? Math.Max(0.0, (squares - (sum * mean)) / (draws - 1)) : 0.0;
        return new Estimate(mean, Math.Sqrt(variance / draws));
    }

    private static double[] Less(double[] own, double[] other) => [.. own.Zip(other, (one, two) => one - two)];

    /// <summary>[term][draw] what a benefit may depend on, each term at right angles to those before it, and of length 1; one alone where
    /// the quantity never varies.</summary>
    private static List<double[]> Basis(double[] quantity)
    {
        var scores = Scores(quantity);
        double[][] terms =
        [
            [.. quantity.Select(_ => 1.0)],
            quantity,
            scores,
            [.. scores.Select(score => score * score)],
            [.. scores.Select(score => score * score * score)],
        ];
        var basis = new List<double[]>();
        foreach (var term in terms)
        {
            double[] next = [.. term];
            // Twice, so that rounding leaves nothing of the terms before.
            for (var time = 0; time < 2; time++)
            {
                foreach (var known in basis)
                {
                    Take(next, known, Product(next, known));
                }
            }

            var length = Math.Sqrt(Product(next, next));
            if (length > NoLength * Math.Sqrt(Product(term, term)))
            {
                basis.Add([.. next.Select(value => value / length)]);
            }
        }

        return basis;
    }

    /// <summary>[draw] normal scores of ranks, equal values having that of the middle of their ranks.</summary>
    private static double[] Scores(double[] quantity)
    {
        var order = Enumerable.Range(0, quantity.Length).OrderBy(draw => quantity[draw]).ToArray();
        var scores = new double[quantity.Length];
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && quantity[order[last + 1]] == quantity[order[first]])
            {
                last++;
            }

            var score = NormalScore.Of((((first + last) / 2.0) + 0.5) / order.Length);
            for (; first <= last; first++)
            {
                scores[order[first]] = score;
            }
        }

        return scores;
    }

    /// <summary>[draw] what a basis explains of values.</summary>
    private static double[] Fitted(double[] values, List<double[]> basis)
    {
        var fitted = new double[values.Length];
        foreach (var term in basis)
        {
            Take(fitted, term, -Product(values, term));
        }

        return fitted;
    }

    private static double Product(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var draw = 0; draw < one.Length; draw++)
        {
            sum += one[draw] * other[draw];
        }

        return sum;
    }

    private static void Take(double[] from, double[] direction, double amount)
    {
        for (var draw = 0; draw < from.Length; draw++)
        {
            from[draw] -= amount * direction[draw];
        }
    }
}
