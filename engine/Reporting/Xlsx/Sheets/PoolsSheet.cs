using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>The accounts of the pools of an option, partner by partner: the section 75 statement.</summary>
internal static class PoolsSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "Section 75";

    /// <summary>What the line is called that must be 0.</summary>
    public const string Check = "Check: variance, shares, reserves and what is returned add up to 0";

    /// <summary>The sheet; null where no option has a pool.</summary>
    /// <param name="source">What sheets share.</param>
    /// <param name="lines">The sheet of the lines.</param>
    public static XlsxSheet? Make(SheetSource source, XlsxSheet lines)
    {
        var plans = source.Plans;
        if (plans.Pools.IsEmpty)
        {
            return null;
        }

        var told = XlsxSheet.Told(
        [
            SheetCell.Of("Central run, in cash of each year, as pool accounts are kept; whole units that add up as shown."),
            SheetCell.Of("A variance in brackets is an overspend; a share in brackets is money back."),
            .. source.Warnings,
            SheetCell.Of("Choose an option in the cell below."),
        ]);
        // Below the title and the lines stand one choice, and then the headings.
        var option = string.Create(CultureInfo.InvariantCulture, $"$B${told.Length + 2}");
        var firstRow = told.Length + 4;
        var shown = plans.Pools.Any(table => table.Option == source.Shown) ? source.Shown : plans.Pools[^1].Option;
        string[] pools = [.. plans.Pools.Select(table => table.Pool).Distinct()];
        // Where there are several, each part says of which it is.
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<SheetCell>>();
        var columns = new PlanSheet(source, lines, firstRow).Columns;
        foreach (var pool in pools)
        {
            var first = firstRow + rows.Count;
            var sheet = new PlanSheet(source, lines, first, ("Plan_option", option), ("Plan_account", Account(pool)));
            AddPool(sheet, plans, pool, shown);
            rows.AddRange(sheet.Rows);
        }

        return new XlsxSheet
        {
            Name = Name,
            Title = $"Section 75: contribution, spending, variance and who bears it, {plans.Symbol}, nominal",
            Lines = told,
            Choices = [new("Option", source.OptionTitle(shown), ChoicesSheet.Options)],
            Table = "pool_accounts",
            Holds = "What each partner pays into a pool, what is spent, the variance and each partner's share of it",
            Columns = columns,
            FrozenColumns = 2,
            Rows = rows.ToImmutable(),
        };

        static string Account(string pool) => $"\"{PlanText.Pool(pool).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void AddPool(PlanSheet sheet, Plans plans, string pool, string shown)
    {
        var paid = Part(PoolPart.Contribution, "= Contributions");
        var spent = Part(PoolPart.Spending, "= Spending of the pool");
        foreach (var (partner, contribution, own) in Partners())
        {
            sheet.Add(plans.Named("Variance", pool), partner, isSum: false, year =>
                ($"{sheet.Cell(contribution, year)}-{sheet.Cell(own, year)}", sheet.Units(contribution, year) - sheet.Units(own, year))
            );
        }

        var variance = sheet.Add(plans.Named("Variance", pool), "= Variance: under- or (over)spend of the pool", isSum: true, year =>
            ($"{sheet.Cell(paid.Sum, year)}-{sheet.Cell(spent.Sum, year)}", sheet.Units(paid.Sum, year) - sheet.Units(spent.Sum, year))
        );
        int[] settled =
        [
            Part(PoolPart.Share, "= Shares of the variance").Sum,
            Part(PoolPart.IntoReserve, "= Into the risk reserve").Sum,
            Part(PoolPart.Returned, "= Returned").Sum,
            Part(PoolPart.Kept, "= From or (into) the pool's reserve").Sum,
        ];
        sheet.Add(plans.Named("Check", pool), Check, isSum: false, year =>
            (
                string.Join('+', settled.Append(variance).Select(row => sheet.Cell(row, year))),
                settled.Append(variance).Sum(row => sheet.Units(row, year))
            )
        );

        if (plans.Pools.Any(table => table.Pool == pool && table.Lines.Any(line => line.Part == PoolPart.Owed)))
        {
            _ = Part(PoolPart.Owed, "= Owed by partners: beside the account");
        }

        (Dictionary<string, int> Rows, int Sum) Part(PoolPart part, string sum)
        {
            string[] names =
            [
                .. plans.Pools.Where(table => table.Pool == pool).SelectMany(table => table.Lines)
                    .Where(line => line.Part == part).Select(PlanText.Of).Distinct(),
            ];
            var called = plans.Named(PlanText.Of(part), pool);
            var rows = names.ToDictionary(name => name, name => sheet.LookUp(called, name, year => UnitsOf(part, name, year)));
            return (rows, sheet.Sum(called, sum, rows.Values.Min(), rows.Values.Max()));
        }

        IEnumerable<(string Partner, int Contribution, int Spent)> Partners() =>
            paid.Rows.Select(row => (row.Key, row.Value, spent.Rows[PlanText.Of(new PoolLine(PoolPart.Spending, row.Key, []))]));

        long UnitsOf(PoolPart part, string name, int year) =>
            plans
                .Pools.Where(table => table.Pool == pool && table.Option == shown)
                .SelectMany(table => table.Lines)
                .Where(line => line.Part == part && PlanText.Of(line) == name)
                .Sum(line => line.Units[year]);
    }
}
