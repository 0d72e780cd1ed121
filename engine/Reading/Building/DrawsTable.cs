using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A table of draws made elsewhere: a column a number, named by its path; a row a draw, from draw 1 on; values in base
/// units.</summary>
internal static class DrawsTable
{
    /// <summary>Reads the table.</summary>
    /// <param name="named">Its name, where it is named.</param>
    /// <param name="numbers">The numbers of the scenario.</param>
    /// <param name="context">Takes problems.</param>
    /// <param name="files">Opens the table.</param>
    public static ImmutableArray<GivenDraws> Read(Scalar named, NamedNumbers numbers, Context context, ScenarioFiles files)
    {
        var file = FilePaths.Beside(named.At.File, named.Text);
        if (files.Table(file, named) is not { } text)
        {
            return [];
        }

        try
        {
            using var csv = CsvTable.Open(text);
            var header = csv.Read() ? CsvTable.Cells(csv) : [];
            if (header.Length == 0 || !IsHeader(header, numbers, file, context))
            {
                return header.Length > 0 ? [] : Nothing(file, context);
            }

            var columns = header.Select(_ => ImmutableArray.CreateBuilder<double>()).ToArray();
            while (csv.Read())
            {
                AddRow(columns, header, CsvTable.Cells(csv), new Spot(file, csv.LineNumber, 1), context);
            }

            return columns[0].Count == 0
                ? Nothing(file, context)
                : [.. header.Zip(columns, (name, values) => new GivenDraws(name, values.ToImmutable()))];
        }
        catch (CsvFormatException wrong)
        {
            context.Problems.Add(
                Codes.NotDraws,
                new Spot(file, 1, 1),
                $"the table is not CSV: {char.ToLowerInvariant(wrong.Message[0])}{wrong.Message[1..]}"
            );
            return [];
        }
    }

    private static ImmutableArray<GivenDraws> Nothing(string file, Context context)
    {
        context.Problems.Add(
            Codes.NotDraws,
            new Spot(file, 1, 1),
            "the table holds no draws.",
            "its first line has the paths of numbers, each further line a draw."
        );
        return [];
    }

    private static bool IsHeader(string[] header, NamedNumbers numbers, string file, Context context)
    {
        var before = context.Problems.Errors;
        foreach (var column in header.Where(column => !numbers.IsKnown(column)))
        {
            context.Problems.Add(
                Codes.DrawsColumn,
                new Spot(file, 1, 1),
                $"there is no number '{column}'.",
                Suggestions.Hint(column, numbers.Names, "numbers")
            );
        }

        foreach (var column in header.GroupBy(column => column).Where(same => same.Count() > 1))
        {
            context.Problems.Add(Codes.DrawsColumn, new Spot(file, 1, 1), $"the column '{column.Key}' is here twice.");
        }

        foreach (
            var (column, other) in header
                .SelectMany((column, at) => header[(at + 1)..].Select(other => (column, other)))
                .Where(pair => pair.column != pair.other && numbers.AreOne(pair.column, pair.other))
        )
        {
            context.Problems.Add(
                Codes.DrawsColumn, new Spot(file, 1, 1), $"'{column}' and '{other}' are one number.",
                "keep one of the columns, or say under draws.apart that they are drawn apart.");
        }

        return context.Problems.Errors == before;
    }

    private static void AddRow(ImmutableArray<double>.Builder[] columns, string[] header, string[] cells, Spot at, Context context)
    {
        if (cells.Length != header.Length)
        {
            context.Problems.Add(Codes.NotDraws, at, $"the row has {cells.Length} cells, and there are {header.Length} columns.");
            return;
        }

        for (var column = 0; column < cells.Length; column++)
        {
            if (!double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                context.Problems.Add(
                    Codes.DrawsValue, at, $"'{cells[column]}' in column '{header[column]}' is not a number.",
                    cells[column].Contains(',') ? "write a point, and nothing between thousands: 1234.5." : null);
            }

            columns[column].Add(value);
        }
    }
}
