using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A table of draws made elsewhere: a column a number, named by its path; a row a draw, from draw 1 on; values in base units.</summary>
internal static class DrawsTable
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads the table.</summary>
    /// <param name="named">Its name, where it is named.</param>
    /// <param name="numbers">The numbers of the scenario, by path.</param>
    /// <param name="context">Takes problems.</param>
    /// <param name="files">Opens the table.</param>
    public static ImmutableArray<GivenDraws> Read(Scalar named, Dictionary<string, Quantity> numbers, Context context, ScenarioFiles files)
    {
        var file = FilePaths.Beside(named.At.File, named.Text);
        if (files.Text(file, named) is not { } text)
        {
            return [];
        }

        try
        {
            using var csv = CsvReader.FromText(text, Options);
            var header = csv.Read() ? Cells(csv) : [];
            if (header.Length == 0 || !IsHeader(header, numbers, file, context))
            {
                return header.Length > 0 ? [] : Nothing(file, context);
            }

            var columns = header.Select(_ => ImmutableArray.CreateBuilder<double>()).ToArray();
            while (csv.Read())
            {
                AddRow(columns, header, Cells(csv), new Spot(file, csv.LineNumber, 1), context);
            }

            return columns[0].Count == 0
                ? Nothing(file, context)
                : [.. header.Zip(columns, (name, values) => new GivenDraws(name, values.ToImmutable()))];
        }
        catch (CsvFormatException wrong)
        {
            context.Problems.Add(
                Codes.NotDraws, new Spot(file, 1, 1), $"the table is not CSV: {char.ToLowerInvariant(wrong.Message[0])}{wrong.Message[1..]}");
            return [];
        }
    }

    private static string[] Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static ImmutableArray<GivenDraws> Nothing(string file, Context context)
    {
        context.Problems.Add(
            Codes.NotDraws, new Spot(file, 1, 1), "the table holds no draws.", "its first line has the paths of numbers, each further line a draw.");
        return [];
    }

    private static bool IsHeader(string[] header, Dictionary<string, Quantity> numbers, string file, Context context)
    {
        var before = context.Problems.Errors;
        foreach (var column in header.Where(column => !numbers.ContainsKey(column)))
        {
            context.Problems.Add(
                Codes.DrawsColumn, new Spot(file, 1, 1), $"there is no number '{column}'.", Suggestions.Hint(column, [.. numbers.Keys], "numbers"));
        }

        foreach (var column in header.GroupBy(column => column).Where(same => same.Count() > 1))
        {
            context.Problems.Add(Codes.DrawsColumn, new Spot(file, 1, 1), $"the column '{column.Key}' is here twice.");
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
                context.Problems.Add(Codes.DrawsValue, at, $"'{cells[column]}' in column '{header[column]}' is not a number.");
            }

            columns[column].Add(value);
        }
    }
}
