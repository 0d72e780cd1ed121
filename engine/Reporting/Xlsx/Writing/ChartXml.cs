using System.Globalization;
using System.Text;
using System.Xml;

namespace SystemSim.Reporting;

/// <summary>Writes a sheet's chart as the XML of its parts: a chart of the spreadsheet's own, which follows its cells.</summary>
internal static class ChartXml
{
    private const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string Main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Place = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string CategoryAxis = "111111111";
    private const string ValueAxis = "222222222";
    private const int Columns = 7;
    private const int Rows = 18;

    private static readonly ImmutableArray<string> Colours = ["12436D", "F46A25", "28A197", "801650"];

    /// <summary>Writes where the chart stands: below the table.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="chart">Id of the chart's relation.</param>
    /// <param name="to">Receives the bytes.</param>
    public static void WritePlace(XlsxSheet sheet, string chart, Stream to)
    {
        using var xml = Open(to);
        xml.WriteStartElement("xdr", "wsDr", Place);
        xml.WriteStartElement("twoCellAnchor", Place);
        WriteCorner(xml, "from", 0, sheet.LastRow + 1);
        WriteCorner(xml, "to", Math.Min(Columns, sheet.Columns.Length), sheet.LastRow + 1 + Rows);
        xml.WriteStartElement("graphicFrame", Place);
        xml.WriteAttributeString("macro", "");
        xml.WriteStartElement("nvGraphicFramePr", Place);
        xml.WriteStartElement("cNvPr", Place);
        xml.WriteAttributeString("id", "2");
        xml.WriteAttributeString("name", "Chart 1");
        xml.WriteAttributeString("descr", PlainText.Of(sheet.Chart!.Title));
        xml.WriteEndElement();
        xml.WriteElementString("cNvGraphicFramePr", Place, null);
        xml.WriteEndElement();
        xml.WriteStartElement("xfrm", Place);
        Attributes(xml, "off", Main, ("x", "0"), ("y", "0"));
        Attributes(xml, "ext", Main, ("cx", "0"), ("cy", "0"));
        xml.WriteEndElement();
        xml.WriteStartElement("graphic", Main);
        xml.WriteStartElement("graphicData", Main);
        xml.WriteAttributeString("uri", Chart);
        xml.WriteStartElement("chart", Chart);
        xml.WriteAttributeString("id", Relations, chart);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteElementString("clientData", Place, null);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes the chart.</summary>
    /// <param name="sheet">The sheet that has its cells.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="to">Receives the bytes.</param>
    public static void Write(XlsxSheet sheet, SheetChart chart, Stream to)
    {
        using var xml = Open(to);
        xml.WriteStartElement("c", "chartSpace", Chart);
        Value(xml, "roundedCorners", "0");
        xml.WriteStartElement("chart", Chart);
        WriteTitle(xml, chart.Title);
        Value(xml, "autoTitleDeleted", "0");
        xml.WriteStartElement("plotArea", Chart);
        xml.WriteElementString("layout", Chart, null);
        WriteSeries(xml, sheet, chart, chart.Columns, isLine: false);
        if (!chart.Lines.IsEmpty)
        {
            WriteSeries(xml, sheet, chart, chart.Lines, isLine: true);
        }

        WriteAxis(xml, "catAx", CategoryAxis, ValueAxis, "b");
        WriteAxis(xml, "valAx", ValueAxis, CategoryAxis, "l");
        xml.WriteEndElement();
        if (chart.Columns.Length + chart.Lines.Length > 1)
        {
            xml.WriteStartElement("legend", Chart);
            Value(xml, "legendPos", "b");
            Value(xml, "overlay", "0");
            xml.WriteEndElement();
        }

        Value(xml, "plotVisOnly", "1");
        Value(xml, "dispBlanksAs", "gap");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static XmlWriter Open(Stream to)
    {
        var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartDocument(standalone: true);
        return xml;
    }

    private static void WriteCorner(XmlWriter xml, string name, int column, int row)
    {
        xml.WriteStartElement(name, Place);
        xml.WriteElementString("col", Place, Text(column));
        xml.WriteElementString("colOff", Place, "0");
        xml.WriteElementString("row", Place, Text(row));
        xml.WriteElementString("rowOff", Place, "0");
        xml.WriteEndElement();
    }

    private static void WriteTitle(XmlWriter xml, string title)
    {
        xml.WriteStartElement("title", Chart);
        xml.WriteStartElement("tx", Chart);
        xml.WriteStartElement("rich", Chart);
        xml.WriteElementString("bodyPr", Main, null);
        xml.WriteStartElement("p", Main);
        xml.WriteStartElement("r", Main);
        Attributes(xml, "rPr", Main, ("lang", "en-GB"), ("sz", "1200"), ("b", "1"));
        xml.WriteElementString("t", Main, PlainText.Of(title));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        Value(xml, "overlay", "0");
        xml.WriteEndElement();
    }

    private static void WriteSeries(XmlWriter xml, XlsxSheet sheet, SheetChart chart, ImmutableArray<int> rows, bool isLine)
    {
        xml.WriteStartElement(isLine ? "lineChart" : "barChart", Chart);
        if (!isLine)
        {
            Value(xml, "barDir", "col");
        }

        Value(xml, "grouping", isLine ? "standard" : "clustered");
        Value(xml, "varyColors", "0");
        foreach (var (place, row) in rows.Index())
        {
            WriteOne(xml, sheet, chart, row, (isLine ? chart.Columns.Length : 0) + place, isLine);
        }

        if (isLine)
        {
            Value(xml, "marker", "1");
        }

        Value(xml, "axId", CategoryAxis);
        Value(xml, "axId", ValueAxis);
        xml.WriteEndElement();
    }

    private static void WriteOne(XmlWriter xml, XlsxSheet sheet, SheetChart chart, int row, int place, bool isLine)
    {
        xml.WriteStartElement("ser", Chart);
        Value(xml, "idx", Text(place));
        Value(xml, "order", Text(place));
        xml.WriteStartElement("tx", Chart);
        var label = chart.FirstColumn - 1;
        WriteTexts(xml, "strRef", "strCache", Cells(sheet, sheet.FirstRow + row, label, label), [sheet.Rows[row][label].Text!]);
        xml.WriteEndElement();
        WriteLook(xml, Colours[place % Colours.Length], isLine);
        if (!isLine)
        {
            Value(xml, "invertIfNegative", "0");
        }

        var last = sheet.Columns.Length - 1;
        xml.WriteStartElement("cat", Chart);
        WriteTexts(
            xml,
            "strRef",
            "strCache",
            Cells(sheet, sheet.HeadingRow, chart.FirstColumn, last),
            [.. sheet.Columns.Skip(chart.FirstColumn).Select(column => column.Heading)]
        );
        xml.WriteEndElement();
        xml.WriteStartElement("val", Chart);
        WriteTexts(
            xml,
            "numRef",
            "numCache",
            Cells(sheet, sheet.FirstRow + row, chart.FirstColumn, last),
            [.. sheet.Rows[row].Skip(chart.FirstColumn).Select(cell => cell.Number.ToString("R", CultureInfo.InvariantCulture))]
        );
        xml.WriteEndElement();
        if (isLine)
        {
            Value(xml, "smooth", "0");
        }

        xml.WriteEndElement();
    }

    private static void WriteLook(XmlWriter xml, string colour, bool isLine)
    {
        xml.WriteStartElement("spPr", Chart);
        if (isLine)
        {
            xml.WriteStartElement("ln", Main);
            xml.WriteAttributeString("w", "28575");
        }

        xml.WriteStartElement("solidFill", Main);
        Attributes(xml, "srgbClr", Main, ("val", colour));
        xml.WriteEndElement();
        if (isLine)
        {
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteTexts(XmlWriter xml, string reference, string cache, string cells, ImmutableArray<string> texts)
    {
        xml.WriteStartElement(reference, Chart);
        xml.WriteElementString("f", Chart, cells);
        xml.WriteStartElement(cache, Chart);
        if (cache == "numCache")
        {
            xml.WriteElementString("formatCode", Chart, "#,##0");
        }

        Value(xml, "ptCount", Text(texts.Length));
        foreach (var (place, text) in texts.Index())
        {
            xml.WriteStartElement("pt", Chart);
            xml.WriteAttributeString("idx", Text(place));
            xml.WriteElementString("v", Chart, PlainText.Of(text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAxis(XmlWriter xml, string name, string id, string crosses, string position)
    {
        xml.WriteStartElement(name, Chart);
        Value(xml, "axId", id);
        xml.WriteStartElement("scaling", Chart);
        Value(xml, "orientation", "minMax");
        xml.WriteEndElement();
        Value(xml, "delete", "0");
        Value(xml, "axPos", position);
        if (name == "valAx")
        {
            Attributes(xml, "numFmt", Chart, ("formatCode", "#,##0"), ("sourceLinked", "0"));
        }

        Value(xml, "majorTickMark", "none");
        Value(xml, "minorTickMark", "none");
        Value(xml, "tickLblPos", "low");
        Value(xml, "crossAx", crosses);
        Value(xml, "crosses", "autoZero");
        xml.WriteEndElement();
    }

    private static string Cells(XlsxSheet sheet, int row, int first, int last) =>
        $"{SheetNames.Quoted(sheet.Name)}!${SheetXml.Column(first)}${Text(row)}{(first == last ? "" : $":${SheetXml.Column(last)}${Text(row)}")}";

    private static void Value(XmlWriter xml, string name, string value) => Attributes(xml, name, Chart, ("val", value));

    private static void Attributes(XmlWriter xml, string name, string space, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, space);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
