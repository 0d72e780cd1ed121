using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Rows of a program that stand together and become rows of a ledger that stand together.</summary>
/// <param name="From">First row of the program.</param>
/// <param name="To">First row of the ledger.</param>
/// <param name="Length">Number of rows.</param>
internal readonly record struct CopyRun(int From, int To, int Length)
{
    /// <summary>The fewest runs that copy all outputs of a ledger.</summary>
    /// <param name="outputs">[ledger row] output.</param>
    /// <param name="rows">[output] row of the program.</param>
    public static CopyRun[] Of(ImmutableArray<int> outputs, ImmutableArray<int> rows)
    {
        var runs = new List<CopyRun>();
        for (var to = 0; to < outputs.Length; to++)
        {
            var from = rows[outputs[to]];
            if (runs.Count > 0 && runs[^1].From + runs[^1].Length == from)
            {
                runs[^1] = runs[^1] with { Length = runs[^1].Length + 1 };
            }
            else
            {
                runs.Add(new CopyRun(from, to, 1));
            }
        }

        return [.. runs];
    }
}
