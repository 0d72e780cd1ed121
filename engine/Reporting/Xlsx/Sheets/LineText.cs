using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Words for the lines of accounts.</summary>
internal static class LineText
{
    /// <summary>What support leaves behind.</summary>
    public const string Debt = "Debt for day-to-day cost", AssetsSold = "Assets sold for day-to-day cost";

    /// <summary>A line as it stands in the books of an organisation or of a pool.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isPool">Whether the books are a pool's.</param>
    /// <param name="serviceTitle">Gives the title of a service.</param>
    public static string Of(AccountLine line, bool isPool, Func<string, string> serviceTitle) => (line.Measure, isPool) switch
    {
        ("payment", _) => $"Payment for {serviceTitle(line.Service)}",
        ("contribution", true) => "Contributions from partners",
        ("risk_share", true) => "Partners' shares of overspend",
        ("shared_underspend", true) => "Underspend shared among partners",
        ("ring_fence", true) => "Ring-fence settlements to owners",
        ("into_risk_reserve", true) => "Paid into the risk reserve by partners",
        ("contribution", _) => $"Contribution to pool {line.Pool}",
        ("risk_share", _) => $"Share of overspend of pool {line.Pool}",
        ("shared_underspend", _) => $"Share of underspend of pool {line.Pool}",
        ("ring_fence", _) => $"Ring-fence settlement of pool {line.Pool}",
        ("into_risk_reserve", _) => $"Paid into the risk reserve of pool {line.Pool}",
        ("provider_surplus", _) => "Surplus or (deficit) of what it provides",
        ("centre_meets", _) => "Met by the centre",
        ("account_deficit", _) => "Deficit of a ring-fenced account that counts as its owner's",
        ("income_lost", _) => "Income lost with assets sold",
        ("debt_interest", _) => "Interest on debt for day-to-day cost, and on deficits carried for accounts",
        ("other_spending", _) => "Other spending, net of savings",
        ("break_charge", _) => $"Charge for breaking the contract for {serviceTitle(line.Service)}",
        ("transaction_cost", _) => "Cost of letting contracts",
        ("set_up", _) => "Cost of setting up the pool",
        ("running", _) => "Cost of running the pool",
        ("returned", _) => "Underspend returned to national bodies",
        _ => Of(line.Measure),
    };

    /// <summary>A measure by itself.</summary>
    public static string Of(string measure) => measure switch
    {
        "bridge_inflation" => "Inflation",
        "bridge_demography" => "Demography",
        "bridge_demand" => "Demand",
        "bridge_investment" => "Investment",
        "bridge_savings" => "Savings",
        "bridge_contracts" => "Contracts",
        "bridge_pools" => "Payments into pools",
        "bridge_arrangement" => "Services taken over or handed over",
        "bridge_financing" => "Interest on debt",
        "bridge_other" => "Other",
        PennyBook.Rounding => "Rounding",
        "bridge_interaction" => "Drivers together",
        "passed_on" => "Passed on from bodies that end, or (passed on)",
        "brought_in" => "Brought in by a body that begins",
        "earmarked_reserves" => "Earmarked reserves",
        "deficit" => "Deficit or unfunded gap",
        "debt" => Debt,
        "assets_sold" => AssetsSold,
        "reserves" => "General reserves",
        _ => $"{char.ToUpperInvariant(measure[0])}{measure[1..].Replace('_', ' ')}",
    };
}
