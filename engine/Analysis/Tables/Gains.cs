using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Who gains and who loses: change in position over each year, less the same in the baseline.</summary>
internal sealed class Gains(Scenario scenario)
{
    /// <summary>The gains that follow from differences in position.</summary>
    public IEnumerable<Observation> Of(IEnumerable<Observation> differences)
    {
        var positions = differences.Where(row => row.Measure == "position" && row.Step is null).ToLookup(row => (row.Organisation, row.Fund));
        foreach (var account in positions)
        {
            var before = 0.0;
            foreach (var year in Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString()))
            {
                var row = account.Single(row => row.Year == year);
                yield return row with { Measure = "gain", Value = row.Value - before };
                yield return row with { Measure = "gain_to_date" };
                before = row.Value;
            }
        }
    }
}
