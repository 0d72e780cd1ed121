namespace SystemSim.Analysis;

/// <summary>Where outcomes are counted for their quantiles: bins of one width over the range of the first draws and a quarter of it on
/// either side.</summary>
/// <remarks>The first draws are those numbered 1 to <see cref="FirstDraws"/>, whoever works them, so that the bins belong to a study and
/// not to a run of it.</remarks>
public sealed class QuantileBins
{
    /// <summary>Draws that say where the bins lie; up to so many draws, quantiles are those of the draws themselves.</summary>
    public const int FirstDraws = 2048;

    /// <summary>Bins of an outcome.</summary>
    public const int Count = 1024;

    /// <summary>Largest error of a quantile, as a share of the range of the first draws.</summary>
    public const double ShareOfRange = (1.0 + (2.0 * Margin)) / Count;

    private const double Margin = 0.25;

    /// <summary>Lays the bins.</summary>
    /// <param name="least">[outcome] the least that it is in the first draws; more than <paramref name="most"/> where none of them has
    /// it.</param>
    /// <param name="most">[outcome] the most.</param>
    public QuantileBins(double[] least, double[] most)
    {
        (Least, Most) = (least, most);
        (Lows, Highs, Widths, Inverses) = (
            new double[least.Length],
            new double[least.Length],
            new double[least.Length],
            new double[least.Length]
        );
        for (var outcome = 0; outcome < least.Length; outcome++)
        {
            var isThere = most[outcome] >= least[outcome];
            var range = isThere ? most[outcome] - least[outcome] : 0.0;
            Lows[outcome] = !isThere ? double.NaN : range > 0.0 ? least[outcome] - (Margin * range) : least[outcome];
            Highs[outcome] = !isThere ? double.NaN : range > 0.0 ? most[outcome] + (Margin * range) : most[outcome];
            Widths[outcome] = range * ShareOfRange;
            Inverses[outcome] = range > 0.0 ? 1.0 / Widths[outcome] : 0.0;
        }
    }

    /// <summary>[outcome] the least that it is in the first draws.</summary>
    internal double[] Least { get; }

    /// <summary>[outcome] the most.</summary>
    internal double[] Most { get; }

    /// <summary>[outcome] where the first bin begins; not a number where none of the first draws has the outcome.</summary>
    internal double[] Lows { get; }

    /// <summary>[outcome] where the last bin ends.</summary>
    internal double[] Highs { get; }

    /// <summary>[outcome] width of a bin.</summary>
    internal double[] Widths { get; }

    /// <summary>[outcome] bins in a unit.</summary>
    internal double[] Inverses { get; }
}
