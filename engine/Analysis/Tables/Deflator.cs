using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Turns nominal into real values.</summary>
public sealed class Deflator
{
    private readonly ImmutableArray<double> factors;
    private readonly YearlyPath? levels;

    /// <summary>Works out the factor of every year of a scenario.</summary>
    public Deflator(Scenario scenario)
    {
        IsStated = scenario.Prices.Deflator is not null;
        PriceBase = IsStated ? scenario.Prices.Base.ToString() : "nominal";
        levels = scenario.Prices.Indices.FirstOrDefault(index => index.Id == scenario.Prices.Deflator)?.Levels;
        factors =
        [
            .. Enumerable.Range(0, scenario.Horizon.Years).Select(year => Carry(scenario.Horizon.YearAt(year), scenario.Prices.Base)),
        ];
    }

    /// <summary>Whether the scenario has a deflator; without one, real values are the nominal ones.</summary>
    public bool IsStated { get; }

    /// <summary>The year whose prices real values are in, as text; <c>nominal</c> without a deflator.</summary>
    public string PriceBase { get; }

    /// <summary>The price base with which a scenario leads: that of real values where it reports these, else <c>nominal</c>.</summary>
    public static string LeadingBase(Scenario scenario) => scenario.Prices.ReportReal ? new Deflator(scenario).PriceBase : Headline.Nominal;

    /// <summary>A nominal value of a year in prices of the base year.</summary>
    public double Real(double nominal, int year) => nominal * factors[year];

    /// <summary>A real value of a year as it is paid in that year.</summary>
    public double Nominal(double real, int year) => real / factors[year];

    /// <summary>What a pound of one year is in prices of another; 1 without a deflator.</summary>
    public double Carry(FinancialYear from, FinancialYear to) => levels is null ? 1.0 : LevelIn(levels, to) / LevelIn(levels, from);

    private static double LevelIn(YearlyPath levels, FinancialYear year)
    {
        var point = levels.Points.LastOrDefault(point => point.From <= year) ?? levels.Points[0];
        var isLast = point == levels.Points[^1];
        var growth = isLast && levels.Growth is { } stated ? stated.Value : 0.0;
        var level = point.Value.Value;
        for (var passed = 0; passed < year - point.From; passed++)
        {
            level *= 1.0 + growth;
        }

        return level;
    }
}
