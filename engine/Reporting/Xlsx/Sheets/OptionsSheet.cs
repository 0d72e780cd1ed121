namespace SystemSim.Reporting;

/// <summary>The options side by side, an option a column.</summary>
internal static class OptionsSheet
{
    private const int Width = 24;

    // Less is shown to the penny.
    private const double LeastWhole = 1e4;

    /// <summary>The sheet; null where it was not worked out.</summary>
    public static XlsxSheet? Make(SheetSource source)
    {
        if (source.Contents.Options is not { } table)
        {
            return null;
        }

        var rows = Rows(table).Where(row => row.Cells.Any(cell => cell.Text != SheetCell.NotApplicable)).ToArray();
        return new XlsxSheet
        {
            Name = "Options",
            Title = $"Options side by side: {PlainText.Of(source.Scenario.Title)}",
            Lines =
            [
                SheetCell.Of($"{table.Years[0]}{(table.Years.Length > 1 ? $" to {table.Years[^1]}" : "")}; money in {table.Pricing}."),
                .. Sentences(table.Note + OptionsRows.Grades(table)),
            ],
            Table = "options",
            Holds = "What each option costs, who pays, who goes without, and how sure that is",
            Columns = [new("What is asked", 30), .. table.Lines.Select(line => new SheetColumn(OptionsRows.NameOf(line), Width))],
            Rows = [.. rows.Select(row => row.Cells.Insert(0, SheetCell.Of(row.Name, CellStyle.Wrapped)))],
            Chart = table.Lines.Length == 1
                ? null
                : new SheetChart("Spending, more or (less), £", 1, [Array.FindIndex(rows, row => row.Name == More)], []),
        };
    }

    private const string More = "More or (less), £";

    private static IEnumerable<(string Name, ImmutableArray<SheetCell> Cells)> Rows(OptionsTable table)
    {
        yield return Row($"Spending over {table.Span}, £", line => Money(line.Spent));
        yield return Row(More, line => Money(line.Difference?.Middle));
        yield return Row("– low end of the likely range", line => Money(line.Difference?.Low));
        yield return Row("– high end", line => Money(line.Difference?.High));
        yield return Row("Next year", line => Text(line.NextYear is { } year ? table.Years[year] : ""));
        yield return Row("More or (less) in it, £", line => Money(line.InNextYear?.Middle));
        yield return Row("– low end of its likely range", line => Money(line.InNextYear?.Low));
        yield return Row("– its high end", line => Money(line.InNextYear?.High));
        yield return Row("Who pays", line => Text(OptionsRows.Payers(line).ToString()));
        yield return Row("Services ended or cut", line => Text(line.IsBaseline ? "" : OptionsRows.Losses(table, line)));
        yield return Row("People helped, contacts", line => Number(line.Helped, CellStyle.OnePlace));
        yield return Row("Turned away, contacts", line => Number(line.TurnedAway, CellStyle.OnePlace));
        yield return Row("Quality-adjusted life years, more or (fewer)", line => Number(line.LifeYears, CellStyle.OnePlace));
        yield return Row("Benefit for £1, £", line => Number(line.ForOnePound is { Tells: true } pound ? pound.Ratio : null, CellStyle.Ratio));
        yield return Row("– benefits less costs, £", line => Money(line.ForOnePound?.Net));
        yield return Row("– simulations with next to no cost", line => Number(line.ForOnePound?.LittleCost, CellStyle.Percent));
        yield return Row("Set, and nothing comes of it", line => Text(string.Join("; ", line.WithoutEffect)));
        yield return Row("What the effect rests on", line => Text(OptionsRows.Grades(line)));
        yield return Row(
            "Chance of being cheapest",
            line => line.Harm is { } harm ? Text($"set apart: {harm}") : Number(line.Cheapest, CellStyle.Percent)
        );
        yield return Row("Paid back by", line => Text(line.IsBaseline ? "" : OptionsRows.Payback(table, line)));

        (string, ImmutableArray<SheetCell>) Row(string name, Func<OptionLine, SheetCell> cell) => (name, [.. table.Lines.Select(cell)]);
    }

    /// <summary>The note, a sentence a line.</summary>
    private static IEnumerable<SheetCell> Sentences(string note) =>
        note.Split(". ").Select(sentence => SheetCell.Of(sentence.TrimEnd('.') + "."));

    // What shows as whole pounds is whole, so that nobody adds up what is not seen.
    private static SheetCell Money(Cited? amount) => amount is null ? SheetCell.Of(SheetCell.NotApplicable)
        : Math.Abs(amount.Value) < LeastWhole ? SheetCell.Money(Pennies.Of(amount.Value))
        : SheetCell.Of(Math.Round(amount.Value, MidpointRounding.AwayFromZero), CellStyle.Whole);

    private static SheetCell Number(Cited? number, CellStyle style) =>
        number is null ? SheetCell.Of(SheetCell.NotApplicable) : SheetCell.Of(number.Value, style);

    private static SheetCell Text(string text) =>
        text is "" or "–" ? SheetCell.Of(SheetCell.NotApplicable) : SheetCell.Of(text, CellStyle.Wrapped);
}
