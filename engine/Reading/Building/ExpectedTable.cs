using System.Collections.Immutable;
using CsvHelper;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A table of expected answers: columns as in the tidy files, as many as are needed, and the value.</summary>
/// <param name="file">Name of the table.</param>
/// <param name="context">The scenario's names and years; takes problems.</param>
internal sealed class ExpectedTable(string file, Context context)
{
    // The unit follows from the measure, and is passed over.
    private static readonly ImmutableArray<string> Columns =
    [
        "option", "against", "year", "step", "measure",
        .. ExpectedRow.Names.Select(name => name.Column),
        "price_base", "unit", "statistic", "draw", "value",
    ];

    /// <summary>Reads the table that an expectation names.</summary>
    /// <param name="expectation">The expectation.</param>
    /// <param name="from">Name of the file that holds it.</param>
    /// <param name="context">The scenario's names and years; takes problems.</param>
    /// <param name="files">Opens the table.</param>
    /// <returns>The table; null when it could not be read.</returns>
    public static Expectation? Read(ReadExpectation expectation, string from, Context context, ScenarioFiles files)
    {
        var named = expectation.Table!;
        var file = FilePaths.Beside(from, named.Text);
        return files.Table(file, named) is { } text
            ? new Expectation.Table(
                named.At.ToString(), file, new ExpectedTable(file, context).Rows(text, expectation.Within), expectation.Within)
            : null;
    }

    private ImmutableArray<Expectation.Equality> Rows(string text, double within)
    {
        var rows = ImmutableArray.CreateBuilder<Expectation.Equality>();
        try
        {
            using var csv = CsvTable.Open(text);
            if (Next(csv) is not { } header)
            {
                Report(Codes.NotTable, "the table holds nothing.", $"its first line names the columns: {string.Join(", ", Columns)}.");
                return [];
            }

            var isHeader = IsHeader(header);
            while (isHeader && Next(csv) is { } cells)
            {
                if (Row(header, cells, new Spot(file, csv.LineNumber, 1))?.Read(within) is { } row)
                {
                    rows.Add(row);
                }
            }
        }
        catch (CsvFormatException wrong)
        {
            Report(Codes.NotTable, $"the table is not CSV: {char.ToLowerInvariant(wrong.Message[0])}{wrong.Message[1..]}");
        }

        return rows.ToImmutable();
    }

    private static string[]? Next(CsvReader csv) => csv.Read() ? CsvTable.Cells(csv) : null;

    private bool IsHeader(string[] header)
    {
        var before = context.Problems.Errors;
        foreach (var column in header.Where(column => !Columns.Contains(column)))
        {
            Report(Codes.TableColumn, $"'{column}' is not a column of the answers.", Suggestions.Hint(column, Columns, "columns"));
        }

        foreach (var column in header.GroupBy(column => column).Where(same => same.Count() > 1))
        {
            Report(Codes.TableColumn, $"the column '{column.Key}' is here twice.");
        }

        foreach (var column in (string[])["measure", "value"])
        {
            // A column that is misspelt is not missing as well.
            if (!header.Contains(column) && context.Problems.Errors == before)
            {
                Report(Codes.TableColumn, $"the table has no column '{column}'.");
            }
        }

        return context.Problems.Errors == before;
    }

    private ExpectedRow? Row(string[] header, string[] cells, Spot at)
    {
        if (cells.Length != header.Length)
        {
            context.Problems.Add(Codes.NotTable, at, $"the row has {cells.Length} cells, and there are {header.Length} columns.");
            return null;
        }

        var stated = header.Zip(cells.Select(AsWritten), KeyValuePair.Create).Where(cell => cell.Value.Length > 0);
        return new ExpectedRow(new Dictionary<string, string>(stated), at, context);
    }

    /// <summary>The text of a cell: answers have an apostrophe in front of what a spreadsheet would take for a formula.</summary>
    private static string AsWritten(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;

    private void Report(Code code, string problem, string? hint = null) => context.Problems.Add(code, new Spot(file, 1, 1), problem, hint);
}
