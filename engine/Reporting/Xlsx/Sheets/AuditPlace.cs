using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Where the audit's rows of one account stand, and how formulas speak of them.</summary>
internal sealed class AuditPlace
{
    private readonly int firstRow;
    private readonly int number;
    private int row;

    /// <summary>Starts without rows.</summary>
    /// <param name="source">What sheets share.</param>
    /// <param name="firstRow">First row of the account, from 1.</param>
    /// <param name="number">Number of the account.</param>
    /// <param name="book">Its books.</param>
    public AuditPlace(SheetSource source, int firstRow, int number, PennyBook book)
    {
        Source = source;
        Book = book;
        this.firstRow = firstRow;
        this.number = number;
    }

    /// <summary>What sheets share.</summary>
    public SheetSource Source { get; }

    /// <summary>The books of the account.</summary>
    public PennyBook Book { get; }

    /// <summary>The cell with the account's number.</summary>
    public string Key => $"${SheetXml.Column(AuditSheet.Number)}{Text(firstRow)}";

    /// <summary>The accounts whose gains are told together: itself alone, or bodies that end and all their successors.</summary>
    public IReadOnlyList<string> Together
    {
        get
        {
            var succession = Source.Answers.Options.First(option => option.Id.Name == Book.Ledger.Option).Place.Governance.Succession;
            string[] passing = [.. succession.SelectMany(part => (string[])[part.Ended.Name, part.Body.Name]).Distinct()];
            return passing.Contains(Book.Ledger.Name) ? passing : [Book.Ledger.Name];
        }
    }

    /// <summary>The cell of a year in one of the account's rows, counted from 0.</summary>
    public string Cell(int ofRow, int year) => $"{SheetXml.Column(AuditSheet.FirstYear + year)}{Text(firstRow + ofRow)}";

    /// <summary>The sum of a column of a sheet over the rows in which other columns are as they should be.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="column">Column to add up.</param>
    /// <param name="where">Columns with what they should be: a cell, a number or a quoted text.</param>
    public static string Sum(XlsxSheet sheet, int column, params (int Column, string Is)[] where) =>
        $"SUMIFS({sheet.Called(column)},{string.Join(',', where.Select(part => $"{sheet.Called(part.Column)},{part.Is}"))})";

    /// <summary>The next row.</summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="shows">What the row shows.</param>
    /// <param name="of">Gives the formula of a year, and the pennies that it comes to.</param>
    public ImmutableArray<SheetCell> Row(string check, string shows, Func<int, (string Formula, long Pennies)> of)
    {
        var cells = Enumerable.Range(0, Source.Years.Length).Select(of).ToArray();
        var range = $"{Cell(row, 0)}:{Cell(row, cells.Length - 1)}";
        row++;
        return
        [
            SheetCell.Of(Source.OptionTitle(Book.Ledger.Option)),
            SheetCell.Of(Book.Ledger.Title),
            SheetCell.Of(check),
            SheetCell.Of(shows),
            SheetCell.Of(number),
            .. cells.Select(cell => SheetCell.Money(cell.Formula, cell.Pennies)),
            SheetCell.Money($"MAX(MAX({range}),-MIN({range}))", cells.Max(cell => Math.Abs(cell.Pennies))),
        ];
    }

    /// <summary>Pennies by which the books of the pool and of its partners disagree in a year.</summary>
    public long Settled(int year) =>
        Source
            .Books.Where(other => other.Ledger.Option == Book.Ledger.Option)
            .Sum(other => other.Sum(year, line => line.Pool == Book.Ledger.Name));

    /// <summary>Pennies by which last year's spending and the drivers miss this year's.</summary>
    public long BridgeLeft(int year) => Book.SpendingIn(year - 1) + Book.Bridge.Sum(driver => driver.Pennies[year]) - Book.SpendingIn(year);

    /// <summary>Pennies of a year's gain that its lines leave unexplained.</summary>
    public long GainLeft(int year)
    {
        var before = Source.Books.FirstOrDefault(other =>
            other.Ledger.Option == Source.Scenario.Baseline.Name && other.Ledger.Name == Book.Ledger.Name
        );
        return Left(Book, year) - (before is null ? 0 : Left(before, year));
    }

    private static long Left(PennyBook book, int year) =>
        (year == 0 ? book.Opening : book.Closing[year - 1]) + book.Sum(year, _ => true) - book.Closing[year];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
