using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Puts a printed sheet together: lines that are looked up for what is chosen, and sums of them, both live formulas.</summary>
internal sealed class PlanSheet
{
    private const int FirstYear = 2;

    private readonly SheetSource source;
    private readonly XlsxSheet lines;
    private readonly int firstRow;
    private readonly ImmutableArray<(string Column, string Cell)> chosen;
    private readonly ImmutableArray<ImmutableArray<SheetCell>>.Builder rows = ImmutableArray.CreateBuilder<ImmutableArray<SheetCell>>();

    /// <summary>Starts a sheet.</summary>
    /// <param name="source">What sheets share.</param>
    /// <param name="lines">The sheet of the lines.</param>
    /// <param name="firstRow">First row of the table's body, from 1.</param>
    /// <param name="chosen">Columns of the lines, by their names, and the cells in which they are chosen, or quoted texts.</param>
    public PlanSheet(SheetSource source, XlsxSheet lines, int firstRow, params ImmutableArray<(string Column, string Cell)> chosen)
    {
        (this.source, this.lines, this.firstRow, this.chosen) = (source, lines, firstRow, chosen);
    }

    /// <summary>The rows so far.</summary>
    public ImmutableArray<ImmutableArray<SheetCell>> Rows => rows.ToImmutable();

    /// <summary>The columns of the sheet.</summary>
    public ImmutableArray<SheetColumn> Columns => [new("Part", 22), new("Line", 46), .. source.YearColumns];

    /// <summary>Adds a line that is looked up.</summary>
    /// <returns>Its row, from 0.</returns>
    public int LookUp(string part, string line, Func<int, long> units)
    {
        var row = Number(firstRow + rows.Count);
        return Add(part, line, isSum: false, year =>
            (
                PlanLinesSheet.LookUp(lines, chosen.Concat([("Plan_part", $"$A{row}"), ("Plan_line", $"$B{row}")]), year),
                units(year)
            )
        );
    }

    /// <summary>Adds a line of a formula.</summary>
    /// <param name="part">Its part.</param>
    /// <param name="line">What it is called.</param>
    /// <param name="of">Gives the formula and what it comes to in a year.</param>
    /// <param name="isSum">Whether it stands out.</param>
    /// <returns>Its row, from 0.</returns>
    public int Add(string part, string line, bool isSum, Func<int, (string Formula, long Units)> of)
    {
        rows.Add([
            SheetCell.Of(part, isSum ? CellStyle.Strong : CellStyle.Text),
            SheetCell.Of(line, isSum ? CellStyle.StrongWrapped : CellStyle.Wrapped),
            .. Enumerable.Range(0, source.Years.Length).Select(year =>
            {
                var (formula, units) = of(year);
                return new SheetCell(null, units, isSum ? CellStyle.StrongWhole : CellStyle.Whole, formula);
            }),
        ]);
        return rows.Count - 1;
    }

    /// <summary>Adds the sum of rows that follow each other.</summary>
    public int Sum(string part, string line, int first, int last) =>
        Add(part, line, isSum: true, year =>
            ($"SUM({Cell(first, year)}:{Cell(last, year)})", Range(first, last).Sum(row => Units(row, year)))
        );

    /// <summary>The cell of a row in a year.</summary>
    public string Cell(int row, int year) => $"{SheetXml.Column(FirstYear + year)}{Number(firstRow + row)}";

    /// <summary>What a row comes to in a year.</summary>
    public long Units(int row, int year) => (long)rows[row][FirstYear + year].Number;

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);
}
