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
    private readonly int year;
    private readonly double[] signs;
    private readonly int[][] rows;

    /// <summary>Says what is added up.</summary>
    public SumStep(int result, int option, int year, ImmutableArray<Term> terms)
    {
        (this.result, this.option, this.year) = (result, option, year);
        var real = terms.Where(term => !term.Rows.IsEmpty).ToArray();
        signs = [.. real.Select(term => term.Sign)];
        rows = [.. real.Select(term => term.Rows.ToArray())];
    }

    /// <summary>Works it out for a block.</summary>
    /// <param name="ledgers">[option] ledgers of the block.</param>
    /// <param name="lanes">Lanes of the block.</param>
    /// <param name="values"><c>[outcome * <see cref="DrawChunk.Draws"/> + draw]</c> receives it.</param>
    /// <param name="at">Place of the first lane in the chunk.</param>
    public void Run(Ledger[] ledgers, int lanes, double[] values, int at)
    {
        var ledger = ledgers[option];
        ref var first = ref MemoryMarshal.GetReference(ledger.Years);
        var start = year * ledger.Layout.Rows.Length;
        for (var lane = 0; lane < lanes; lane += Vector512<double>.Count)
        {
            var total = Vector512<double>.Zero;
            for (var term = 0; term < rows.Length; term++)
            {
                var sum = Vector512<double>.Zero;
                foreach (var row in rows[term])
                {
                    sum += Vector512.LoadUnsafe(ref Unsafe.Add(ref first, ((nint)(start + row) * lanes) + lane));
                }

                total += sum * signs[term];
            }

            total.CopyTo(values, (result * DrawChunk.Draws) + at + lane);
        }
    }
}
