namespace SystemSim.Studies;

/// <summary>What runs at points came to.</summary>
/// <param name="runs">The runs.</param>
/// <param name="fill">Says what the points are.</param>
/// <param name="count">How many there are.</param>
/// <param name="measures">How many numbers are read of each.</param>
internal sealed class PointValues(PointRuns runs, PointFill fill, int count, int measures)
{
    /// <summary>Stands for a rule of the run rather than of the draw.</summary>
    public const int BrokeInvariant = -2;

    /// <summary>Stands for a run that leaves no such number.</summary>
    public const int NotThere = -3;

    private const int NotStopped = -1;

    private readonly double[] values = new double[count * measures];
    private readonly int[] stoppedBy = [.. Enumerable.Repeat(NotStopped, count)];

    /// <summary>Number of points.</summary>
    public int Count => count;

    /// <summary>[point] values of a measure; of no meaning where the point was stopped.</summary>
    /// <param name="measure">Row of the measure.</param>
    public ReadOnlySpan<double> Of(int measure) => values.AsSpan(measure * count, count);

    /// <summary>The value of a measure at a point; null where the point was stopped.</summary>
    /// <param name="point">The point.</param>
    /// <param name="measure">Row of the measure.</param>
    public double? At(int point, int measure = 0) => IsStopped(point) ? null : values[(measure * count) + point];

    /// <summary>Whether a point breaks a rule.</summary>
    public bool IsStopped(int point) => stoppedBy[point] != NotStopped;

    /// <summary>What a point breaks; null where it breaks nothing.</summary>
    public string? ReasonOf(int point) => IsStopped(point) ? runs.ReasonOf(Point(point), stoppedBy[point]) : null;

    /// <summary>[quantity] a point.</summary>
    internal double[] Point(int point)
    {
        double[] quantities = [.. runs.Planned.Plan.Central];
        fill(point, quantities);
        return quantities;
    }

    /// <summary>All that is known, as a part of a larger study.</summary>
    /// <param name="first">The point there that is the first here.</param>
    internal PointPart Part(int first)
    {
        for (var at = 0; at < values.Length; at++)
        {
            // What stands where a point was stopped has no meaning, and is not to make equal parts unequal.
            values[at] = IsStopped(at % count) ? 0.0 : values[at];
        }

        return new PointPart(first, values, stoppedBy);
    }

    /// <summary>Takes what points of this study came to that were run elsewhere.</summary>
    internal void Take(PointPart part)
    {
        var points = part.StoppedBy.Length;
        part.StoppedBy.CopyTo(stoppedBy, part.First);
        for (var measure = 0; measure < measures; measure++)
        {
            Take(measure, part.First, part.Values.AsSpan(measure * points, points));
        }
    }

    /// <summary>Takes what was read of a block.</summary>
    internal void Take(int measure, int first, ReadOnlySpan<double> read) => read.CopyTo(values.AsSpan((measure * count) + first));

    /// <summary>Takes that a point was stopped.</summary>
    internal void Stop(int point, int rule) => stoppedBy[point] = rule;
}
