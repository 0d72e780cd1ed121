namespace SystemSim.Analysis;

/// <summary>The share of a number's variance that is due to one group of quantities: by itself, and with all that it does together with
/// others.</summary>
/// <remarks>
/// <para>
/// From a sample A, another B, and A with the group's columns from B. First order (Saltelli and others 2010): <c>mean(yB (yAB - yA))/V</c>.
/// Total (Jansen 1999): <c>mean((yA - yAB)^2)/(2V)</c>. V is the variance of both samples about their common mean, from which values are
/// taken. A group of no effect has exactly 0 of both.
/// </para>
/// <para><b>Errors</b> are those of a ratio of means, linearised.</para>
/// </remarks>
/// <param name="Names">Paths of the quantities in the group, which are drawn together.</param>
/// <param name="First">First-order index.</param>
/// <param name="Total">Total index.</param>
public sealed record SobolIndex(ImmutableArray<string> Names, Estimate First, Estimate Total)
{
    /// <summary>Estimates the indices of one group.</summary>
    /// <param name="names">The quantities in it.</param>
    /// <param name="a">[draw] values of the first sample.</param>
    /// <param name="b">[draw] values of the second sample.</param>
    /// <param name="mixed">[draw] values of the first sample with the group from the second.</param>
    public static SobolIndex Of(ImmutableArray<string> names, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> mixed)
    {
        var mean = 0.0;
        for (var draw = 0; draw < a.Length; draw++)
        {
            mean += (a[draw] + b[draw]) / 2.0;
        }

        mean /= a.Length;
        var (first, total, spread) = (new double[a.Length], new double[a.Length], new double[a.Length]);
        for (var draw = 0; draw < a.Length; draw++)
        {
            var (one, other, moved) = (a[draw] - mean, b[draw] - mean, mixed[draw] - a[draw]);
            first[draw] = other * moved;
            total[draw] = moved * moved / 2.0;
            spread[draw] = ((one * one) + (other * other)) / 2.0;
        }

        return new SobolIndex(names, Ratio(first, spread), Ratio(total, spread));
    }

    /// <summary>A ratio of means and its error; 0 where nothing varies.</summary>
    private static Estimate Ratio(double[] above, double[] below)
    {
        var (numerator, denominator) = (above.Sum() / above.Length, below.Sum() / below.Length);
        if (!(denominator > 0.0))
        {
            return default;
        }

        var ratio = numerator / denominator;
        var squares = 0.0;
        for (var draw = 0; draw < above.Length; draw++)
        {
            var residual = (above[draw] - (ratio * below[draw])) / denominator;
            squares += residual * residual;
        }

        return new Estimate(ratio, Math.Sqrt(squares / Math.Max(1, above.Length - 1) / above.Length));
    }
}
