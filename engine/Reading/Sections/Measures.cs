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
    private static readonly ImmutableArray<string> Organisation = ["organisation", PriceBase];
    private static readonly ImmutableArray<string> Either = ["organisation", "fund", PriceBase];

    /// <summary>All measures.</summary>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> All { get; } =
    [
        .. Of(Cohort, "people"),
        .. Of(AreaAndAge, "dead"),
        .. Of(Area, "births"),
        .. Of(AreaAndAge, "deaths"),
        .. Of(Area, "migration", "quality_adjusted_life_years"),
        .. Of(
            Service, "need_led", "referred", "failure_demand", "diverted", "asked", "delivered", "unmet", "left", "waiting", "in_places",
            "volume", "capacity"),
        .. Of(Provider, "provider_cost", "charges"),
        .. Of(Payment, "payment"),
        .. Of(Provider, "full_cost", "full_cost_fixed"),
        .. Of(Budget, "budget"),
        .. Of(Fund, "contingency", "budgeted_gap", "set_up", "running", "break_charge", "transaction_cost"),
        .. Of(Organisation, "income", "other_spending"),
        .. Of(Either, "contribution", "ring_fence", "risk_share", "shared_underspend"),
        .. Of(Organisation, "provider_surplus"),
        .. Of(Either, "returned", "reserves"),
        .. Of(Organisation, "deficit", "overspend_reserves", "exceptional_support"),
        .. Of(["organisation"], "section_114"),
        .. Of(Either, "position"),
        .. Of(Organisation, "spend"),
        .. Of(Provider, "cash", "capacity_freed", "stranded", "borne_by_provider", "borne_by_payers"),
        .. Of(Either, "gain", "gain_to_date"),
    ];

    private static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Of(ImmutableArray<string> columns, params string[] measures) =>
        measures.Select(measure => KeyValuePair.Create(measure, columns));
}
