using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Rows of a program that stand together and take places of a ledger that stand together.</summary>
/// <param name="From">First row of the program.</param>
/// <param name="To">First place.</param>
/// <param name="Length">Number of rows.</param>
internal readonly record struct CopyRun(int From, int To, int Length)
{
    /// <summary>The fewest runs that copy rows to places.</summary>
    /// <param name="rows">[place] row of the program, ascending.</param>
    public static ImmutableArray<CopyRun> Of(int[] rows)
    {
        var runs = new List<CopyRun>();
        for (var place = 0; place < rows.Length; place++)
        {
            if (runs.Count > 0 && runs[^1].From + runs[^1].Length == rows[place])
            {
                runs[^1] = runs[^1] with { Length = runs[^1].Length + 1 };
            }
            else
            {
                runs.Add(new CopyRun(rows[place], place, 1));
            }
        }

        return [.. runs];
    }
}
