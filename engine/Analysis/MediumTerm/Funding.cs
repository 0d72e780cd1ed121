using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Income line by line, as the scenario names them: council tax, grants, rates, an allocation.</summary>
internal static class Funding
{
    /// <summary>Name of the measure.</summary>
    public const string Measure = "funding";

    /// <summary>Each line of each organisation in each year, nominal; the lines of an organisation add up to its <c>income</c>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option.</param>
    public static IEnumerable<Observation> Lines(Scenario scenario, Option option)
    {
        var values = new CentralValues(scenario);
        foreach (var organisation in option.Bodies)
        {
            foreach (var line in organisation.Income)
            {
                var about = new Subject
                {
                    Option = option.Id.Name,
                    Measure = Measure,
                    Organisation = organisation.Id.Name,
                    Fund = line.Name,
                    Unit = MeasureEntry.Money,
                };
                foreach (
                    var year in Enumerable
                        .Range(0, scenario.Horizon.Years)
                        .Select(scenario.Horizon.YearAt)
                        .Where(year => option.PlaceIn(year).Has(organisation.Id))
                )
                {
                    yield return new Observation(about, year.ToString(), null, values.In(line.Amount, year));
                }
            }
        }
    }
}
