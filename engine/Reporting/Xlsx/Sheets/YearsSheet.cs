using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>The medium-term plan of what is chosen: an option, and the place or one organisation.</summary>
internal static class YearsSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "Medium-term plan";

    /// <summary>What the line is called that must be 0.</summary>
    public const string Check = "Check: surplus or (gap), set aside and met add up to 0";

    /// <summary>The sheet.</summary>
    /// <param name="source">What sheets share.</param>
    /// <param name="lines">The sheet of the lines.</param>
    public static XlsxSheet Make(SheetSource source, XlsxSheet lines)
    {
        var plans = source.Plans;
        var told = XlsxSheet.Told([
            SheetCell.Of(
                $"Central run, in cash of each year; whole {(plans.InThousands ? "thousands of pounds" : "pounds")} that add up as shown."
            ),
            SheetCell.Of("The first year is the base: pressures and savings change spending from the second year on."),
            .. source.Warnings,
            SheetCell.Of("Choose an option and an organisation in the two cells below; everything else follows."),
        ]);
        // Below the title and the lines stand two choices, and then the headings.
        var (option, account) = (Chosen(told.Length + 2), Chosen(told.Length + 3));
        var shown = plans.Years.First(table => table.Option == source.Shown && table.Account == YearsTable.Place);
        var sheet = new PlanSheet(source, lines, told.Length + 5, ("Plan_option", option), ("Plan_account", account));
        var spending = Part(PlanPart.Spending, "= Spending");
        var funding = Part(PlanPart.Funding, "= Funding");
        var gap = sheet.Add("Result", "Surplus or (gap) of the year: funding less spending", isSum: true, year =>
            ($"{sheet.Cell(funding, year)}-{sheet.Cell(spending, year)}", sheet.Units(funding, year) - sheet.Units(spending, year))
        );
        sheet.Add("Result", "Cumulative surplus or (gap)", isSum: false, year =>
            (
                $"SUM(${sheet.Cell(gap, 0)}:{sheet.Cell(gap, year)})",
                Enumerable.Range(0, year + 1).Sum(past => sheet.Units(gap, past))
            )
        );
        var need = sheet.Add("Result", "Savings requirement: what must be saved a year so that no gap is left", isSum: false, year =>
            ($"MAX(0,-{sheet.Cell(gap, year)})", Math.Max(0, -sheet.Units(gap, year)))
        );
        sheet.Add("Result", "Savings requirement, new in the year", isSum: false, year => year == 0
            ? (sheet.Cell(need, 0), sheet.Units(need, 0))
            : ($"{sheet.Cell(need, year)}-{sheet.Cell(need, year - 1)}", sheet.Units(need, year) - sheet.Units(need, year - 1))
        );
        var aside = Part(PlanPart.SetAside, "= Returned or set aside");
        var met = Part(PlanPart.Met, "= Met by reserves or carried");
        sheet.Add("Check", Check, isSum: false, year =>
            (
                $"{sheet.Cell(gap, year)}+{(aside < 0 ? "0" : sheet.Cell(aside, year))}+{sheet.Cell(met, year)}",
                sheet.Units(gap, year) + (aside < 0 ? 0 : sheet.Units(aside, year)) + sheet.Units(met, year)
            )
        );
        var reserves = Held(YearsTable.General);
        foreach (var name in plans.Years.SelectMany(table => table.Lines).Where(IsElseAtTheEnd).Select(line => line.Name).Distinct())
        {
            Held(name);
        }

        if (plans.Years.Any(table => table.Floor is not null))
        {
            Floor(reserves);
        }

        return new XlsxSheet
        {
            Name = Name,
            Title = $"Medium-term plan: {PlainText.Of(source.Scenario.Title)}, {plans.Symbol}, nominal",
            Lines = told,
            Choices =
            [
                new("Option", source.OptionTitle(source.Shown), ChoicesSheet.Options),
                new("Organisation", YearsTable.Place, ChoicesSheet.Accounts),
            ],
            Table = "medium_term_plan",
            Holds = "Base budget, pressures, savings, funding, gap, reserves and savings requirement of one option and organisation",
            Columns = sheet.Columns,
            FrozenColumns = 2,
            Rows = sheet.Rows,
            Chart = new SheetChart("Surplus or (gap) of the year, and general reserves", 2, [gap], [reserves]),
        };

        static string Chosen(int row) => string.Create(CultureInfo.InvariantCulture, $"$B${row}");

        // Lines that any plan has, in the order in which they come first; -1 where there are none.
        int Part(PlanPart part, string sum)
        {
            string[] names =
            [
                .. plans.Years.SelectMany(table => table.Lines)
                    .Where(line => line.Part == part && line.Units.Any(amount => amount != 0))
                    .Select(line => line.Name)
                    .Distinct(),
            ];
            int[] rows = [.. names.Select(name => sheet.LookUp(PlanText.Of(part), name, year => UnitsOf(part, name, year)))];
            return rows.Length == 0
                ? part is PlanPart.SetAside ? -1 : sheet.Add(PlanText.Of(part), sum, isSum: true, _ => ("0", 0))
                : sheet.Sum(PlanText.Of(part), sum, rows[0], rows[^1]);
        }

        static bool IsElseAtTheEnd(PlanLine line) => line.Part == PlanPart.AtTheEnd && line.Name != YearsTable.General;

        int Held(string name) =>
            sheet.LookUp(PlanText.Of(PlanPart.AtTheEnd), name, year => UnitsOf(PlanPart.AtTheEnd, name, year));

        long UnitsOf(PlanPart part, string name, int year) =>
            shown.Lines.Where(line => line.Part == part && line.Name == name).Sum(line => line.Units[year]);

        void Floor(int reserves)
        {
            var floor = sheet.Add(PlanText.Of(PlanPart.AtTheEnd), "Floor of general reserves", isSum: false, _ =>
                ($"SUMPRODUCT(({ChoicesSheet.Accounts}={account})*1,{ChoicesSheet.Floors})", shown.Floor ?? 0)
            );
            sheet.Add(PlanText.Of(PlanPart.AtTheEnd), "General reserves above or (below) their floor", isSum: true, year =>
                ($"{sheet.Cell(reserves, year)}-{sheet.Cell(floor, year)}", sheet.Units(reserves, year) - sheet.Units(floor, year))
            );
        }
    }
}
