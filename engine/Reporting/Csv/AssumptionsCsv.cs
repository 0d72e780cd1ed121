using System.Globalization;
using System.Text;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Writes the assumptions log for people and programs to read: <c>assumptions.csv</c>.</summary>
/// <remarks>
/// UTF-8 with a byte order mark, by which Excel knows it: titles and notes have letters that are not ASCII. Lines end in a line feed; text
/// is written as <see cref="CsvText"/> says; empty where there is nothing; numbers with all their digits.
/// </remarks>
internal static class AssumptionsCsv
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "assumptions.csv";

    /// <summary>Writes the log.</summary>
    public static byte[] Write(AssumptionsLog log)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', AssumptionsText.Columns.Select(column => column.Name)).Append('\n');
        foreach (var entry in log.Entries)
        {
            text.AppendJoin(',', AssumptionsText.Columns.Select(column => Cell(column.Of(entry)))).Append('\n');
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(object? value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => CsvText.Cell(text),
        _ => "",
    };
}
