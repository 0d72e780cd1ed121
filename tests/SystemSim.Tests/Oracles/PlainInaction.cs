using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Cost of inaction (section 15), nominal.</summary>
internal static class PlainInaction
{
    /// <summary>The option that is chosen, and [year] what the baseline has spent more by its end; null where none is.</summary>
    /// <param name="scenario">A scenario that leads with money as it is paid.</param>
    /// <param name="runs">Its options with what came of them.</param>
    public static (OptionId Option, double[] ToDate)? Of(Scenario scenario, IReadOnlyList<(Option Option, PlainResult Result)> runs)
    {
        var years = scenario.Horizon.Years;
        var today = runs.Single(run => run.Option.Id == scenario.Baseline).Result;
        var most = InYear(today, "left", 0);
        most += 1e-9 * Math.Max(1.0, most);
        (OptionId Option, double[] ToDate)? best = null;
        foreach (var (option, result) in runs)
        {
            if (option.Id == scenario.Baseline || Enumerable.Range(0, years).Any(y => InYear(result, "left", y) > most))
            {
                continue;
            }

            var toDate = new double[years];
            for (var y = 0; y < years; y++)
            {
                toDate[y] = (y > 0 ? toDate[y - 1] : 0.0) + InYear(today, "spend", y) - InYear(result, "spend", y);
            }

            // Nothing is cheaper by its last bits.
            if (best is not { } known || toDate[^1] > known.ToDate[^1] + (1e-9 * Math.Abs(toDate[^1])))
            {
                best = (option.Id, toDate);
            }
        }

        return best;
    }

    private static double InYear(PlainResult result, string measure, int year) =>
        result.Rows.Where(row => row.Measure == measure && row.Year == year && row.Step is null).Sum(row => row.Value);
}
