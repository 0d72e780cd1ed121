using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What one draw is appraised by: discount factors, what outcomes are worth, how far forecasts are corrected.</summary>
internal sealed record DrawnTerms
{
    private DrawnTerms()
    {
    }

    /// <summary>Discounts money.</summary>
    public required Discounter Money { get; init; }

    /// <summary>Discounts life years, and what they are worth.</summary>
    public required Discounter Health { get; init; }

    /// <summary>[value] what a unit of an outcome is worth, GBP in prices of the base year.</summary>
    public required ImmutableArray<double> Each { get; init; }

    /// <summary>Share by which costs are raised after bias.</summary>
    public required double CostBias { get; init; }

    /// <summary>Share by which benefits are lowered after bias.</summary>
    public required double BenefitBias { get; init; }

    /// <summary>Those of some terms.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="deflator">Carries values of outcomes to the prices of the answers.</param>
    /// <param name="known">Terms whose rates are the same, and whose discount factors are taken over; null for none.</param>
    public static DrawnTerms Of(Scenario scenario, Appraisal terms, Deflator deflator, DrawnTerms? known = null) => new()
    {
        Money = known?.Money ?? new Discounter(scenario.Horizon, terms.Discounting, terms.Money),
        Health = known?.Health ?? new Discounter(scenario.Horizon, terms.Discounting, terms.Health),
        Each = [.. terms.Values.Select(value => value.Each.Value * deflator.Carry(value.PriceYear, scenario.Prices.Base))],
        CostBias = terms.CostBias,
        BenefitBias = terms.BenefitBias,
    };
}
