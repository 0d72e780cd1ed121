namespace SystemSim.Places;

/// <summary>Puts the tables of figures together, council by council.</summary>
internal static class CouncilTables
{
    // Money is in thousands of pounds.
    private const double Thousand = 1e3;

    /// <summary>Reads all councils, by name.</summary>
    /// <param name="except">Names of those that are left out.</param>
    public static IEnumerable<Council> Read(IEnumerable<string> except)
    {
        var projected = FigureTable.Open("people_projected").Rows.ToLookup(row => row["code"]);
        var estimated = FigureTable.Open("people_estimated").By("code");
        var flows = FigureTable.Open("flows").By("code");
        var money = FigureTable.Open("money").By("code");
        var care = FigureTable.Open("care").By("code");
        var nhs = FigureTable.Open("nhs").By("code");
        return
            from row in FigureTable.Open("councils").Rows.OrderBy(row => row["name"], StringComparer.Ordinal)
            where !except.Contains(row["name"])
            let code = row["code"]
            select new Council
            {
                Code = code,
                NewCode = TextOrNone(row["code_from_april_2025"]),
                Name = row["name"],
                AlsoCalled = TextOrNone(row["also_called"]),
                Region = row["region"],
                Kind = row["kind"],
                IsInnerLondon = row["inner_london"] == "yes",
                NhsBoard = row["icb"],
                IsProjectedWhole = row["projection_basis"] == "whole",
                StartsFromEstimate = row["starts_from"] == "estimate",
                Deprivation = row.Number("deprivation_2025"),
                Projected = projected[code].ToImmutableSortedDictionary(year => (int)year.Number("mid_year"), year => year.Ages()),
                Estimated = estimated[code].Ages(),
                FlowsAPerson = FlowsOf(flows[code]),
                Money = MoneyOf(money[code]),
                Care = CareOf(care[code]),
                Nhs = NhsOf(nhs[code]),
            };
    }

    private static string? TextOrNone(string text) => text.Length == 0 ? null : text;

    private static (double Births, double Deaths, double Migration) FlowsOf(ImmutableDictionary<string, string> row)
    {
        var people = row.Number("population");
        return (row.Number("births") / people, row.Number("deaths") / people, row.Number("net_migration") / people);
    }

    /// <summary>Who filed no return for 2024/25 has its net spending of the year before, carried as England's, and England's
    /// proportions.</summary>
    private static CouncilMoney MoneyOf(ImmutableDictionary<string, string> row)
    {
        var net = row.Number("care_net") * Thousand;
        if (row.NumberOrNone("care_gross") is { } gross)
        {
            return new(
                net,
                gross * Thousand,
                row.Number("net_revenue_expenditure") * Thousand,
                row.Number("council_tax_requirement") * Thousand,
                IsDerived: false
            );
        }

        var england = England.Figures;
        net *= england.CareGrowthLastYear;
        var budget = net / england.CareShareOfBudget;
        return new(net, net * england.GrossOverNet, budget, budget * england.TaxShareOfBudget, IsDerived: true);
    }

    private static CareCounts CareOf(ImmutableDictionary<string, string> row) =>
        new(
            row.Number("long_term_18_64"),
            row.Number("long_term_18_64_at_home"),
            row.Number("long_term_65_up"),
            row.Number("long_term_65_up_at_home"),
            row.Number("care_home_admissions_65_up"),
            row.Number("community_care_users_31_march"),
            row.NumberOrNone("reablement_new_clients"),
            row.NumberOrNone("hospital_discharges_65_up_to_reablement")
        );

    private static NhsFigures NhsOf(ImmutableDictionary<string, string> row) =>
        new(
            row.Number("registered_people"),
            new(
                row.Number("weighted_acute"),
                row.Number("weighted_community"),
                row.Number("weighted_mental_health"),
                row.Number("weighted_primary_medical")
            ),
            (row.Number("core_allocation_by_need") + row.Number("primary_medical_by_need")) * Thousand
        );
}
