using System.Runtime.Intrinsics;
using SystemSim.Kernel;

namespace SystemSim.Analysis;

/// <summary>A sum of rows of a ledger in one year.</summary>
internal sealed class SumStep(int result, int option, int year, ImmutableArray<Term> terms) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(Ledger[] ledgers, int lanes, double[] values, Span<double> to)
    {
        var ledger = ledgers[option];
        var rows = ledger.Years[(year * ledger.Layout.Rows.Length * lanes)..];
        for (var lane = 0; lane < lanes; lane += Vector512<double>.Count)
        {
            var total = Vector512<double>.Zero;
            foreach (var term in terms)
            {
                var sum = Vector512<double>.Zero;
                foreach (var row in term.Rows)
                {
                    sum += Vector512.Create(rows[((row * lanes) + lane)..]);
                }

                total += sum * term.Sign;
            }

            total.CopyTo(to[lane..]);
        }
    }
}
