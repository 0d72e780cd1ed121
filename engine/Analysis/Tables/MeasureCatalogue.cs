namespace SystemSim.Analysis;

/// <summary>Every measure that comes out, in the order of the tables.</summary>
public static class MeasureCatalogue
{
    /// <summary>Names of the tables, in order.</summary>
    public static ImmutableArray<string> Tables { get; } = ["population", "activity", "money", "positions", "gains"];

    /// <summary>All measures.</summary>
    public static ImmutableArray<MeasureEntry> All { get; } =
    [
        new("people", "population", "people", "Living people at the end of the year or step"),
        new("dead", "population", "people", "People who died since the start, by last age band"),
        new("births", "population", "people", "Births"),
        new("deaths", "population", "people", "Deaths"),
        new("migration", "population", "people", "Net migration"),
        new("quality_adjusted_life_years", "population", "years", "Years lived, each weighted by its quality"),
        new("need_led", "activity", "", "Contacts asked because of need"),
        new("referred", "activity", "", "Contacts that arrived by referral"),
        new("failure_demand", "activity", "", "Contacts that came back because something was not done, or not done right"),
        new("diverted", "activity", "", "Contacts asked by people who left unmet"),
        new("asked", "activity", "", "All contacts asked; who waits is asked again in each step"),
        new("delivered", "activity", "", "Contacts given; starts where there are places"),
        new("unmet", "activity", "", "Contacts asked less contacts given"),
        new("left", "activity", "", "Contacts that left unmet"),
        new("waiting", "activity", "", "Contacts waiting at the end of the year or step"),
        new("in_places", "activity", "people", "People in places at the end of the year or step"),
        new("volume", "activity", "", "Activity: contacts, bed-days or person-years"),
        new("capacity", "activity", "", "Physical capacity a year, or places, at the end of the year or step"),
        new("provider_cost", "money", MeasureEntry.Money, "Gross cost to the provider"),
        new("charges", "money", MeasureEntry.Money, "Charges to users"),
        new("payment", "money", MeasureEntry.Money, "Payment by the fund, net of charges"),
        new("full_cost", "money", MeasureEntry.Money, "Activity at full unit cost"),
        new("full_cost_fixed", "money", MeasureEntry.Money, "The fixed share of activity at full unit cost"),
        new("budget", "money", MeasureEntry.Money, "Budget of the year; forecast of a statutory service"),
        new("contingency", "money", MeasureEntry.Money, "Set aside at the start of the year, with what joined it"),
        new("budgeted_gap", "money", MeasureEntry.Money, "Floors that the fund's money did not reach"),
        new("break_charge", "money", MeasureEntry.Money, "Paid to providers whose contracts are broken"),
        new("transaction_cost", "money", MeasureEntry.Money, "Cost of letting contracts"),
        new("set_up", "money", MeasureEntry.Money, "Cost of setting up a pool"),
        new("running", "money", MeasureEntry.Money, "Cost of running a pool"),
        new("income", "positions", MeasureEntry.Money, "Income"),
        new("other_spending", "positions", MeasureEntry.Money, "Other spending, net of savings delivered"),
        new("contribution", "positions", MeasureEntry.Money, "Contribution to a pool"),
        new("ring_fence", "positions", MeasureEntry.Money, "Settlement of ring-fenced services, to their owner"),
        new("risk_share", "positions", MeasureEntry.Money, "Share of a pool's overspend"),
        new("shared_underspend", "positions", MeasureEntry.Money, "Share of a pool's underspend"),
        new("provider_surplus", "positions", MeasureEntry.Money, "Payments and charges less cost of what the organisation provides"),
        new("returned", "positions", MeasureEntry.Money, "Underspend that leaves the place"),
        new("reserves", "positions", MeasureEntry.Money, "General reserves, or a pool's risk reserve, at the end of the year"),
        new("deficit", "positions", MeasureEntry.Money, "Carried deficit (NHS) or unfunded gap (others) at the end of the year"),
        new("overspend_reserves", "positions", MeasureEntry.Money, "Reserves that meet shares of pools' overspends, at the end of the year"),
        new("exceptional_support", "positions", MeasureEntry.Money, "What government gives towards a gap"),
        new("section_114", "positions", "notices", "1 while a section 114 notice is in force at the end of the year, else 0"),
        new("position", "positions", MeasureEntry.Money, "Reserves, with those for overspends, less deficit at the end of the year"),
        new("spend", "positions", MeasureEntry.Money, "Own payments, with break charges and transaction costs, contributions and risk share, less shared underspend and ring-fence settlements"),
        new("reserves_run_out", "positions", MeasureEntry.Probability, "Draws in which reserves above the floor do not cover some year: it ends with a deficit or gap"),
        new("section_114_comes", "positions", MeasureEntry.Probability, "Draws in which a section 114 notice is in force at the end of some year"),
        new("cheapest", "positions", MeasureEntry.Probability, "Draws in which no option spends less over all years; equal ones share a draw"),
        new("cash", "gains", MeasureEntry.Money, "Cost that the provider no longer has, less the same in the baseline"),
        new("capacity_freed", "gains", MeasureEntry.Money, "Avoided activity whose cost is still held as capacity"),
        new("stranded", "gains", MeasureEntry.Money, "Avoided activity whose cost is fixed"),
        new("borne_by_provider", "gains", MeasureEntry.Money, "What of the capacity freed and stranded the provider bears"),
        new("borne_by_payers", "gains", MeasureEntry.Money, "What of the capacity freed and stranded the payers bear, users among them"),
        new("gain", "gains", MeasureEntry.Money, "Change in position over the year, less the same in the baseline"),
        new("gain_to_date", "gains", MeasureEntry.Money, "Sum of the gains up to the year"),
        new("better_off", "gains", MeasureEntry.Probability, "Draws in which the gains over all years are above nothing"),
    ];

    private static readonly Dictionary<string, MeasureEntry> ByName = All.ToDictionary(entry => entry.Name);

    /// <summary>A measure by name; null when there is none of that name.</summary>
    public static MeasureEntry? Find(string name) => ByName.GetValueOrDefault(name);
}
