using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Unit costs, prices and what blocks pay (section 7), for one unit of activity in a step.</summary>
internal sealed class PlainPrices(PlainPlace place)
{
    /// <summary>Gross cost: of a contact, a bed-day, or a person for a step.</summary>
    public double UnitCost(int j, int y) => UnitCost(j, place.Horizon.YearAt(y));

    /// <summary>Gross cost at prices of the base year.</summary>
    public double BaseCost(int j) => UnitCost(j, place.Prices.Base);

    /// <summary>Share of the cost that users are charged.</summary>
    public double Charged(int j) => place.Value(place.Services[j].Cost.Charges, 0.0);

    /// <summary>What the fund pays.</summary>
    public double Price(int j, int y) => UnitCost(j, y) * (1.0 - Charged(j));

    /// <summary>A statutory block's sum in a year.</summary>
    /// <param name="j">Service.</param>
    /// <param name="y">Row of the year.</param>
    /// <param name="activityToday">Activity of a step today.</param>
    public double Block(int j, int y, double activityToday)
    {
        var contract = place.Services[j].Contract;
        var first = place.Value(contract.Sum, Price(j, 0) * activityToday * place.M);
        return first * place.Carry(contract.Index ?? place.Services[j].Cost.Index, place.Horizon.Start, place.Horizon.YearAt(y));
    }

    /// <summary>How the price of a service's own index changes from the year before.</summary>
    public double Rise(int j, int y) => place.Carry(place.Services[j].Cost.Index, place.Horizon.YearAt(y - 1), place.Horizon.YearAt(y));

    private double UnitCost(int j, FinancialYear year)
    {
        var service = place.Services[j];
        var cost = place.Value(service.Cost.Unit) * place.Carry(service.Cost.Index, service.Cost.PriceYear, year);
        return service.Places is null ? cost : cost / place.M;
    }
}
