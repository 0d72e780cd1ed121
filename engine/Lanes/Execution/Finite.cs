using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SystemSim.Lanes;

/// <summary>Tells lanes whose numbers are all such as a place can have from those in which one is no number, or beyond all
/// bounds.</summary>
public static class Finite
{
    /// <summary>Smaller than this is every number that a run leaves, in size: 2^46, so that pounds are told to the penny by a double and
    /// can be added up in pennies.</summary>
    public const double Bound = 70_368_744_177_664.0;

    // 2^978: times this, what reaches the bound is infinite, and nothing below it is.
    private const double ToInfinity = 2.5546755962044414e+294;

    /// <summary>Whether a number is one that a run may leave.</summary>
    public static bool Allows(double value) => Math.Abs(value) < Bound;

    /// <summary>Takes rows up: a mark of 0 stays 0 as long as every number of its lane is allowed, and is no number from then on.</summary>
    /// <param name="rows"><c>[row * lanes + lane]</c> numbers.</param>
    /// <param name="marks">[lane] the marks; a multiple of <see cref="LaneMemory.LaneUnit"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mark(ReadOnlySpan<double> rows, Span<double> marks)
    {
        var taken = MemoryMarshal.Cast<double, Vector<double>>(rows);
        var marked = MemoryMarshal.Cast<double, Vector<double>>(marks);
        var far = new Vector<double>(ToInfinity);
        for (var part = 0; part < marked.Length; part++)
        {
            var mark = marked[part];
            for (var row = part; row < taken.Length; row += marked.Length)
            {
                // Nothing times a finite number is nothing.
                mark += taken[row] * far * Vector<double>.Zero;
            }

            marked[part] = mark;
        }
    }
}
