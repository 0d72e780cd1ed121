using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Tests;

/// <summary>The tidy rows, in which numbers of sentences and tables are looked up.</summary>
internal sealed class CitedRows(IEnumerable<Observation> tidy)
{
    private readonly ILookup<(string Option, string Against, string Measure), Observation> rows = tidy.ToLookup(row =>
        (row.About.Option, row.About.Against, row.About.Measure)
    );

    /// <summary>What the tidy files say where a number says it stands.</summary>
    public double Sum(Cited number)
    {
        var wanted = number.Of.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        wanted.TryAdd("statistic", "central");
        var step = wanted.Remove("step");
        return wanted["option"]
            .Split('|')
            .SelectMany(option => wanted["measure"].Split('|').SelectMany(measure => rows[(option, wanted["against"], measure)]))
            .Where(row => !step || row.Step is null)
            .Where(row => wanted.All(column => column.Value.Split('|').Contains(row.Text(column.Key))))
            .Sum(row => row.Value);
    }
}
