using System.Globalization;
using System.Text;
using System.Xml;

namespace SystemSim.Reporting;

/// <summary>Writes one sheet as the XML of its part.</summary>
internal static class SheetXml
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int LeastWidth = 9;
    private const int MostWidth = 60;
    private const int MostHeadingWidth = 16;

    // Characters across a landscape page of A4 in letters of 8 points, three quarters of those on the screen.
    private const int PageWidth = 200;
    private const string LeastScale = "73";

    // Height of a line, points.
    private const int LineHeight = 15;

    // Rows above a chart with which it still fits a page.
    private const int RowsBesideChart = 18;

    // The most that a row may have.
    private const int MostHeight = 409;

    /// <summary>Writes a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="isFirst">Whether it is the one that a reader sees first.</param>
    /// <param name="table">Id of its table's relation.</param>
    /// <param name="drawing">Id of the relation of what is drawn on it; null for nothing.</param>
    /// <param name="to">Receives the bytes.</param>
    public static void Write(XlsxSheet sheet, bool isFirst, string table, string? drawing, Stream to)
    {
        // Characters that XML forbids are gone from every text by now: looking for them again would take as long as the rest.
        using var xml = XmlWriter.Create(
            to,
            new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false }
        );
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        var widths = sheet.Columns.Select((_, column) => WidthOf(sheet, column)).ToArray();
        if (FitsPage(sheet))
        {
            WriteProperties(xml);
        }

        WriteView(xml, sheet, isFirst);
        WriteColumns(xml, widths);
        WriteCells(xml, sheet, widths);
        WriteChoices(xml, sheet);
        WriteLinks(xml, sheet);
        WritePage(xml, FitsPage(sheet));
        if (drawing is not null)
        {
            WriteBreak(xml, sheet);
            xml.WriteStartElement("drawing", Main);
            xml.WriteAttributeString("id", Relations, drawing);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("tableParts", Main);
        xml.WriteAttributeString("count", "1");
        xml.WriteStartElement("tablePart", Main);
        xml.WriteAttributeString("id", Relations, table);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Name of a column: A, B ... Z, AA.</summary>
    /// <param name="column">Column, from 0.</param>
    public static string Column(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{Column((column / 26) - 1)}{(char)('A' + (column % 26))}";

    /// <summary>Cells of a sheet's table, headings and all, as a reference.</summary>
    public static string Reference(XlsxSheet sheet) =>
        string.Create(CultureInfo.InvariantCulture, $"A{sheet.HeadingRow}:{Column(sheet.Columns.Length - 1)}{sheet.LastRow}");

    /// <summary>Whether all its columns fit the width of a page in letters that can be read; else they go on on further pages.</summary>
    public static bool FitsPage(XlsxSheet sheet) => sheet.Columns.Select((_, column) => WidthOf(sheet, column)).Sum() <= PageWidth;

    private static void WriteProperties(XmlWriter xml)
    {
        xml.WriteStartElement("sheetPr", Main);
        xml.WriteStartElement("pageSetUpPr", Main);
        xml.WriteAttributeString("fitToPage", "1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteView(XmlWriter xml, XlsxSheet sheet, bool isFirst)
    {
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("showGridLines", "0");
        if (isFirst)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane", Main);
        if (sheet.FrozenColumns > 0)
        {
            xml.WriteAttributeString("xSplit", Text(sheet.FrozenColumns));
        }

        xml.WriteAttributeString("ySplit", Text(sheet.HeadingRow));
        xml.WriteAttributeString("topLeftCell", $"{Column(sheet.FrozenColumns)}{Text(sheet.FirstRow)}");
        xml.WriteAttributeString("activePane", sheet.FrozenColumns > 0 ? "bottomRight" : "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheetFormatPr", Main);
        xml.WriteAttributeString("defaultRowHeight", "15");
        xml.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter xml, int[] widths)
    {
        xml.WriteStartElement("cols", Main);
        for (var column = 0; column < widths.Length; column++)
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Text(column + 1));
            xml.WriteAttributeString("max", Text(column + 1));
            xml.WriteAttributeString("width", Text(widths[column]));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static int WidthOf(XlsxSheet sheet, int column)
    {
        var stated = sheet.Columns[column].Width;
        // A heading goes on in the next line where its column is narrower.
        var widest = Math.Min(MostHeadingWidth, sheet.Columns[column].Heading.Length);
        foreach (var row in sheet.Rows)
        {
            widest = Math.Max(widest, row[column].Width);
        }

        return Math.Clamp(widest + 2, LeastWidth, stated > 0 ? stated : MostWidth);
    }

    private static void WriteCells(XmlWriter xml, XlsxSheet sheet, int[] widths)
    {
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, 1, [SheetCell.Of(sheet.Title, CellStyle.Title)], []);
        for (var line = 0; line < sheet.Lines.Length; line++)
        {
            WriteRow(xml, line + 2, [sheet.Lines[line]], []);
        }

        for (var choice = 0; choice < sheet.Choices.Length; choice++)
        {
            var (label, value, _) = sheet.Choices[choice];
            WriteRow(xml, sheet.Lines.Length + 2 + choice, [SheetCell.Of(label), SheetCell.Of(value, CellStyle.Chosen)], []);
        }

        WriteRow(
            xml,
            sheet.HeadingRow,
            [
                .. sheet.Columns.Select(
                    (column, at) => SheetCell.Of(column.Heading, IsOfNumbers(sheet, at) ? CellStyle.NumberHeading : CellStyle.Heading)
                ),
            ],
            widths
        );
        for (var row = 0; row < sheet.Rows.Length; row++)
        {
            WriteRow(xml, sheet.FirstRow + row, sheet.Rows[row], widths);
        }

        xml.WriteEndElement();
    }

    /// <summary>Lines that a cell takes in a column: a spreadsheet does not look that up by itself when a file is opened.</summary>
    private static int LinesOf(SheetCell cell, int width) =>
        cell is { Text: { } text, Style: CellStyle.Wrapped or CellStyle.StrongWrapped or CellStyle.Heading or CellStyle.NumberHeading }
            ? LinesOf(text, width)
            : 1;

    private static int LinesOf(string text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                lines++;
                used = 0;
            }

            used += (used > 0 ? 1 : 0) + word.Length;
            // A word that is wider than its column goes on in the next line.
            for (; used > width; used -= width)
            {
                lines++;
            }
        }

        return lines;
    }

    private static bool IsOfNumbers(XlsxSheet sheet, int column) => sheet.Rows.Any(row => row[column].Text is null);

    private static void WriteRow(XmlWriter xml, int row, ImmutableArray<SheetCell> cells, int[] widths)
    {
        var number = Text(row);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number);
        var lines = widths.Length == 0 ? 1 : cells.Zip(widths, LinesOf).Max();
        if (lines > 1)
        {
            xml.WriteAttributeString("ht", Text(Math.Min(MostHeight, lines * LineHeight)));
            xml.WriteAttributeString("customHeight", "1");
        }

        for (var column = 0; column < cells.Length; column++)
        {
            WriteCell(xml, Column(column) + number, cells[column]);
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string reference, SheetCell cell)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", Text((int)cell.Style));
        if (cell.Formula is not null)
        {
            if (cell.Text is not null)
            {
                xml.WriteAttributeString("t", "str");
            }

            xml.WriteElementString("f", Main, cell.Formula);
            xml.WriteElementString("v", Main, cell.Text is { } text ? PlainText.ForCell(text) : Text(cell.Number));
        }
        else if (cell.Text is { } text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(PlainText.ForCell(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("v", Main, Text(cell.Number));
        }

        xml.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter xml, XlsxSheet sheet)
    {
        var links =
            (from row in Enumerable.Range(0, sheet.Rows.Length)
             from column in Enumerable.Range(0, sheet.Columns.Length)
             where sheet.Rows[row][column].Style == CellStyle.Link
             select (Cell: $"{Column(column)}{Text(sheet.FirstRow + row)}", To: sheet.Rows[row][column].Text!)).ToArray();
        if (links.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("hyperlinks", Main);
        foreach (var (cell, to) in links)
        {
            xml.WriteStartElement("hyperlink", Main);
            xml.WriteAttributeString("ref", cell);
            xml.WriteAttributeString("location", $"{SheetNames.Quoted(to)}!A1");
            xml.WriteAttributeString("display", to);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteChoices(XmlWriter xml, XlsxSheet sheet)
    {
        if (sheet.Choices.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", Text(sheet.Choices.Length));
        foreach (var (row, choice) in sheet.Choices.Index())
        {
            xml.WriteStartElement("dataValidation", Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "0");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("sqref", $"B{Text(sheet.Lines.Length + 2 + row)}");
            xml.WriteElementString("formula1", Main, choice.From);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WritePage(XmlWriter xml, bool fits)
    {
        xml.WriteStartElement("pageMargins", Main);
        foreach (
            var (side, inches) in new[]
            {
                ("left", "0.4"),
                ("right", "0.4"),
                ("top", "0.5"),
                ("bottom", "0.6"),
                ("header", "0.3"),
                ("footer", "0.3"),
            }
        )
        {
            xml.WriteAttributeString(side, inches);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("pageSetup", Main);
        xml.WriteAttributeString("paperSize", "9");
        if (!fits)
        {
            xml.WriteAttributeString("scale", LeastScale);
        }

        xml.WriteAttributeString("orientation", "landscape");
        if (fits)
        {
            xml.WriteAttributeString("fitToWidth", "1");
            xml.WriteAttributeString("fitToHeight", "0");
        }

        xml.WriteEndElement();
        xml.WriteStartElement("headerFooter", Main);
        xml.WriteElementString("oddFooter", Main, "&L&A&RPage &P of &N");
        xml.WriteEndElement();
    }

    /// <summary>A chart that does not fit below its table begins a page of its own.</summary>
    private static void WriteBreak(XmlWriter xml, XlsxSheet sheet)
    {
        if (sheet.LastRow <= RowsBesideChart)
        {
            return;
        }

        xml.WriteStartElement("rowBreaks", Main);
        xml.WriteAttributeString("count", "1");
        xml.WriteAttributeString("manualBreakCount", "1");
        xml.WriteStartElement("brk", Main);
        xml.WriteAttributeString("id", Text(sheet.LastRow));
        xml.WriteAttributeString("max", "16383");
        xml.WriteAttributeString("man", "1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in the fewest digits that give the same double back; zero has one sign.</summary>
    private static string Text(double number) => (number == 0.0 ? 0.0 : number).ToString("R", CultureInfo.InvariantCulture);
}
