using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SystemSim.Kernel;

namespace SystemSim.Analysis;

/// <summary>An outcome that is a sum of rows of a ledger in one year: where draws leave the kernel.</summary>
internal sealed class SumStep
{
    private readonly int result;
    private readonly int option;
    private readonly double[] signs;
    private readonly int[][] places;
    private readonly bool isOnePlace;

    /// <summary>Says what is added up.</summary>
    public SumStep(int result, int option, int year, LedgerLayout layout, ImmutableArray<Term> terms)
    {
        (this.result, this.option) = (result, option);
        var real = terms.Where(term => !term.Rows.IsEmpty).ToArray();
        signs = [.. real.Select(term => term.Sign)];
        places = [.. real.Select(term => term.Rows.Select(row => (year * layout.Places) + layout.YearPlaces[row]).ToArray())];
        isOnePlace = signs is [1.0] && places[0].Length == 1;
    }

    /// <summary>Works it out for a block.</summary>
    /// <param name="ledgers">[option] ledgers of the block.</param>
    /// <param name="lanes">Lanes of the block.</param>
    /// <param name="values"><c>[outcome * <see cref="DrawChunk.Draws"/> + draw]</c> receives it.</param>
    /// <param name="at">Place of the first lane in the chunk.</param>
    public void Run(Ledger[] ledgers, int lanes, double[] values, int at)
    {
        var to = values.AsSpan((result * DrawChunk.Draws) + at, lanes);
        if (isOnePlace)
        {
            Copy(ledgers[option].Years.Slice(places[0][0] * lanes, lanes), to);
            return;
        }

        ref var first = ref MemoryMarshal.GetReference(ledgers[option].Years);
        for (var lane = 0; lane < lanes; lane += Vector512<double>.Count)
        {
            var total = Vector512<double>.Zero;
            for (var term = 0; term < places.Length; term++)
            {
                var sum = Vector512<double>.Zero;
                foreach (var place in places[term])
                {
                    sum += Vector512.LoadUnsafe(ref Unsafe.Add(ref first, ((nint)place * lanes) + lane));
                }

                total += sum * signs[term];
            }

            total.CopyTo(to[lane..]);
        }
    }

    /// <summary>Copies a row; a negative zero becomes zero, as it does in a sum.</summary>
    private static void Copy(ReadOnlySpan<double> from, Span<double> to)
    {
        for (var lane = 0; lane < from.Length; lane += Vector512<double>.Count)
        {
            (Vector512.Create(from[lane..]) + Vector512<double>.Zero).CopyTo(to[lane..]);
        }
    }
}
