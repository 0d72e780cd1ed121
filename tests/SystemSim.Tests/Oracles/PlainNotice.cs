namespace SystemSim.Tests;

/// <summary>Sums of blocks and grants that may be cut only after a notice (section 7).</summary>
/// <param name="place">The place.</param>
/// <param name="today">[service] the sum before the run, a year; null in the baseline, where there is none.</param>
internal sealed class PlainNotice(PlainPlace place, double[]? today)
{
    private readonly List<double[]> past = [];
    private readonly int?[] letAt = new int?[place.Services.Count];

    /// <summary>Steps of notice.</summary>
    public int Steps(int j) => place.Contract(j).Notice is { } notice ? place.Lag(notice) : 0;

    /// <summary>What a service was given before the run, a year.</summary>
    public double Today(int j) => today?[j] ?? 0.0;

    /// <summary>A contract is let at the start of a year: no sum of before it counts.</summary>
    public void Let(int j, int y) => letAt[j] = y * place.M;

    /// <summary>What a year costs beside a sum.</summary>
    public double Beside(int j, int y, double sum) => Enumerable.Range(0, place.M).Sum(s =>
        place.Phase(place.Payer(j), s) * Math.Max(0.0, Highest(j, (y * place.M) + s - Steps(j), (y * place.M) - 1) - sum));

    /// <summary>Takes what is left of each service's sum in a step; gives what is paid of it.</summary>
    public double[] Take(int t, double[] sums)
    {
        past.Add(sums);
        return [.. sums.Select((sum, j) => Steps(j) == 0 ? sum : Highest(j, t - Steps(j), t))];
    }

    /// <summary>The highest sum of some steps, of those in which the contract ran.</summary>
    private double Highest(int j, int first, int last)
    {
        var highest = 0.0;
        for (var t = first; t <= last; t++)
        {
            if (letAt[j] is not { } start || t >= start)
            {
                highest = Math.Max(highest, t < 0 ? Today(j) : past[t][j]);
            }
        }

        return highest;
    }
}
