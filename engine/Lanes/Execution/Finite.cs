using System.Numerics;
using System.Runtime.InteropServices;

namespace SystemSim.Lanes;

/// <summary>Tells lanes whose numbers are all finite from those in which one is not.</summary>
public static class Finite
{
    /// <summary>Takes rows up: a mark of 0 stays 0 as long as every number of its lane is finite, and is no number from then on.</summary>
    /// <param name="rows"><c>[row * lanes + lane]</c> numbers.</param>
    /// <param name="marks">[lane] the marks; a multiple of <see cref="LaneMemory.LaneUnit"/>.</param>
    public static void Mark(ReadOnlySpan<double> rows, Span<double> marks)
    {
        var taken = MemoryMarshal.Cast<double, Vector<double>>(rows);
        var marked = MemoryMarshal.Cast<double, Vector<double>>(marks);
        for (var part = 0; part < marked.Length; part++)
        {
            var mark = marked[part];
            for (var row = part; row < taken.Length; row += marked.Length)
            {
                // Nothing times a finite number is nothing.
                mark += taken[row] * Vector<double>.Zero;
            }

            marked[part] = mark;
        }
    }
}
