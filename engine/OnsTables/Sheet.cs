using System.Text;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SystemSim.OnsTables;

/// <summary>One sheet of a table: of a workbook, or all there is of a CSV file.</summary>
/// <param name="Name">Its name; empty of a CSV file.</param>
/// <param name="Rows">Its rows that hold anything, with their numbers from 1.</param>
internal sealed record Sheet(string Name, IEnumerable<(int Number, string[] Cells)> Rows)
{
    // Beyond the largest that is published; a small file can hold very much of the same.
    private const int MostCharactersInPart = 64 * 1024 * 1024;

    // As many as a workbook can have.
    private const int MostColumns = 16_384;

    /// <summary>The sheets of a file, one by one, each while it is asked for.</summary>
    /// <param name="bytes">The bytes of a workbook (.xlsx), or of a CSV file.</param>
    /// <exception cref="OnsTableException">It is a workbook of another format.</exception>
    /// <remarks>A broken workbook throws whatever the library meets in it, which is the file's fault: it is read from memory.</remarks>
    public static IEnumerable<Sheet> In(byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK"u8) ? InWorkbook(bytes)
        : bytes.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])
            ? throw new OnsTableException("it is a workbook in the format of before 2007. Save it as .xlsx or CSV.")
        : [new("", InCsv(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')))];

    private static IEnumerable<(int Number, string[] Cells)> InCsv(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
        while (csv.Read())
        {
            yield return ((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }
    }

    private static IEnumerable<Sheet> InWorkbook(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(bytes, writable: false),
            isEditable: false,
            new OpenSettings { MaxCharactersInPart = MostCharactersInPart }
        );
        var book = document.WorkbookPart ?? throw new InvalidDataException();
        string[] texts =
        [
            .. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? [],
        ];
        foreach (var sheet in book.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id && book.TryGetPartById(id, out var part) && part is WorksheetPart worksheet)
            {
                yield return new(sheet.Name?.Value ?? "", InWorksheet(worksheet, texts));
            }
        }
    }

    private static IEnumerable<(int Number, string[] Cells)> InWorksheet(WorksheetPart part, string[] texts)
    {
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex?.Value is { } index ? (int)index : number + 1;
            yield return (number, Cells(row, texts));
        }
    }

    private static string[] Cells(Row row, string[] texts)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (column >= cells.Count && column < MostColumns)
            {
                cells.AddRange(Enumerable.Repeat("", column - cells.Count));
                cells.Add(Text(cell, texts));
            }
        }

        return [.. cells];
    }

    private static string Text(Cell cell, string[] texts)
    {
        var written = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value is not { } type ? written
            : type == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
            : type != CellValues.SharedString ? written
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Length ? texts[at]
            : "";
    }

    /// <summary>The column of a cell such as <c>AB12</c>, from 0.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + (letter - 'A') + 1;
        }

        return column - 1;
    }
}
