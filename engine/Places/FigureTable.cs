using System.IO.Compression;
using CsvHelper;

namespace SystemSim.Places;

/// <summary>A table of official figures that the program carries with it: <c>Figures/README.md</c> says what each holds.</summary>
internal sealed class FigureTable
{
    private readonly ImmutableArray<ImmutableDictionary<string, string>> rows;

    private FigureTable(ImmutableArray<ImmutableDictionary<string, string>> rows) => this.rows = rows;

    /// <summary>The rows, each by the name of its column.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>> Rows => rows;

    /// <summary>Opens a table.</summary>
    /// <param name="name">Its name, without an ending.</param>
    public static FigureTable Open(string name)
    {
        using var compressed = typeof(FigureTable).Assembly.GetManifestResourceStream($"{name}.csv")!;
        using var text = new StreamReader(new GZipStream(compressed, CompressionMode.Decompress));
        using var csv = CsvReader.FromText(text.ReadToEnd(), new CsvReaderOptions { HasHeader = false });
        var columns = csv.Read() ? Cells.Of(csv) : [];
        var rows = ImmutableArray.CreateBuilder<ImmutableDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(columns.Zip(Cells.Of(csv)).ToImmutableDictionary(cell => cell.First, cell => cell.Second));
        }

        return new(rows.ToImmutable());
    }

    /// <summary>The rows by one of their columns, which is different in each.</summary>
    public IReadOnlyDictionary<string, ImmutableDictionary<string, string>> By(string column) => rows.ToDictionary(row => row[column]);
}

/// <summary>What a cell holds.</summary>
internal static class Cells
{
    /// <summary>The cells of the row at hand.</summary>
    public static string[] Of(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    /// <summary>A number that is always there.</summary>
    public static double Number(this ImmutableDictionary<string, string> row, string column) =>
        double.Parse(row[column], CultureInfo.InvariantCulture);

    /// <summary>A number; null where none was published.</summary>
    public static double? NumberOrNone(this ImmutableDictionary<string, string> row, string column) =>
        row[column].Length == 0 ? null : row.Number(column);

    /// <summary>The numbers of the columns by age.</summary>
    public static ByAge Ages(this ImmutableDictionary<string, string> row) =>
        new(row.Number("age_0_17"), row.Number("age_18_64"), row.Number("age_65_74"), row.Number("age_75_up"));
}
