using System.Globalization;
using System.Text;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Writes observations as tidy CSV: one a row, under the one header of every tidy file.</summary>
/// <remarks>
/// Numbers are finite: one that is not is refused, though the checks of a run have left none.
/// UTF-8 without mark, lines ending in a line feed, text as <see cref="CsvText"/> writes it, numbers in the fewest digits that give the
/// same double back.
/// </remarks>
public static class TidyCsv
{
    private const int BufferedCharacters = 1 << 16;
    private const int LongestNumber = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a table.</summary>
    /// <param name="rows">The observations.</param>
    /// <param name="to">Receives the bytes; stays open.</param>
    public static void Write(ImmutableArray<Observation> rows, Stream to)
    {
        using var writer = new StreamWriter(to, Utf8, BufferedCharacters, leaveOpen: true);
        writer.Write(string.Join(',', Observation.Columns));
        writer.Write('\n');
        foreach (var row in rows)
        {
            Write(row, row.About.Statistic, row.About.Draw, writer);
        }
    }

    /// <summary>Writes one row.</summary>
    /// <param name="row">The observation.</param>
    /// <param name="statistic">What the value is of its distribution.</param>
    /// <param name="draw">Draw; null unless the row belongs to one.</param>
    /// <param name="writer">Receives it.</param>
    internal static void Write(Observation row, string statistic, long? draw, StreamWriter writer)
    {
        Cell(writer, row.About.Option);
        Cell(writer, row.About.Against);
        Cell(writer, row.Year);
        Cell(writer, row.Step);
        Cell(writer, row.About.Measure);
        Cell(writer, row.About.Organisation);
        Cell(writer, row.About.Fund);
        Cell(writer, row.About.Provider);
        Cell(writer, row.About.Service);
        Cell(writer, row.About.Tier);
        Cell(writer, row.About.Area);
        Cell(writer, row.About.AgeBand);
        Cell(writer, row.About.NeedState);
        Cell(writer, row.About.PriceBase);
        Cell(writer, row.About.Unit);
        Cell(writer, statistic);
        Cell(writer, draw);
        Number(writer, row.Value);
        writer.Write('\n');
    }

    private static void Cell(StreamWriter writer, long? whole)
    {
        if (whole is { } number)
        {
            writer.Write(number.ToString(CultureInfo.InvariantCulture));
        }

        writer.Write(',');
    }

    private static void Cell(StreamWriter writer, string text)
    {
        writer.Write(CsvText.Cell(text));
        writer.Write(',');
    }

    private static void Number(StreamWriter writer, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException("A number that is not finite was about to be written.");
        }

        // Zero has one sign.
        var number = value == 0.0 ? 0.0 : value;
        Span<char> digits = stackalloc char[LongestNumber];
        number.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
    }
}
