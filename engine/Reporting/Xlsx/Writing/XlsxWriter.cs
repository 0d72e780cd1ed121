using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace SystemSim.Reporting;

/// <summary>Writes a workbook as the bytes of an .xlsx file, the same ones every time.</summary>
internal static class XlsxWriter
{
    private const string SheetsId = "rId1";
    private const string PropertiesId = "rId2";
    private const string TableId = "rId1";
    private const string DrawingId = "rId2";

    // A zip file says when each of its files was made. Nothing is gained by the truth, and two writings would differ.
    private static readonly DateTimeOffset MadeAt = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook.</summary>
    /// <param name="book">The workbook.</param>
    /// <param name="to">Receives the bytes.</param>
    public static void Write(XlsxBook book, Stream to)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            document.CompressionOption = System.IO.Packaging.CompressionOption.Fast;
            Fill(document, book);
        }

        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                entry.LastWriteTime = MadeAt;
            }
        }

        memory.Position = 0;
        memory.CopyTo(to);
    }

    private static void Fill(SpreadsheetDocument document, XlsxBook book)
    {
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, SheetsId);
        var sheets = new Spreadsheet.Sheets();
        for (var row = 0; row < book.Sheets.Length; row++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"rId{row + 1}");
            Add(workbook.AddNewPart<WorksheetPart>(id), book.Sheets[row], row);
            sheets.Append(new Spreadsheet.Sheet { Name = book.Sheets[row].Name, SheetId = (uint)row + 1, Id = id });
        }

        var styles = workbook.AddNewPart<WorkbookStylesPart>("rIdStyles");
        styles.Stylesheet = XlsxStyles.Make();
        workbook.Workbook = new Spreadsheet.Workbook(
            new Spreadsheet.BookViews(new Spreadsheet.WorkbookView()),
            sheets,
            Names(book),
            new Spreadsheet.CalculationProperties { CalculationId = 191029 }
        );
        AddProperties(document, book.Title);
    }

    private static void Add(WorksheetPart part, XlsxSheet sheet, int row)
    {
        using (var stream = part.GetStream(FileMode.Create, FileAccess.Write))
        {
            SheetXml.Write(sheet, isFirst: row == 0, TableId, sheet.Chart is null ? null : DrawingId, stream);
        }

        if (sheet.Chart is { } chart)
        {
            Draw(part.AddNewPart<DrawingsPart>(DrawingId), sheet, chart);
        }

        var reference = SheetXml.Reference(sheet);
        var name = string.Create(CultureInfo.InvariantCulture, $"T{row + 1:00}_{sheet.Table}");
        part.AddNewPart<TableDefinitionPart>(TableId).Table = new Spreadsheet.Table(
            new Spreadsheet.AutoFilter { Reference = reference },
            new Spreadsheet.TableColumns(
                sheet.Columns.Select(
                    (column, at) => new Spreadsheet.TableColumn { Id = (uint)at + 1, Name = PlainText.ForCell(column.Heading) }
                )
            )
            {
                Count = (uint)sheet.Columns.Length,
            },
            new Spreadsheet.TableStyleInfo
            {
                Name = "TableStyleLight1",
                ShowRowStripes = true,
                ShowColumnStripes = false,
                ShowFirstColumn = false,
                ShowLastColumn = false,
            }
        )
        {
            Id = (uint)row + 1,
            Name = name,
            DisplayName = name,
            Reference = reference,
            TotalsRowShown = false,
        };
    }

    private static void Draw(DrawingsPart part, XlsxSheet sheet, SheetChart chart)
    {
        using (var drawing = part.GetStream(FileMode.Create, FileAccess.Write))
        {
            ChartXml.WritePlace(sheet, TableId, drawing);
        }

        using var stream = part.AddNewPart<ChartPart>(TableId).GetStream(FileMode.Create, FileAccess.Write);
        ChartXml.Write(sheet, chart, stream);
    }

    private static Spreadsheet.DefinedNames Names(XlsxBook book)
    {
        var named = book.Names.Select(name => new Spreadsheet.DefinedName(name.Cell) { Name = name.Name });
        var headings = book.Sheets.Select(
            (sheet, row) =>
                new Spreadsheet.DefinedName(TitlesOf(sheet))
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = (uint)row,
                }
        );
        return new Spreadsheet.DefinedNames(named.Concat(headings));
    }

    /// <summary>What is printed on every page: the headings, and the first columns where columns go on on further pages.</summary>
    private static string TitlesOf(XlsxSheet sheet)
    {
        var name = SheetNames.Quoted(sheet.Name);
        var headings = string.Create(CultureInfo.InvariantCulture, $"{name}!${sheet.HeadingRow}:${sheet.HeadingRow}");
        return SheetXml.FitsPage(sheet) || sheet.FrozenColumns == 0
            ? headings
            : $"{name}!$A:${SheetXml.Column(sheet.FrozenColumns - 1)},{headings}";
    }

    private static void AddProperties(SpreadsheetDocument document, string title)
    {
        var properties = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(properties, PropertiesId);
        using var stream = properties.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = System.Xml.XmlWriter.Create(
            stream,
            new System.Xml.XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }
        );
        const string Dublin = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", Dublin, PlainText.Of(title));
        xml.WriteElementString("dc", "creator", Dublin, RunRecord.Program);
        xml.WriteElementString("dc", "language", Dublin, "en-GB");
        xml.WriteEndElement();
    }
}
