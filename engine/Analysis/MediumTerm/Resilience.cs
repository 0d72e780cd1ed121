using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>How near organisations come to not being able to pay: what their gap is in council tax, and when their reserves run
/// out.</summary>
internal static class Resilience
{
    /// <summary>Name of the line of income that a gap is told in.</summary>
    public const string CouncilTax = "council_tax";

    private const double HalfAPenny = 0.005;

    /// <summary>Each council's gap at the end of each year, as a share of that year's council tax; none without a line of that
    /// name.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option.</param>
    /// <param name="observed">All nominal rows of the option.</param>
    public static IEnumerable<Observation> GapsInCouncilTax(Scenario scenario, Option option, IEnumerable<Observation> observed)
    {
        var values = new CentralValues(scenario);
        var years = Enumerable.Range(0, scenario.Horizon.Years).Select(scenario.Horizon.YearAt).ToDictionary(year => year.ToString());
        var taxes = option
            .Bodies.Where(organisation => organisation.Kind == OrganisationKind.Council)
            .SelectMany(organisation =>
                organisation.Income.Where(line => line.Name == CouncilTax).Select(line => (organisation.Id.Name, line.Amount))
            )
            .ToDictionary(tax => tax.Name, tax => tax.Amount);
        foreach (var row in observed.Where(row => row.About.Measure == "deficit" && taxes.ContainsKey(row.About.Organisation)))
        {
            if (values.In(taxes[row.About.Organisation], years[row.Year]) is > 0.0 and var tax)
            {
                yield return row with
                {
                    About = row.About with { Measure = "gap_in_council_tax", Unit = "share" },
                    Value = row.Value / tax,
                };
            }
        }
    }

    /// <summary>The first year at whose end an organisation that had reserves for whatever comes has none, as a number of years: general
    /// ones above their floor, and earmarked ones for deficits.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option.</param>
    /// <param name="observed">All nominal rows of the option.</param>
    public static IEnumerable<Observation> YearsUntilReservesRunOut(Scenario scenario, Option option, IEnumerable<Observation> observed)
    {
        var values = new CentralValues(scenario);
        var rows = observed.Where(row => row.Step is null).ToLookup(row => row.About.Measure);
        foreach (var organisation in option.Bodies.Where(organisation => organisation.Reserves is not null))
        {
            var name = organisation.Id.Name;
            var floor = organisation.Reserves!.Floor is { } stated ? values.Of(stated) : 0.0;
            EarmarkedReserve[] others = [.. organisation.Reserves.Earmarked.Where(reserve => reserve.Meets == ReservePurpose.Deficits)];
            var closing = rows["reserves"]
                .Where(row => row.About.Organisation == name)
                .OrderBy(row => row.Year, StringComparer.Ordinal)
                .ToList();
            var left = rows["earmarked_reserves"]
                .Where(row => row.About.Organisation == name && others.Any(reserve => reserve.Name == row.About.Fund))
                .ToLookup(row => row.Year, row => row.Value);
            var first = closing.FindIndex(row => row.Value <= floor + HalfAPenny && left[row.Year].Sum() <= HalfAPenny);
            if (
                Math.Max(values.Of(organisation.Reserves.General) - floor, others.Sum(reserve => values.Of(reserve.Amount))) > HalfAPenny
                && first >= 0
            )
            {
                yield return closing[first] with
                {
                    About = closing[first].About with { Measure = "reserves_run_out", Unit = "years" },
                    Value = first + 1.0,
                };
            }
        }
    }
}
