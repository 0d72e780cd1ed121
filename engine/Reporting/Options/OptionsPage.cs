namespace SystemSim.Reporting;

/// <summary>The options side by side as a table of a page, an option a column.</summary>
internal static class OptionsPage
{
    /// <summary>The table.</summary>
    public static PageTable Make(OptionsTable table) =>
        new(
            $"Options side by side, {table.Years[0]}{(table.Years.Length > 1 ? $" to {table.Years[^1]}" : "")}, {table.Pricing}",
            ["", .. table.Lines.Select(OptionsRows.NameOf)],
            [
                .. OptionsRows
                    .Of(table)
                    .Select(row =>
                        (ImmutableArray<PageCell>)
                            [
                                new PageCell(Harmless.Text(row.Name)),
                                .. row.Cells.Select(cell => new PageCell(cell.ToString()) { Says = cell }),
                            ]
                    ),
            ]
        )
        {
            Note = table.Note + Harmless.Text(OptionsRows.Grades(table)),
        };
}
