using CsvHelper;

namespace SystemSim.Reading;

/// <summary>Tables that people save from spreadsheets: cells parted by commas, semicolons or tabs, as the first line has them.</summary>
internal static class CsvTable
{
    /// <summary>Opens a table.</summary>
    /// <param name="text">Its text; the first line names the columns.</param>
    /// <exception cref="CsvFormatException">Thrown while it is read, where it is not well formed.</exception>
    public static CsvReader Open(string text) => CsvReader.FromText(text, new CsvReaderOptions
    {
        Separator = SeparatorOf(text),
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    });

    /// <summary>The cells of the row at hand.</summary>
    public static string[] Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    /// <summary>What parts the names of columns, which hold none of these themselves; a comma where there is one column alone.</summary>
    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan();
        var end = header.IndexOfAny('\r', '\n');
        header = end < 0 ? header : header[..end];
        return header.Contains(',') ? ',' : header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';
    }
}
