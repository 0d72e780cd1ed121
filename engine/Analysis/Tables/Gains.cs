namespace SystemSim.Analysis;

/// <summary>Who gains and who loses: change in position over each year, less the same in the baseline.</summary>
internal static class Gains
{
    /// <summary>The gains that follow from differences in position, whose years are in order.</summary>
    public static IEnumerable<Observation> Of(IEnumerable<Observation> differences)
    {
        var positions = differences.Where(row => row.About.Measure == "position" && row.Step is null).ToLookup(row => (row.About.Organisation, row.About.Fund));
        foreach (var account in positions)
        {
            var about = account.First().About;
            var gain = about with { Measure = "gain" };
            var toDate = about with { Measure = "gain_to_date" };
            var before = 0.0;
            foreach (var row in account.OrderBy(row => row.Year, StringComparer.Ordinal))
            {
                yield return row with { About = gain, Value = row.Value - before };
                yield return row with { About = toDate };
                before = row.Value;
            }
        }
    }
}
