namespace SystemSim.Places;

/// <summary>The starter model of a council as a scenario that a person can go on with: <c>Starter/scenario.yaml</c> with its
/// numbers.</summary>
public static class StarterScenario
{
    // Years whose middle people follow; the last is the first after the run.
    private static readonly int[] TotalYears = [2026, 2027, 2028, 2031, 2036];

    private static readonly string[] PeopleSourceNames = ["people_0_17", "people_18_64", "people_65_74", "people_75_up"];

    /// <summary>The text of <c>scenario.yaml</c>.</summary>
    /// <param name="model">The numbers.</param>
    /// <param name="shared">The way to the folder of shared files, with a slash at its end.</param>
    public static string Yaml(StarterModel model, string shared) => Template.Fill("scenario.yaml", Values(model), Texts(model, shared));

    private static Dictionary<string, double> Values(StarterModel model)
    {
        var england = England.Figures;
        var money = model.Council.Money;
        var (births, deaths, migration) = model.Council.FlowsAPerson;
        var (networks, classes, links) = model.Prevention;
        var (unallocated, earmarked) = model.Reserves;
        var (older, younger) = model.PeopleRange;
        var people = model.People;
        var all = people.All;
        return new()
        {
            // How far numbers may be off, as a share
            ["older±"] = older,
            ["younger±"] = younger,
            ["budget±"] = money.IsDerived ? 0.05 : 0.01,

            ["children"] = people.Children,
            ["working_age"] = people.WorkingAge,
            ["older"] = people.Older,
            ["oldest"] = people.Oldest,
            ["births"] = births * all,
            ["deaths"] = deaths * all,
            ["migration"] = migration * all,

            ["council_tax"] = Math.Min(money.CouncilTax, money.Budget),
            ["grants"] = Math.Max(0.0, money.Budget - money.CouncilTax),
            ["other_spending"] = money.Budget - money.CareNet,
            ["from_the_nhs"] = model.FromTheNhs,
            ["unallocated"] = unallocated,
            ["floor"] = unallocated * 0.5,
            ["earmarked"] = earmarked,
            ["allocation"] = model.Allocation,

            ["classes"] = classes,
            ["classes_most"] = classes * 2.4,
            ["networks"] = networks,
            ["networks_most"] = networks * 2.0,
            ["links"] = links,
            ["links_least"] = links * 0.5,
            ["links_most"] = links * 2.0,
            ["reablement"] = model.ReablementBudget,
            ["reablement_least"] = model.ReablementBudget * 0.5,
            ["reablement_most"] = model.ReablementBudget * 1.4,
            ["supported"] = england.SupportedAfterReablement,
            ["unless_reabled"] = StarterModel.HomeCareUnlessReabled,

            ["home_care_months"] = england.HomeYears * 12.0,
            ["homes_months"] = england.HomesYears * 12.0,
            ["home_care_week"] = model.Weeks.HomeCare,
            ["homes_week"] = model.Weeks.Homes,
            ["working_age_week"] = model.Weeks.WorkingAge,
            ["support_for_care"] = england.SupportForCare,
            ["support"] = model.Support / all,
            ["rest_of_care"] = model.RestOfCare / all,
            ["better_care_fund"] = model.BetterCareFund,
            ["better_care"] = model.BetterCareServices / all,
            ["rest_of_nhs"] = model.RestOfNhs / all,

            ["reablement_level"] = model.CareLevels.Reablement,
            ["home_care_level"] = model.CareLevels.HomeCare,
            ["homes_level"] = model.CareLevels.Homes,
            ["working_age_level"] = model.CareLevels.WorkingAge,
            ["ae_level"] = model.EmergencyLevels.Attendances,
            ["emergency_level"] = model.EmergencyLevels.Admissions,
            ["acute_level"] = model.NhsLevels.Acute,
            ["community_level"] = model.NhsLevels.Community,
            ["mental_level"] = model.NhsLevels.Mental,
            ["primary_level"] = model.NhsLevels.Primary,

            ["pool_from_the_nhs"] = model.BetterCareServices + links,
            ["set_up"] = model.PoolCosts.SetUp,
            ["running"] = model.PoolCosts.Running,
        };
    }

    /// <summary>The source of a band's people: one for all, or of a file one for each, since each was read from rows of its own.</summary>
    private static string PeopleSource(Council council, int band) => council.PeopleFrom is null ? "people" : PeopleSourceNames[band];

    private static string PeopleSources(Council council, string note)
    {
        if (council.PeopleFrom is not { } file)
        {
            var grade = council.IsProjectedWhole ? "A" : "B";
            return $"  people: {{title: \"ONS, 2022-based subnational projections, migration category variant, 24 June 2025 (OGL v3), {note}\", year: 2025, grade: {grade}, local: true}}";
        }

        return string.Join(
            '\n',
            file.Where.Select(
                (where, band) =>
                    $"  {PeopleSourceNames[band]}: {{title: \"{file.Layout}: {Quotable(file.File)}, {Quotable(where)} (SHA-256 {file.Sha256})\", grade: A, local: true}}"
            )
        );
    }

    /// <summary>A file's name within quotes.</summary>
    private static string Quotable(string name) =>
        string.Concat(name.Select(letter => letter is '"' or '\\' || char.IsControl(letter) ? '_' : letter));

    private static Dictionary<string, string> Texts(StarterModel model, string shared)
    {
        var council = model.Council;
        var note = council.PeopleFrom is { } file ? $"read from {Quotable(file.File)}"
            : council.StartsFromEstimate ? "taken down to the ONS estimate of mid-2024, which it is far above: derived"
            : council.IsProjectedWhole ? "sub-ICB locations that hold this council alone, added up"
            : "sub-ICB locations shared among their councils by age: derived";
        return new()
        {
            ["name"] = council.ShortName,
            ["shared"] = shared,
            ["start"] = note,
            ["people_sources"] = PeopleSources(council, note),
            ["source_children"] = PeopleSource(council, 0),
            ["source_working_age"] = PeopleSource(council, 1),
            ["source_older"] = PeopleSource(council, 2),
            ["source_oldest"] = PeopleSource(council, 3),
            ["money_title"] = council.Money.IsDerived
                ? "MHCLG, revenue outturn 2023/24 (OGL v3), carried to 2024/25 and to other lines as in England: derived, since no return was filed"
                : "MHCLG, local authority revenue outturn 2024/25 (OGL v3)",
            ["money_grade"] = council.Money.IsDerived ? "C" : "A",

            // What is nothing has no range, and is no assumption that anybody could mend.
            ["rest_of_care_source"] = StandIn(model.RestOfCare),
            ["better_care_source"] = StandIn(model.BetterCareServices),
            ["support_source"] = StandIn(model.Support),
            ["nhs_board"] = council.NhsBoard,
            ["totals_children"] = Totals(age => age.Children),
            ["totals_working_age"] = Totals(age => age.WorkingAge),
            ["totals_older"] = Totals(age => age.Older),
            ["totals_oldest"] = Totals(age => age.Oldest),
            ["price_level_note"] = model.PriceLevel < 1.0
                ? $" times {Written.Number(model.PriceLevel, 3)}, since that alone is more than is spent here"
                : "",
            ["rests"] = Rests.Sentence(model.RestOfCareShare, model.RestOfNhsShare),
            ["rest_of_care_finding"] = After(Rests.Finding(model.RestOfCareShare)),
            ["rest_of_nhs_finding"] = After(Rests.Finding(model.RestOfNhsShare)),
        };

        string Totals(Func<ByAge, double> of) =>
            string.Join(", ", TotalYears.Select(year => $"{Written.FinancialYear(year)}: {Written.People(of(model.PeopleIn(year)))}"));

        static string StandIn(double money) => money > 0.0 ? "stand_in" : "fitted";

        static string After(string? sentence) => sentence is null ? "" : $" {sentence}";
    }
}
