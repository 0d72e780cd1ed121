namespace SystemSim.Tests;

/// <summary>What organisations and pools have or owe.</summary>
internal sealed class PlainPositions
{
    public PlainPositions(PlainPlace place)
    {
        General = [.. place.Organisations.Select(organisation => place.Value(organisation.Reserves?.General, 0.0))];
        Deficit = [.. place.Organisations.Select(organisation => place.Value(organisation.BroughtForward, 0.0))];
        RiskReserve = [.. place.Funds.Select(fund => place.Value(fund.Pool?.EndOfYear.RiskReserve, 0.0))];
    }

    /// <summary>[organisation] general reserves.</summary>
    public double[] General { get; }

    /// <summary>[organisation] carried deficit or unfunded gap.</summary>
    public double[] Deficit { get; }

    /// <summary>[fund] a pool's risk reserve.</summary>
    public double[] RiskReserve { get; }
}
