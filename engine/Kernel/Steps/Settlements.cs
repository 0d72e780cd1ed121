namespace SystemSim.Kernel;

/// <summary>What all pools settle with one organisation when a year ends, GBP.</summary>
/// <param name="zero">Nothing.</param>
internal sealed class Settlements(Value zero)
{
    /// <summary>Of ring-fenced services, to the organisation.</summary>
    public Value RingFence { get; private set; } = zero;

    /// <summary>Its shares of overspends, to the pools.</summary>
    public Value RiskShare { get; private set; } = zero;

    /// <summary>Its shares of underspends, to the organisation.</summary>
    public Value SharedUnderspend { get; private set; } = zero;

    /// <summary>Paid into risk reserves, to the pools; negative where they are given back.</summary>
    public Value IntoRiskReserves { get; private set; } = zero;

    /// <summary>Adds what one pool settles.</summary>
    public void Add(Value ringFence, Value riskShare, Value sharedUnderspend, Value intoRiskReserve)
    {
        RingFence += ringFence;
        RiskShare += riskShare;
        SharedUnderspend += sharedUnderspend;
        IntoRiskReserves += intoRiskReserve;
    }
}
