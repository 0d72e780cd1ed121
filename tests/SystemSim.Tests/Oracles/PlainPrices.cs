using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Unit costs and prices (section 7), for one unit of activity in a step.</summary>
internal sealed class PlainPrices(PlainPlace place)
{
    /// <summary>Gross cost: of a contact, a bed-day, or a person for a step.</summary>
    public double UnitCost(int j, int y) => UnitCost(j, place.Horizon.YearAt(y));

    /// <summary>Gross cost at prices of the base year.</summary>
    public double BaseCost(int j) => UnitCost(j, place.Prices.Base);

    /// <summary>Share of the cost that stays whatever is done.</summary>
    public double Fixed(int j) => place.Value(place.Services[j].Cost.Fixed, 0.0);

    /// <summary>Share of the cost that users are charged.</summary>
    public double Charged(int j) => place.Value(place.Services[j].Cost.Charges, 0.0);

    /// <summary>What users are charged for a unit of use: of a contact, a bed-day, or a person for a step.</summary>
    public double Use(int j, int y) =>
        place.Services[j].Cost.Use is { } use
            ? place.Value(use.Amount)
                * place.Carry(use.Index, use.Year, place.Horizon.YearAt(y))
                / (place.Services[j].Places is null ? 1.0 : place.M)
            : 0.0;

    /// <summary>Cost less the share that users are charged, before what they are charged for use.</summary>
    public double BeforeUse(int j, int y) => UnitCost(j, y) * (1.0 - Charged(j));

    /// <summary>Cost net of charges.</summary>
    public double NetCost(int j, int y) => Math.Max(0.0, BeforeUse(j, y) - Use(j, y));

    /// <summary>What so many units, whose cost that of some activity is, cost the fund.</summary>
    public double NetCost(int j, int y, double units, double activity)
    {
        var cost = BeforeUse(j, y) * units;
        return cost - Math.Min(cost, Use(j, y) * activity);
    }

    /// <summary>The price that the contract states, else the net cost.</summary>
    public double Agreed(int j, int y) => place.Contract(j).Price is { } stated
        ? place.Value(stated) * Carried(j, 0, y) / (place.Services[j].Places is null ? 1.0 : place.M)
        : NetCost(j, y);

    /// <summary>What the fund pays for one more where payment follows activity: by a price, or by cost.</summary>
    public double Price(int j, int y) => place.Contract(j).Form is ContractForm.Tariff or ContractForm.CostAndVolume
        or ContractForm.Marginal or ContractForm.AlignedIncentive ? Agreed(j, y) : NetCost(j, y);

    /// <summary>What money in a contract becomes from one year to another.</summary>
    public double Carried(int j, int from, int to) =>
        place.Carry(place.Contract(j).Index ?? place.Services[j].Cost.Index, place.Horizon.YearAt(from), place.Horizon.YearAt(to));

    /// <summary>How the price of a service's own index changes from the year before.</summary>
    public double Rise(int j, int y) => place.Carry(place.Services[j].Cost.Index, place.Horizon.YearAt(y - 1), place.Horizon.YearAt(y));

    private double UnitCost(int j, FinancialYear year)
    {
        var service = place.Services[j];
        var cost = place.Value(service.Cost.Unit) * place.Carry(service.Cost.Index, service.Cost.PriceYear, year);
        return service.Places is null ? cost : cost / place.M;
    }
}
