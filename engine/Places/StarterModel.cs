namespace SystemSim.Places;

/// <summary>The numbers of a council's starter model, in the order in which each follows from those before it: people, care by the counts,
/// care money, the NHS by need, and what is left over.</summary>
/// <remarks>Money is in £ of the year that its name says. <c>Figures/README.md</c> has the figures, decision 046 the choices.</remarks>
public sealed class StarterModel
{
    // Of those who ask for reablement nine in ten get it, and of those who do not, 44% start home care, in the place of 22.9%: about half,
    // as a trial has it.
    internal const double ReablementMet = 0.9;
    internal const double HomeCareUnlessReabled = 0.44;

    // What the shared indices come to: prices of care from 2024/25 to 2026/27, the GDP deflator likewise, growth of the NHS's money for a
    // year.
    private const double CarePrices = 1.029 * 1.029;
    private const double GeneralPrices = 1.02 * 1.02;
    private const double NhsGrowth = 1.035;

    // Shared rates of charges: what users pay of each.
    private const double HomeCharges = 0.12;
    private const double HomesCharges = 0.25;
    private const double WorkingAgeCharges = 0.05;

    private static readonly NeedFor<ImmutableArray<string>> Groups = new(
        ["planned_inpatient", "outpatient"],
        ["community_health"],
        ["mental_health"],
        ["gp"]
    );

    private readonly England england = England.Figures;

    /// <summary>Works the numbers out.</summary>
    /// <param name="council">The council.</param>
    public StarterModel(Council council)
    {
        Council = council;
        var (fromYear, toYear) = (council.Projected[2025], council.Projected[2026]);

        // 1 April is three quarters of the way from one 30 June to the next.
        People = fromYear.With(toYear, (from, to) => from + (0.75 * (to - from))).With(Correction, (people, share) => people * share);
        NotAtHome = council.Care.Older - council.Care.OlderAtHome;
        CountsAreImpossible = council.Care.Admissions > NotAtHome;
        FitCare();
        FitCareMoney();
        FitNhs();
    }

    /// <summary>The council.</summary>
    public Council Council { get; }

    /// <summary>People on 1 April 2026.</summary>
    public ByAge People { get; }

    /// <summary>Whether fewer people were not at home in the year than were admitted to a home in it, so that England's share is
    /// taken.</summary>
    public bool CountsAreImpossible { get; }

    /// <summary>People in home care at any time.</summary>
    public double InHomeCare { get; private set; }

    /// <summary>People in care homes at any time.</summary>
    public double InHomes { get; private set; }

    /// <summary>People of 18 to 64 supported at any time.</summary>
    public double WorkingAge { get; private set; }

    /// <summary>By how much the shared rates of asking are multiplied, so that the counts come out.</summary>
    public (double Reablement, double HomeCare, double Homes, double WorkingAge) CareLevels { get; private set; }

    /// <summary>Reablement episodes asked for in a year.</summary>
    public double ReablementAsked { get; private set; }

    /// <summary>By how much England's costs of care are multiplied: 1, or less where they alone would come to more than is spent.</summary>
    public double PriceLevel { get; private set; }

    /// <summary>What a week costs, gross, in 2024/25: home care, care homes, support at 18 to 64.</summary>
    public (double HomeCare, double Homes, double WorkingAge) Weeks { get; private set; }

    /// <summary>Long-term care, gross, in 2024/25.</summary>
    public double LongTermCare { get; private set; }

    /// <summary>Social work, commissioning and other short-term support, gross, in 2024/25.</summary>
    public double Support { get; private set; }

    /// <summary>What is left of gross spending on care, in 2024/25.</summary>
    public double RestOfCare { get; private set; }

    /// <summary>The rest of gross spending as a share of it, before costs are lowered: below 0 where shared rates come to more than is
    /// spent.</summary>
    public double RestOfCareShare { get; private set; }

    /// <summary>Money of the NHS in gross spending on care, in 2024/25: gross less net less what users pay at the shared shares.</summary>
    public double FromTheNhs { get; private set; }

    /// <summary>By how much the shared rates of NHS services are multiplied, so that all ages together ask as the need index
    /// says.</summary>
    public NeedFor<double> NhsLevels { get; private set; } = new(1, 1, 1, 1);

    /// <summary>The same of A&amp;E and of emergency admissions, of which England's contacts a person are published.</summary>
    public (double Attendances, double Admissions) EmergencyLevels { get; private set; }

    /// <summary>The NHS's allocation for residents, by need, in 2025/26.</summary>
    public double Allocation { get; private set; }

    /// <summary>The NHS's least contribution to the Better Care Fund by need, in 2026/27.</summary>
    public double BetterCareFund { get; private set; }

    /// <summary>What of it is not in the council's care already, in 2026/27: the NHS's own community care in a pool.</summary>
    public double BetterCareServices { get; private set; }

    /// <summary>What is left of the NHS's allocation, in 2026/27.</summary>
    public double RestOfNhs { get; private set; }

    /// <summary>The rest as a share of the allocation.</summary>
    public double RestOfNhsShare { get; private set; }

    /// <summary>Budgets of prevention and the voluntary sector, in 2026/27: so much for each person as in the shipped place of
    /// Plymouth.</summary>
    public (double Networks, double Classes, double Links) Prevention =>
        (18.5 * People.SixtyFiveUp, 2.94 * People.SixtyFiveUp, 1.37 * People.All);

    /// <summary>What it costs to set a pool up, and to run it for a year: so much for each person as in the shipped place of
    /// Plymouth.</summary>
    public (double SetUp, double Running) PoolCosts => (1.8 * People.All, 1.1 * People.All);

    /// <summary>Budget of reablement, in 2026/27.</summary>
    public double ReablementBudget => ReablementMet * ReablementAsked * england.Cost("reablement");

    /// <summary>People in the middle of a year.</summary>
    /// <param name="year">A year that is projected.</param>
    public ByAge PeopleIn(int year) => Council.Projected[year].With(Correction, (people, share) => people * share);

    /// <summary>Reserves on 31 March 2025 by kind of council: unallocated, and earmarked.</summary>
    public (double Unallocated, double Earmarked) Reserves
    {
        get
        {
            var kind = FigureTable.Open("reserves").By("kind")[Council.Kind];
            var budgets = kind.Number("net_revenue_expenditure");
            return (
                kind.Number("unallocated") / budgets * Council.Money.Budget,
                kind.Number("earmarked") / budgets * Council.Money.Budget
            );
        }
    }

    /// <summary>How far people may be off, as a share: 65 and over, and younger.</summary>
    public (double Older, double Younger) PeopleRange =>
        Council.IsInnerLondon ? (0.06, 0.06)
        : Council.IsProjectedWhole ? (0.01, 0.01)
        : (0.02, 0.04);

    private double NotAtHome { get; }

    /// <summary>Where the projection is far from the later estimate, all years are taken down to it in proportion.</summary>
    private ByAge Correction =>
        Council.StartsFromEstimate
            ? Council.Estimated.With(Council.Projected[2025], (estimated, projected) => estimated / projected)
            : new(1, 1, 1, 1);

    private void FitCare()
    {
        var care = Council.Care;
        WorkingAge = England.AnyTime(care.WorkingAge);
        InHomeCare = (CountsAreImpossible ? care.Older * england.ShareAtHome : care.OlderAtHome) * england.HomeAnyTime;
        InHomes = (CountsAreImpossible ? care.Older * (1.0 - england.ShareAtHome) : NotAtHome) * england.HomesAnyTime;

        // In England: so many are reabled, and what they do not bring to home care comes by itself.
        var reabled = england.ReabledAPerson * england.People.SixtyFiveUp;
        var reablement = reabled / ReablementMet / england.People.Times(england.Rates("reablement"));
        var byItself = (england.HomeStartsAPerson * england.People.SixtyFiveUp) - (reabled / ReablementMet * HomeStartsAnAsking);
        var homeCare = byItself / england.People.Times(england.Rates("home_care"));

        // Here: both in that proportion, so that as many start as the count says.
        var starts = InHomeCare / england.HomeYears;
        var asked = People.Times(england.Rates("reablement")) * reablement;
        var level = starts / ((asked * HomeStartsAnAsking) + (People.Times(england.Rates("home_care")) * homeCare));
        ReablementAsked = asked * level;
        CareLevels = (
            reablement * level,
            homeCare * level,
            InHomes / england.HomesYears / People.Times(england.Rates("care_home")),
            WorkingAge / 20.0 / People.Times(england.Rates("working_age_care"))
        );
    }

    private double HomeStartsAnAsking =>
        (ReablementMet * england.SupportedAfterReablement) + ((1.0 - ReablementMet) * HomeCareUnlessReabled);

    private void FitCareMoney()
    {
        var gross = Council.Money.CareGross;
        var (networks, classes, _) = Prevention;
        var prevention = (networks + classes) / GeneralPrices;
        var atEnglandsCosts = Together(
            InHomeCare * england.HomeCareWeek,
            InHomes * england.CareHomeWeek,
            WorkingAge * england.WorkingAgeWeek
        );
        var reablement = ReablementBudget / GeneralPrices;

        // Reablement is part of short-term support.
        double SupportAt(double level) => Math.Max(0.0, (england.SupportForCare * atEnglandsCosts * level) - reablement);
        double RestAt(double level) => gross - prevention - reablement - (atEnglandsCosts * level) - SupportAt(level);

        RestOfCareShare = RestAt(1.0) / gross;
        PriceLevel = RestOfCareShare >= 0.0 ? 1.0 : (gross - prevention) / (atEnglandsCosts * (1.0 + england.SupportForCare));
        LongTermCare = atEnglandsCosts * PriceLevel;
        Support = SupportAt(PriceLevel);
        RestOfCare = Math.Max(0.0, RestAt(PriceLevel));
        Weeks = (england.HomeCareWeek * PriceLevel, england.CareHomeWeek * PriceLevel, england.WorkingAgeWeek * PriceLevel);
        var charges = Together(
            InHomeCare * Weeks.HomeCare * HomeCharges,
            InHomes * Weeks.Homes * HomesCharges,
            WorkingAge * Weeks.WorkingAge * WorkingAgeCharges
        );
        FromTheNhs = Math.Max(0.0, gross - Council.Money.CareNet - charges);
    }

    /// <summary>Three sums a week as one a year.</summary>
    private static double Together(double homeCare, double homes, double workingAge) => (homeCare + homes + workingAge) * England.Weeks;

    private void FitNhs()
    {
        var nhs = Council.Nhs;
        NhsLevels = nhs.Weighted.With(Groups, LevelOf);
        EmergencyLevels = (
            PublishedLevelOf("ae", england.AttendancesAPerson),
            PublishedLevelOf("emergency_admission", england.AdmissionsAPerson)
        );

        // The allocation is of those registered here; residents have as much a head, and England has more registered than residents.
        Allocation = nhs.Allocation / nhs.Registered * People.All * (england.Registered / england.People.All);
        var cost = Groups.With(NhsLevels, (services, level) =>
            services.Sum(service => People.Times(england.Rates(service)) * level * england.Cost(service)));
        var emergency =
            (People.Times(england.Rates("ae")) * EmergencyLevels.Attendances * england.Cost("ae"))
            + (People.Times(england.Rates("emergency_admission")) * EmergencyLevels.Admissions * england.Cost("emergency_admission"));
        var (_, _, links) = Prevention;
        var weight = (nhs.Weighted.Acute + nhs.Weighted.Community) / 2.0 / nhs.Registered;
        BetterCareFund = england.BetterCareAPerson * weight * People.All * (england.Registered / england.People.All) * NhsGrowth;
        var toCouncil = FromTheNhs * CarePrices;
        BetterCareServices = Math.Max(0.0, BetterCareFund - toCouncil - links);
        var allocation = Allocation * NhsGrowth;
        var modelled = emergency + cost.Acute + cost.Community + cost.Mental + cost.Primary + links;
        RestOfNhs = allocation - modelled - toCouncil - BetterCareServices;
        RestOfNhsShare = RestOfNhs / allocation;
        RestOfNhs = Math.Max(0.0, RestOfNhs);

        // As many contacts for each person as England has by the shared rates, times need: in the place of what its own ages would ask.
        double LevelOf(double weighted, ImmutableArray<string> services)
        {
            var here = services.Sum(service => People.Times(england.Rates(service)) * england.Cost(service)) / People.All;
            var everywhere = services.Sum(service => england.AskedAPerson(service) * england.Cost(service));
            return weighted / nhs.Registered * everywhere / here;
        }

        double PublishedLevelOf(string service, double everywhere) =>
            nhs.Weighted.Acute / nhs.Registered * everywhere / (People.Times(england.Rates(service)) / People.All);
    }
}
