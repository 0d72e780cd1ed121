namespace SystemSim.Tests;

/// <summary>What organisations and pools have or owe.</summary>
internal sealed class PlainPositions
{
    public PlainPositions(PlainPlace place)
    {
        General = [.. place.Organisations.Select(organisation => place.Value(organisation.Reserves?.General, 0.0))];
        Earmarked =
        [
            .. place.Organisations.Select(organisation =>
                (organisation.Reserves?.Earmarked ?? []).ToDictionary(reserve => reserve.Name, reserve => place.Value(reserve.Amount))
            ),
        ];
        Deficit = [.. place.Organisations.Select(organisation => place.Value(organisation.BroughtForward, 0.0))];
        Debt = [.. place.Organisations.Select(organisation => new PlainDebt(place, organisation))];
        RiskReserve = new double[place.Funds.Count];
        IsInEmergency = new bool[place.Organisations.Count];
    }

    private PlainPositions(PlainPositions other)
    {
        General = [.. other.General];
        Earmarked = [.. other.Earmarked.Select(reserves => reserves.ToDictionary())];
        Deficit = [.. other.Deficit];
        Debt = [.. other.Debt.Select(debt => debt.Copy())];
        RiskReserve = [.. other.RiskReserve];
        IsInEmergency = [.. other.IsInEmergency];
    }

    /// <summary>[organisation] general reserves.</summary>
    public double[] General { get; }

    /// <summary>[organisation][name] reserves that are set aside for a purpose.</summary>
    public Dictionary<string, double>[] Earmarked { get; }

    /// <summary>[organisation] carried deficit or unfunded gap.</summary>
    public double[] Deficit { get; }

    /// <summary>[organisation] what it has borrowed and sold for day-to-day cost.</summary>
    public PlainDebt[] Debt { get; }

    /// <summary>[fund] a pool's risk reserve.</summary>
    public double[] RiskReserve { get; private set; }

    /// <summary>[organisation] whether a section 114 notice is in force.</summary>
    public bool[] IsInEmergency { get; }

    /// <summary>Reserves less what is owed.</summary>
    public double Of(int o) => General[o] + Earmarked[o].Values.Sum() - Deficit[o] - Debt[o].Owed - Debt[o].Sold;

    /// <summary>Gives the funds of another arrangement what they hold.</summary>
    public void Enter(double[] riskReserve) => RiskReserve = riskReserve;

    /// <summary>Takes all from a body that has ended.</summary>
    public void Clear(int o)
    {
        (General[o], Deficit[o], IsInEmergency[o]) = (0.0, 0.0, false);
        Earmarked[o].Clear();
        Debt[o].Clear();
    }

    /// <summary>The positions as they are now.</summary>
    public PlainPositions Copy() => new(this);
}
