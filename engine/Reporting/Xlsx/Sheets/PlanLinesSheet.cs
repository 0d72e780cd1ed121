namespace SystemSim.Reporting;

/// <summary>The lines of all plans and pool accounts: what the printed sheets look up.</summary>
internal static class PlanLinesSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "Plan lines";

    /// <summary>Column of the first year.</summary>
    public const int FirstYear = 4;

    /// <summary>Names of the columns that formulas speak of, in the order of the columns.</summary>
    public static readonly ImmutableArray<string> Columns = ["Plan_option", "Plan_account", "Plan_part", "Plan_line"];

    /// <summary>The sheet; null where no organisation has books.</summary>
    public static XlsxSheet? Make(SheetSource source)
    {
        var plans = source.Plans;
        ImmutableArray<ImmutableArray<SheetCell>> rows =
        [
            .. from table in plans.Years
               from line in table.Lines
               where line.Units.Any(amount => amount != 0)
               select Row(source, table.Option, table.Account, PlanText.Of(line.Part), line.Name, line.Units),
            .. from table in plans.Pools
               from line in table.Lines
               let part = plans.Named(PlanText.Of(line.Part), table.Pool)
               select Row(source, table.Option, PlanText.Pool(table.Pool), part, PlanText.Of(line), line.Units),
        ];
        return rows.IsEmpty
            ? null
            : new XlsxSheet
            {
                Name = Name,
                Title = $"Plan lines: what the medium-term plan and the pool accounts are made of, {plans.Symbol}, nominal",
                Lines =
                [
                    SheetCell.Of("Central run, in whole units that add up. The sheets with drop-downs look their lines up here."),
                ],
                Table = "plan_lines",
                Holds = "Every line of every plan and pool account, by option and account",
                Columns = [new("Option"), new("Account"), new("Part"), new("Line"), .. source.YearColumns],
                FrozenColumns = FirstYear,
                Names = [.. Columns.Select((name, column) => (name, column))],
                Rows = rows,
            };
    }

    /// <summary>A formula for a line of what is chosen, in one year.</summary>
    /// <param name="lines">The sheet of the lines.</param>
    /// <param name="where">Columns, by their names, and the cells that hold what is looked for.</param>
    /// <param name="year">The year.</param>
    public static string LookUp(XlsxSheet lines, IEnumerable<(string Column, string Cell)> where, int year) =>
        $"SUMPRODUCT({string.Join('*', where.Select(part => $"({part.Column}={part.Cell})"))},{lines.BodyOf(FirstYear + year)})";

    private static ImmutableArray<SheetCell> Row(
        SheetSource source,
        string option,
        string account,
        string part,
        string line,
        IEnumerable<long> units
    ) =>
        [
            SheetCell.Of(source.OptionTitle(option)),
            SheetCell.Of(account),
            SheetCell.Of(part),
            SheetCell.Of(line),
            .. units.Select(amount => SheetCell.Of(amount, CellStyle.Whole)),
        ];
}
