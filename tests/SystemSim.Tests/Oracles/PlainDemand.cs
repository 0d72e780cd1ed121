using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What people ask because of their need, before it is rescaled (section 6, 1).</summary>
internal sealed class PlainDemand
{
    private readonly PlainPlace place;
    private readonly (int Area, int Age, int Need)[] cohorts;
    private readonly double[][] rates;

    public PlainDemand(PlainPlace place)
    {
        this.place = place;
        cohorts = [.. place.Cohorts];
        rates = [.. place.Services.Select((_, j) => cohorts.Select(cohort => Rate(j, cohort)).ToArray())];
    }

    /// <summary>What a step's people would ask in a year by the rates alone, whatever effects, season and growth.</summary>
    public double AtRates(int j, double[] people) => people.Select((number, c) => number * rates[j][c]).Sum();

    /// <summary>Contacts of a step.</summary>
    /// <param name="j">Service.</param>
    /// <param name="counted">[cohort] people who count.</param>
    /// <param name="effects">Multipliers of effects.</param>
    /// <param name="movers">[cohort][need state moved to] people who moved.</param>
    /// <param name="seasonAndGrowth">Multiplier of the rates.</param>
    /// <param name="harm">[cohort] harm to the demand.</param>
    public double OfStep(
        int j,
        double[] counted,
        PlainMultipliers effects,
        double[][] movers,
        double seasonAndGrowth,
        Func<int, double>? harm = null
    ) => (seasonAndGrowth * ByRates(j, counted, effects, harm)) + ByMoves(j, movers);

    /// <summary>Contacts of a step by the rates, whatever season and growth.</summary>
    public double ByRates(int j, double[] counted, PlainMultipliers effects, Func<int, double>? harm = null)
    {
        var target = new Target.DemandFor(place.Services[j].Id);
        return counted.Select((number, c) => number * rates[j][c] * effects.Of(target, c) * (harm?.Invoke(c) ?? 1.0)).Sum() / place.M;
    }

    /// <summary>Contacts of a step that come with moves.</summary>
    public double ByMoves(int j, double[][] movers) => place.Services[j].Demand.PerMove.Sum(perMove => Contacts(j, perMove, movers));

    private double Contacts(int j, ContactsPerMove perMove, double[][] movers)
    {
        var from = place.NeedRow(perMove.From);
        var to = place.NeedRow(perMove.To);
        var moved = movers.Where((_, c) => cohorts[c].Need == from && place.Serves(j, cohorts[c].Area)).Sum(row => row[to]);
        return place.Value(perMove.Contacts) * moved;
    }

    private double Rate(int j, (int Area, int Age, int Need) cohort)
    {
        var demand = place.Services[j].Demand;
        var rate = place.Value(demand.Rates[(cohort.Age * place.People.Need.Length) + cohort.Need], 0.0);
        var byAge = demand.AgeMultipliers.IsEmpty ? 1.0 : place.Value(demand.AgeMultipliers[cohort.Age]);
        return place.Serves(j, cohort.Area) ? rate * byAge : 0.0;
    }
}
