using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>
/// The measures that expectations may name, each with the columns by which it is stated; <c>engine/MODEL.md</c> says what they mean.
/// </summary>
internal static class Measures
{
    private const string PriceBase = "price_base";
    private static readonly ImmutableArray<string> Cohort = ["area", "age_band", "need_state"];
    private static readonly ImmutableArray<string> AreaAndAge = ["area", "age_band"];
    private static readonly ImmutableArray<string> Area = ["area"];
    private static readonly ImmutableArray<string> Service = ["service", "tier"];
    private static readonly ImmutableArray<string> Provider = ["provider", "service", "tier", PriceBase];
    private static readonly ImmutableArray<string> Payment = ["fund", "provider", "service", "tier", PriceBase];
    private static readonly ImmutableArray<string> Budget = ["fund", "service", "tier", PriceBase];
    private static readonly ImmutableArray<string> Fund = ["fund", PriceBase];
    private static readonly ImmutableArray<string> TierOfFund = ["fund", "tier", PriceBase];
    private static readonly ImmutableArray<string> Organisation = ["organisation", PriceBase];
    private static readonly ImmutableArray<string> Either = ["organisation", "fund", PriceBase];
    private static readonly ImmutableArray<string> Cost = ["organisation", "fund", "provider", "service", "tier", PriceBase];
    private static readonly ImmutableArray<string> Outcome = ["service", "tier", "area", "age_band", "need_state", PriceBase];
    private static readonly ImmutableArray<string> SocialValue = ["provider", .. Outcome];
    private static readonly ImmutableArray<string> FiscalValue =
        ["organisation", "fund", "provider", "service", "tier", "area", "age_band", "need_state", PriceBase];
    private static readonly ImmutableArray<string> Paid = ["provider", PriceBase];
    private static readonly ImmutableArray<string> Bridge = ["organisation", "fund", "service", "tier", PriceBase];

    /// <summary>All measures.</summary>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> All { get; } =
    [
        .. Of(Cohort, "people"),
        .. Of(AreaAndAge, "dead"),
        .. Of(Area, "births"),
        .. Of(AreaAndAge, "deaths"),
        .. Of(Area, "migration"),
        .. Of(AreaAndAge, "residual"),
        .. Of(Area, "quality_adjusted_life_years"),
        .. Of(
            Service,
            "need_led",
            "referred",
            "failure_demand",
            "diverted",
            "asked",
            "delivered",
            "unmet",
            "left",
            "waiting",
            "in_places",
            "ended",
            "volume",
            "capacity"
        ),
        .. Of(Provider, "provider_cost", "charges"),
        .. Of(Payment, "payment"),
        .. Of(Provider, "full_cost", "full_cost_fixed"),
        .. Of(Budget, "budget"),
        .. Of(Fund, "contingency", "budgeted_gap", "fund_money"),
        .. Of(TierOfFund, "share_of_money", "raided"),
        .. Of(Fund, "set_up", "running"),
        .. Of(Payment, "break_charge"),
        .. Of(Fund, "transaction_cost"),
        .. Of(Organisation, "income"),
        .. Of(Either, "funding"),
        .. Of(Organisation, "other_spending"),
        .. Of(Either, "contribution", "ring_fence", "risk_share", "shared_underspend", "into_risk_reserve"),
        .. Of(Organisation, "provider_surplus"),
        .. Of(Either, "returned", "reserves"),
        .. Of(Organisation, "deficit"),
        .. Of(Either, "earmarked_reserves"),
        .. Of(
            Organisation, "borrowing", "receipts_used", "debt_repaid", "debt_interest", "centre_meets", "account_deficit", "income_lost",
            "debt", "assets_sold", "passed_on", "debt_passed_on", "brought_in",
            "debt_brought_in"),
        .. Of(["organisation"], "section_114"),
        .. Of(Either, "position"),
        .. Of(Organisation, "spend"),
        .. Of(
            Bridge,
            "bridge_last_year",
            "bridge_inflation",
            "bridge_demography",
            "bridge_demand",
            "bridge_investment",
            "bridge_savings",
            "bridge_contracts",
            "bridge_pools",
            "bridge_arrangement",
            "bridge_financing",
            "bridge_other",
            "bridge_interaction"
        ),
        .. Of([PriceBase], "cost_of_inaction"),
        .. Of(["organisation"], "gap_in_council_tax", "reserves_run_out"),
        .. Of(Provider, "cash", "capacity_freed", "stranded", "borne_by_provider", "borne_by_payers"),
        .. Of(Either, "receives", "invests", "leaves", "gain", "gain_to_date"),
        .. Of(Cost, "discounted_cost", "net_present_cost"),
        .. Of(Provider, "discounted_charges"),
        .. Of(Area, "discounted_quality_adjusted_life_years"),
        .. Of(FiscalValue, "net_present_value_fiscal"),
        .. Of(Outcome, "net_present_value_economic"),
        .. Of(SocialValue, "net_present_value_social"),
        .. Of(FiscalValue, "net_present_value_fiscal_after_bias"),
        .. Of(Outcome, "net_present_value_economic_after_bias"),
        .. Of(SocialValue, "net_present_value_social_after_bias"),
        .. Of(
            [], "benefit_cost_ratio_fiscal", "benefit_cost_ratio_public", "benefit_cost_ratio_fiscal_after_bias",
            "benefit_cost_ratio_public_after_bias", "cost_put_in", "cost_put_in_after_bias", "payback_years"),
        .. Of(
            Paid,
            "paid_to_public",
            "paid_to_voluntary",
            "paid_to_private",
            "paid_in_place",
            "paid_elsewhere",
            "local_round_2",
            "local_round_3"
        ),
        .. Of(["provider"], "lm3_of_provider", "local_jobs"),
        .. Of(Paid, "local_gva", "local_output"),
        .. Of([], "share_in_place", "lm3"),
    ];

    private static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Of(ImmutableArray<string> columns, params string[] measures) =>
        measures.Select(measure => KeyValuePair.Create(measure, columns));
}
