namespace SystemSim.Lanes;

/// <summary>Arrays of numbers whose size comes from what somebody asks for.</summary>
public static class Numbers
{
    /// <summary>Sets an array aside.</summary>
    /// <param name="rows">Rows of it.</param>
    /// <param name="times">Years or steps that each has; 1 for none.</param>
    /// <param name="lanes">Lanes of each.</param>
    /// <exception cref="InsufficientMemoryException">An array cannot be so long.</exception>
    public static double[] Of(int rows, int times, int lanes) => new double[Count((long)rows * times, lanes)];

    /// <summary>The same, where it stays in its place.</summary>
    /// <param name="rows">Rows of it.</param>
    /// <param name="lanes">Lanes of each.</param>
    /// <param name="more">Numbers beside the rows.</param>
    /// <exception cref="InsufficientMemoryException">An array cannot be so long.</exception>
    internal static double[] Pinned(int rows, int lanes, int more) => GC.AllocateArray<double>(Count(rows, lanes, more), pinned: true);

    private static int Count(long rows, int lanes, int more = 0) =>
        rows <= (Array.MaxLength - more) / lanes ? (int)((rows * lanes) + more) : throw LaneProgram.TooLarge();
}
