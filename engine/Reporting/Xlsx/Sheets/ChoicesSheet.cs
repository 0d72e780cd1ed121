using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>What drop-downs offer.</summary>
internal static class ChoicesSheet
{
    /// <summary>Defined names of the cells with options, with accounts of plans, with the floors of their reserves.</summary>
    public const string Options = "Choices_options", Accounts = "Choices_accounts", Floors = "Choices_floors";

    private const string SheetName = "Choices";

    // Below the title and one line.
    private const int FirstRow = 4;

    /// <summary>The sheet.</summary>
    public static XlsxSheet Make(SheetSource source)
    {
        var options = OptionsOf(source);
        var accounts = AccountsOf(source);
        return new XlsxSheet
        {
            Name = SheetName,
            Title = "Choices: what the drop-downs offer",
            Lines =
            [
                SheetCell.Of($"{SheetCell.NotApplicable} fills the shorter column. Floors are of general reserves, {source.Plans.Symbol}."),
            ],
            Table = "choices",
            Holds = "Options and organisations to choose from, with the floors of reserves",
            Columns = [new("Option"), new("Organisation"), new("Floor of general reserves")],
            Rows =
            [
                .. Enumerable
                    .Range(0, Math.Max(options.Length, accounts.Length))
                    .Select(row =>
                        ImmutableArray.Create(
                            SheetCell.Of(row < options.Length ? options[row] : SheetCell.NotApplicable),
                            SheetCell.Of(row < accounts.Length ? accounts[row].Account : SheetCell.NotApplicable),
                            row < accounts.Length
                                ? SheetCell.Of(accounts[row].Floor ?? 0, CellStyle.Whole)
                                : SheetCell.Of(SheetCell.NotApplicable)
                        )
                    ),
            ],
        };
    }

    /// <summary>Defined names of its cells.</summary>
    public static IEnumerable<(string Name, string Cell)> Names(SheetSource source) =>
        [
            (Options, Cells('A', OptionsOf(source).Length)),
            (Accounts, Cells('B', AccountsOf(source).Length)),
            (Floors, Cells('C', AccountsOf(source).Length)),
        ];

    private static string[] OptionsOf(SheetSource source) => [.. source.Answers.Options.Select(option => option.Title)];

    private static YearsTable[] AccountsOf(SheetSource source) =>
        [.. source.Plans.Years.Where(table => table.Option == source.Answers.Options[0].Id.Name)];

    private static string Cells(char column, int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{SheetNames.Quoted(SheetName)}!${column}${FirstRow}:${column}${FirstRow + count - 1}"
        );
}
