using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How the options of a scenario are appraised: discounting, what outcomes are worth, and how far forecasts are
/// believed.</summary>
/// <remarks><b>Source.</b> Every rate and value is data of the scenario or of a file that it extends; nothing here is a default.</remarks>
public sealed record Appraisal
{
    /// <summary>When within the time covered a flow is counted.</summary>
    public Discounting Discounting { get; init; }

    /// <summary>Rates at which money is discounted, in real terms.</summary>
    public required DiscountRates Money { get; init; }

    /// <summary>Rates at which quality-adjusted life years, and what they are worth, are discounted.</summary>
    public required DiscountRates Health { get; init; }

    /// <summary>What outcomes are worth beyond what the ledger holds, by kind of value; none when only the ledger counts.</summary>
    public ImmutableArray<OutcomeValue> Values { get; init; } = [];

    /// <summary>Services that an option invests in; empty for those that come to cost more.</summary>
    public ImmutableArray<ServiceId> InvestsIn { get; init; } = [];

    /// <summary>Optimism bias by grade of evidence.</summary>
    public ImmutableArray<OptimismBias> OptimismBias { get; init; } = [];

    /// <summary>Grade of what is known of the costs, one of those of <see cref="OptimismBias"/>; null when costs are not
    /// corrected.</summary>
    public string? CostsGrade { get; init; }

    /// <summary>Grade of what is known of the benefits, one of those of <see cref="OptimismBias"/>; null when benefits are not
    /// corrected.</summary>
    public string? BenefitsGrade { get; init; }

    /// <summary>Whether anything is corrected for optimism bias.</summary>
    public bool IsCorrected => CostsGrade is not null || BenefitsGrade is not null;

    /// <summary>Share by which costs are raised; 0 where they are not corrected.</summary>
    public double CostBias => BiasOf(CostsGrade)?.Costs.Value ?? 0.0;

    /// <summary>Share by which benefits are lowered; 0 where they are not corrected.</summary>
    public double BenefitBias => BiasOf(BenefitsGrade)?.Benefits.Value ?? 0.0;

    private OptimismBias? BiasOf(string? grade) => OptimismBias.FirstOrDefault(bias => bias.Grade == grade);
}
