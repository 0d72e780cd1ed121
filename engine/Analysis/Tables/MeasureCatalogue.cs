using System.Globalization;

namespace SystemSim.Analysis;

/// <summary>Every measure that comes out, in the order of the tables.</summary>
public static class MeasureCatalogue
{
    /// <summary>Names of the tables, in order.</summary>
    public static ImmutableArray<string> Tables { get; } =
    ["population", "activity", "money", "positions", "gains", "appraisal", "local_value"];

    private static string[] ValueMeasures =>
        [
            .. from bias in (string[])["", "_after_bias"]
            from kind in (string[])["fiscal", "economic", "social"]
            select $"net_present_value_{kind}{bias}",
        ];

    private static string[] RatioMeasures =>
        [
            .. from bias in (string[])["", "_after_bias"]
            from kind in (string[])["fiscal", "public"]
            select $"benefit_cost_ratio_{kind}{bias}",
        ];

    /// <summary>All measures.</summary>
    public static ImmutableArray<MeasureEntry> All { get; } =
    [
        new("people", "population", "people", "Living people at the end of the year or step") { IsStock = true },
        new("dead", "population", "people", "People who died since the start, by last age band") { IsStock = true, CountsFromStart = true },
        new("births", "population", "people", "Births"),
        new("deaths", "population", "people", "Deaths"),
        new("migration", "population", "people", "Net migration"),
        new("residual", "population", "people", "Net flow that makes people follow control totals"),
        new("quality_adjusted_life_years", "population", "years", "Years lived, each weighted by its quality"),
        new("need_led", "activity", "", "Contacts asked because of need"),
        new("referred", "activity", "", "Contacts that arrived by referral"),
        new("failure_demand", "activity", "", "Contacts that came back because something was not done, or not done right"),
        new("diverted", "activity", "", "Contacts asked by people who left unmet"),
        new("asked", "activity", "", "All contacts asked; who waits is asked again in each step"),
        new("delivered", "activity", "", "Contacts given; starts where there are places"),
        new("unmet", "activity", "", "Contacts asked less contacts given"),
        new("left", "activity", "", "Contacts that left unmet"),
        new("waiting", "activity", "", "Contacts waiting at the end of the year or step") { IsStock = true },
        new("in_places", "activity", "people", "People in places at the end of the year or step") { IsStock = true },
        new("ended", "activity", "people", "People whose stay in places ended"),
        new("volume", "activity", "", "Activity: contacts, bed-days or person-years"),
        new("capacity", "activity", "", "Physical capacity a year, or places, at the end of the year or step")
        {
            IsStock = true,
            IsLimit = true,
        },
        new("helped", "activity", "contacts", "Contacts given by all discretionary services together, with draws") { IsOfDraws = true },
        new("provider_cost", "money", MeasureEntry.Money, "Gross cost to the provider"),
        new("charges", "money", MeasureEntry.Money, "Charges to users"),
        new("payment", "money", MeasureEntry.Money, "Payment by the fund, net of charges"),
        new("full_cost", "money", MeasureEntry.Money, "Activity at full unit cost"),
        new("full_cost_fixed", "money", MeasureEntry.Money, "The fixed share of activity at full unit cost"),
        new("budget", "money", MeasureEntry.Money, "Budget of the year; forecast of a statutory service"),
        new("contingency", "money", MeasureEntry.Money, "Set aside at the start of the year, with what joined it"),
        new("budgeted_gap", "money", MeasureEntry.Money, "Floors that the fund's money did not reach"),
        new("fund_money", "money", MeasureEntry.Money, "Money of the year that the fund divides"),
        new("share_of_money", "money", MeasureEntry.Share, "The budgets of a tier's services in a fund, as a share of its money"),
        new(
            "raided",
            "money",
            MeasureEntry.Money,
            "What a tier would have more had it kept the share of the fund's money of its first year; negative where it has more"
        ),
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
        new(
            "into_risk_reserve",
            "positions",
            MeasureEntry.Money,
            "Paid into a pool's risk reserve, negative when it is given back; no gain or loss"
        ),
        new("provider_surplus", "positions", MeasureEntry.Money, "Payments and charges less cost of what the organisation provides"),
        new("returned", "positions", MeasureEntry.Money, "Underspend that leaves the place"),
        new("reserves", "positions", MeasureEntry.Money, "General reserves, or a pool's risk reserve, at the end of the year")
        {
            IsStock = true,
        },
        new(
            "deficit",
            "positions",
            MeasureEntry.Money,
            "Carried deficit (NHS, ring-fenced accounts) or unfunded gap (others) at the end of the year"
        )
        {
            IsStock = true,
        },
        new(
            "earmarked_reserves",
            "positions",
            MeasureEntry.Money,
            "A reserve for a purpose, named in the place of a fund, at the end of the year"
        )
        {
            IsStock = true,
        },
        new("borrowing", "positions", MeasureEntry.Money, "Day-to-day cost that is met by borrowing; no gain"),
        new("receipts_used", "positions", MeasureEntry.Money, "Day-to-day cost, and reserves, met by the sale of assets; no gain"),
        new("debt_repaid", "positions", MeasureEntry.Money, "Debt for day-to-day cost that is repaid; no loss"),
        new("debt_interest", "positions", MeasureEntry.Money, "Interest on debt for day-to-day cost, and on deficits of accounts"),
        new("centre_meets", "positions", MeasureEntry.Money, "What the centre pays a ring-fenced account: grant, share of overspends"),
        new("account_deficit", "positions", MeasureEntry.Money, "Deficit that passes from a ring-fenced account to its owner"),
        new("income_lost", "positions", MeasureEntry.Money, "Income that assets sold for day-to-day cost brought before"),
        new("debt", "positions", MeasureEntry.Money, "Debt for day-to-day cost at the end of the year") { IsStock = true },
        new("assets_sold", "positions", MeasureEntry.Money, "What assets sold for day-to-day cost have brought since the start")
        {
            IsStock = true,
            CountsFromStart = true,
        },
        new("passed_on", "positions", MeasureEntry.Money, "What passes from bodies that end to those that take on what they have; no gain"),
        new("debt_passed_on", "positions", MeasureEntry.Money, "Debt for day-to-day cost that passes on with it"),
        new("brought_in", "positions", MeasureEntry.Money, "What a body that begins brings from elsewhere; no gain"),
        new("debt_brought_in", "positions", MeasureEntry.Money, "Debt for day-to-day cost that it brings with it"),
        new("section_114", "positions", "notices", "1 while a section 114 notice is in force at the end of the year, else 0")
        {
            IsStock = true,
        },
        new("position", "positions", MeasureEntry.Money, "Reserves less deficit, debt and assets sold at the end of the year")
        {
            IsStock = true,
        },
        new(
            "spend",
            "positions",
            MeasureEntry.Money,
            "Own payments, with break charges and transaction costs, contributions and risk share, less shared underspend and ring-fence settlements, and interest on debt"
        ),
        new(Funding.Measure, "positions", MeasureEntry.Money, "A line of income, named in the place of a fund"),
        Bridge("last_year", "Spending of the year before, from which the bridge starts"),
        Bridge("inflation", "What prices add to last year's spending"),
        Bridge("demography", "What change in people adds to a statutory service, at last year's prices and rates"),
        Bridge("demand", "What all else that changes activity adds to a statutory service, at last year's prices"),
        Bridge("investment", "What is spent more on a discretionary service than prices explain, at last year's prices"),
        Bridge("savings", "Change in the savings delivered on other spending, negative when they grow"),
        Bridge("contracts", "Change in payment that neither price nor activity explains"),
        Bridge("pools", "Change in what is paid into pools, less what comes back"),
        Bridge("arrangement", "Last year's payment for services that another fund pays for from this year on"),
        Bridge("financing", "Change in the interest on debt for day-to-day cost"),
        Bridge("other", "Other spending apart from indices and savings; what a pool itself costs"),
        Bridge("interaction", "What drivers do together: more activity at higher prices"),
        new(
            "gap_in_council_tax",
            "positions",
            MeasureEntry.Share,
            "Unfunded gap at the end of the year, as a share of the year's council tax"
        )
        {
            IsStock = true,
        },
        new("reserves_run_out", "positions", "years", "Years until general reserves are at their floor; in the row of that year")
        {
            TellsWhen = true,
        },
        new(
            "reserves_gone",
            "positions",
            MeasureEntry.Probability,
            "Draws in which reserves above the floor do not cover some year: it ends with a deficit or gap"
        ),
        new(
            "section_114_comes",
            "positions",
            MeasureEntry.Probability,
            "Draws in which a section 114 notice is in force at the end of some year"
        ),
        new(
            "draws_left_out",
            "positions",
            MeasureEntry.Probability,
            "Draws that broke a rule and are left out of everything else that is said of draws"
        ),
        new(
            "cheapest",
            "positions",
            MeasureEntry.Probability,
            "Draws in which it turns away no more and loses no more life than the baseline, and no other such option spends less over all years; equal ones share a draw"
        ),
        new(
            "spend_together",
            "positions",
            MeasureEntry.Money,
            "Spend of all accounts in the year, with draws; its range does not follow from theirs"
        )
        {
            IsOfDraws = true,
        },
        new(
            "spend_to_date",
            "positions",
            MeasureEntry.Money,
            "Spend of an account, or of all together, up to the year, less the same in the baseline, with draws; in the prices with which the scenario leads"
        )
        {
            IsOfDraws = true,
            IsDifference = true,
            IsStock = true,
            CountsFromStart = true,
        },
        new(
            CostOfInaction.Measure,
            "positions",
            MeasureEntry.Money,
            "What the baseline spends to date more than the option that costs least of those that never turn away more people than today; in the rows of that option"
        )
        {
            IsDifference = true,
            IsOfChoice = true,
            IsStock = true,
            CountsFromStart = true,
        },
        new(
            "breaks_even",
            "positions",
            MeasureEntry.Probability,
            "Draws that break even: spend to date is not above the baseline's at the end of this year and of every year after it"
        )
        {
            IsDifference = true,
            IsStock = true,
        },
        new(
            "never_breaks_even",
            "positions",
            MeasureEntry.Probability,
            "Draws that never break even: spend to date is above the baseline's at the end of the last year"
        )
        {
            IsDifference = true,
        },
        .. Acceptability.UsualWorths.Select(Best),
        new("cash", "gains", MeasureEntry.Money, "Cost that the provider no longer has, less the same in the baseline")
        {
            IsDifference = true,
        },
        new("capacity_freed", "gains", MeasureEntry.Money, "Avoided activity whose cost is still held as capacity") { IsDifference = true },
        new("stranded", "gains", MeasureEntry.Money, "Avoided activity whose cost is fixed") { IsDifference = true },
        new("borne_by_provider", "gains", MeasureEntry.Money, "What of the capacity freed and stranded the provider bears")
        {
            IsDifference = true,
        },
        new("borne_by_payers", "gains", MeasureEntry.Money, "What of the capacity freed and stranded the payers bear, users among them")
        {
            IsDifference = true,
        },
        new("receives", "gains", MeasureEntry.Money, "Change in income and provider surplus; of a pool, in what partners pay in")
        {
            IsDifference = true,
        },
        new("invests", "gains", MeasureEntry.Money, "Change in spend and other spending; of a pool, in payments, set-up and running")
        {
            IsDifference = true,
        },
        new("leaves", "gains", MeasureEntry.Money, "Change in what leaves the place") { IsDifference = true },
        new(
            "gain",
            "gains",
            MeasureEntry.Money,
            "Change in position over the year, without what went into or came from a pool's risk reserve, less the same in the baseline"
        )
        {
            IsDifference = true,
        },
        new("gain_to_date", "gains", MeasureEntry.Money, "Sum of the gains up to the year; in real terms of each year's real gain")
        {
            IsDifference = true,
            IsStock = true,
            CountsFromStart = true,
            SumOf = "gain",
        },
        new("better_off", "gains", MeasureEntry.Probability, "Draws in which the gains over all years are above nothing"),
        new("discounted_cost", "appraisal", MeasureEntry.Money, "Cost to the public purse in the year, discounted"),
        new("net_present_cost", "appraisal", MeasureEntry.Money, "Sum of the discounted cost of all years"),
        new(
            "discounted_charges",
            "appraisal",
            MeasureEntry.Money,
            "Charges to users in the year, discounted: no part of the cost to the public purse"
        ),
        new(
            "discounted_quality_adjusted_life_years",
            "appraisal",
            "years",
            "Quality-adjusted life years of all years, discounted at the rates of health"
        ),
        Difference("net_present_value_fiscal", MeasureEntry.Money, "Net present cost saved, and stated fiscal values of outcomes"),
        Difference("net_present_value_economic", MeasureEntry.Money, "What people and businesses gain, as stated for outcomes"),
        Difference(
            "net_present_value_social",
            MeasureEntry.Money,
            "What users are charged less, and what health and wellbeing are worth, as stated for outcomes"
        ),
        Difference(
            "net_present_value_fiscal_after_bias",
            MeasureEntry.Money,
            "The same with costs raised and benefits lowered by optimism bias"
        ),
        Difference(
            "net_present_value_economic_after_bias",
            MeasureEntry.Money,
            "The same with costs raised and benefits lowered by optimism bias"
        ),
        Difference(
            "net_present_value_social_after_bias",
            MeasureEntry.Money,
            "The same with costs raised and benefits lowered by optimism bias"
        ),
        Difference("benefit_cost_ratio_fiscal", MeasureEntry.Ratio, "Fiscal benefits for each pound of cost"),
        Difference(
            "benefit_cost_ratio_public",
            MeasureEntry.Ratio,
            "Public value for each pound of cost: fiscal, economic and social benefits added up"
        ),
        Difference(
            "benefit_cost_ratio_fiscal_after_bias",
            MeasureEntry.Ratio,
            "The same with costs raised and benefits lowered by optimism bias"
        ),
        Difference(
            "benefit_cost_ratio_public_after_bias",
            MeasureEntry.Ratio,
            "The same with costs raised and benefits lowered by optimism bias"
        ),
        Difference(
            "cost_put_in",
            MeasureEntry.Money,
            "Present value of what ratios are taken to: the fiscal lines that come to cost more, or what the appraisal names as invested in"
        ),
        Difference("cost_put_in_after_bias", MeasureEntry.Money, "The same with costs raised and benefits lowered by optimism bias"),
        .. ValueMeasures.Select(measure => Worthwhile(measure, "_above_0", "Draws in which it is above nothing")),
        .. RatioMeasures.SelectMany(measure =>
            new[]
            {
                Worthwhile(measure, "_above_1", "Draws in which it is above 1"),
                Worthwhile(measure, "_none", "Draws that have no such ratio, because there is no cost to take it to"),
                Worthwhile(measure, "_little_cost", "Draws in which the cost is less than a hundredth of the benefits, or nothing"),
            }
        ),
        Difference(
            "payback_years",
            "years",
            "Discounted payback: years until the discounted fiscal value to date is no longer below nothing; in the row of that year"
        ) with
        {
            TellsWhen = true,
        },
        Local("paid_to_public", MeasureEntry.Money, "Payments to public providers"),
        Local("paid_to_voluntary", MeasureEntry.Money, "Payments to voluntary providers"),
        Local("paid_to_private", MeasureEntry.Money, "Payments to private providers"),
        Local("paid_in_place", MeasureEntry.Money, "Payments to providers of the place: the first round of LM3"),
        Local("paid_elsewhere", MeasureEntry.Money, "Payments to providers of other places"),
        Local("local_round_2", MeasureEntry.Money, "Second round: what providers spend in the place"),
        Local("local_round_3", MeasureEntry.Money, "Third round: what their staff and suppliers spend there again"),
        Local(
            "lm3_of_provider",
            MeasureEntry.Ratio,
            "LM3 of one provider: all three rounds for each pound it is paid; not an input-output multiplier"
        ),
        Local("local_jobs", "jobs", "Jobs that payments support, by stated jobs for each million"),
        Local("local_gva", MeasureEntry.Money, "Gross value added of payments"),
        Local("local_output", MeasureEntry.Money, "Output in the place by an input-output multiplier; not to be held beside LM3"),
        Local("share_in_place", MeasureEntry.Share, "Share of payments that goes to providers of the place"),
        Local("lm3", MeasureEntry.Ratio, "LM3: all three rounds for each pound paid to providers; not an input-output multiplier"),
    ];

    private static readonly Dictionary<string, MeasureEntry> ByName = All.ToDictionary(entry => entry.Name);

    private static readonly HashSet<string> AddedUp = [.. All.Select(entry => entry.SumOf).Where(name => name.Length > 0)];

    private static MeasureEntry Local(string name, string unit, string meaning) => new(name, "local_value", unit, meaning);

    private static MeasureEntry Bridge(string driver, string meaning) =>
        new($"bridge_{driver}", "positions", MeasureEntry.Money, meaning) { IsNominalOnly = true };

    private static MeasureEntry Best(double worth) =>
        new(
            Acceptability.MeasureAt(worth),
            "positions",
            MeasureEntry.Probability,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Draws in which no option has more net benefit over all years, spend against quality-adjusted life years at £{worth:#,0}; equal ones share a draw"
            )
        );

    private static MeasureEntry Worthwhile(string measure, string suffix, string meaning) =>
        Difference(measure + suffix, MeasureEntry.Probability, $"{meaning}: {measure}");

    private static MeasureEntry Difference(string name, string unit, string meaning) =>
        new(name, MeasureEntry.AppraisalTable, unit, meaning) { IsDifference = true };

    /// <summary>Whether another measure adds up its years.</summary>
    public static bool IsAddedUp(MeasureEntry measure) => AddedUp.Contains(measure.Name);

    /// <summary>A measure by name; null when there is none of that name.</summary>
    public static MeasureEntry? Find(string name) => ByName.GetValueOrDefault(name);
}
