namespace SystemSim.Reporting;

/// <summary>What comes back for each pound that an option costs, with what must stand beside a ratio.</summary>
/// <param name="Ratio">Benefits for each pound of cost, public value: mean benefits over mean costs, or that of the central run.</param>
/// <param name="Net">Benefits less costs: present value in GBP, of the base year's prices.</param>
/// <param name="LittleCost">Share of the draws in which the cost is next to nothing; null without draws.</param>
public sealed record ForOnePound(Cited Ratio, Cited Net, Cited? LittleCost)
{
    private const double Half = 0.5;

    /// <summary>Whether the ratio may be told to people: where next to nothing is put in, more often than not, it says nothing.</summary>
    public bool Tells => LittleCost is null or { Value: <= Half };

    /// <summary>The ratio as pounds; in brackets where it is below nothing.</summary>
    public string Pounds => RatioText.Pounds(Ratio.Value);

    /// <summary>In how many simulations the cost is next to nothing; null where it is in none, or where nothing was drawn.</summary>
    public Prose? Little => LittleCost is { Value: > 0.0 } share ? Prose.Of("the cost is next to nothing ").Then(Figures.Chance(share)) : null;
}
