namespace SystemSim.Places;

/// <summary>Published totals of England, and what follows from them: what a place is held to where nothing of its own is known.</summary>
public sealed class England
{
    // From people in a year to people at any time, where they stay for 20 years (shared rate): 1 + 1/20.
    private const double YearToAnyTime = 1.05;

    // Weeks in a year, as places are paid for.
    internal const double Weeks = 365.25 / 7.0;

    private readonly Dictionary<(string Measure, string Year), double> totals;
    private readonly IReadOnlyDictionary<string, ImmutableDictionary<string, string>> shared;

    private England()
    {
        totals = FigureTable.Open("england").Rows.ToDictionary(row => (row["measure"], row["year"]), row => row.Number("value"));
        shared = FigureTable.Open("shared_rates").By("service");
        foreach (var row in FigureTable.Open("people_estimated").Rows)
        {
            People = People.With(row.Ages(), (sum, more) => sum + more);
        }

        foreach (var row in FigureTable.Open("nhs").Rows)
        {
            Registered += row.Number("registered_people");
        }
    }

    /// <summary>England, once.</summary>
    public static England Figures { get; } = new();

    /// <summary>People at mid-2024.</summary>
    public ByAge People { get; }

    /// <summary>People registered with practices: more than there are people.</summary>
    public double Registered { get; }

    /// <summary>Growth of net spending on adult social care from 2022/23 to 2024/25: what prices of care of that year are carried
    /// by.</summary>
    public double CareGrowth => totals[("care_net", "2024/25")] / totals[("care_net", "2022/23")];

    /// <summary>Growth of net spending on adult social care in the year to 2024/25.</summary>
    public double CareGrowthLastYear => totals[("care_net", "2024/25")] / totals[("care_net", "2023/24")];

    /// <summary>Gross over net spending on adult social care.</summary>
    public double GrossOverNet => totals[("care_gross", "2024/25")] / totals[("care_net", "2024/25")];

    /// <summary>Share of net revenue expenditure that is net spending on adult social care.</summary>
    public double CareShareOfBudget => totals[("care_net", "2024/25")] / totals[("net_revenue_expenditure", "2024/25")];

    /// <summary>Share of net revenue expenditure that is council tax.</summary>
    public double TaxShareOfBudget => totals[("council_tax_requirement", "2024/25")] / totals[("net_revenue_expenditure", "2024/25")];

    /// <summary>The Better Care Fund's least contribution of the NHS, 2025/26, in £ for each registered and weighted person.</summary>
    public double BetterCareAPerson => totals[("better_care_fund_minimum", "2025/26")] * 1e6 / Registered;

    /// <summary>People at home at any time, for each in the year: those with community care on 31 March who are 65 and over.</summary>
    public double HomeAnyTime => HomeNow / Total("long_term_65_up_at_home");

    /// <summary>Years in home care: people at any time over those who start in a year.</summary>
    public double HomeYears => HomeNow / (Total("long_term_65_up_at_home") - HomeNow);

    /// <summary>People in care homes at any time, for each who was not at home in the year: without those who came in it.</summary>
    public double HomesAnyTime => InHomesNow / NotAtHome;

    /// <summary>Years in a care home: people at any time over admissions.</summary>
    public double HomesYears => InHomesNow / Total("care_home_admissions_65_up");

    /// <summary>Share of people of 65 and over with long-term care who are at home.</summary>
    public double ShareAtHome => Total("long_term_65_up_at_home") / Total("long_term_65_up");

    /// <summary>A week of long-term support at 18 to 64, gross, in prices of 2024/25.</summary>
    public double WorkingAgeWeek =>
        totals[("long_term_money_18_64", "2022/23")] * 1e6 * CareGrowth / AnyTime(Total("long_term_18_64")) / Weeks;

    /// <summary>A week in a care home, gross, in prices of 2024/25.</summary>
    public double CareHomeWeek => totals[("care_home_week", "2022/23")] * CareGrowth;

    /// <summary>A week of home care, gross, in prices of 2024/25: what is left of the money for people of 65 and over.</summary>
    public double HomeCareWeek =>
        ((totals[("long_term_money_65_up", "2022/23")] * 1e6 * CareGrowth) - (InHomesNow * CareHomeWeek * Weeks)) / HomeNow / Weeks;

    /// <summary>Social work, commissioning and short-term support for each £1 of long-term care.</summary>
    public double SupportForCare => (1.0 / totals[("long_term_share_of_gross", "2022/23")]) - 1.0;

    /// <summary>Share of those reabled who go on to need support.</summary>
    public double SupportedAfterReablement => 1.0 - (Total("reablement_no_further_support") / Total("reablement_new_clients"));

    /// <summary>New clients of reablement for each person of 65 and over.</summary>
    public double ReabledAPerson => Total("reablement_new_clients") / totals[("people_65_up", "mid-2024")];

    /// <summary>Discharges to reablement for each new client.</summary>
    public double DischargedAClient => Total("hospital_discharges_65_up_to_reablement") / Total("reablement_new_clients");

    /// <summary>People starting home care in a year, for each person of 65 and over.</summary>
    public double HomeStartsAPerson => HomeNow / HomeYears / totals[("people_65_up", "mid-2024")];

    /// <summary>A&amp;E attendances for each person, 2023/24, all types.</summary>
    public double AttendancesAPerson => totals[("ae_attendances", "2023/24")] / totals[("people", "mid-2023")];

    /// <summary>Emergency admissions for each person, 2023/24.</summary>
    public double AdmissionsAPerson => totals[("emergency_admissions", "2023/24")] / totals[("people", "mid-2023")];

    /// <summary>From people of 18 to 64 in a year to people at any time.</summary>
    public static double AnyTime(double inTheYear) => inTheYear / YearToAnyTime;

    /// <summary>What a person of each age asks of a service in a year, by the shared rates.</summary>
    /// <param name="service">Its name.</param>
    public ByAge Rates(string service) => shared[service].Ages();

    /// <summary>What one contact costs in prices of 2026/27, by the shared costs.</summary>
    /// <param name="service">Its name.</param>
    public double Cost(string service) => shared[service].Number("cost_2026_27");

    /// <summary>What all people of England ask of a service in a year for each of them, by the shared rates.</summary>
    /// <param name="service">Its name.</param>
    public double AskedAPerson(string service) => People.Times(Rates(service)) / People.All;

    private double HomeNow => totals[("community_care_users", "31 March 2025")] - AnyTime(Total("long_term_18_64_at_home"));

    private double NotAtHome => Total("long_term_65_up") - Total("long_term_65_up_at_home");

    private double InHomesNow => NotAtHome - Total("care_home_admissions_65_up");

    private double Total(string measure) => totals[(measure, "2024/25")];
}
