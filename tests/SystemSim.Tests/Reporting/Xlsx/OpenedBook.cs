using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace SystemSim.Tests.Reporting;

/// <summary>A workbook read back as plain as it can be: from the XML in the file, without the library that wrote it.</summary>
internal sealed class OpenedBook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Opens a workbook.</summary>
    public OpenedBook(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Times = [.. zip.Entries.Select(entry => entry.LastWriteTime.DateTime)];
        var workbook = Load(zip, "xl/workbook.xml");
        Names = workbook
            .Descendants(Main + "definedName")
            .ToDictionary(name => $"{name.Attribute("localSheetId")?.Value}{name.Attribute("name")!.Value}", name => name.Value);
        Properties = Text(zip, "docProps/core.xml");
        var targets = Load(zip, "xl/_rels/workbook.xml.rels")
            .Root!.Elements()
            .ToDictionary(relation => relation.Attribute("Id")!.Value, relation => relation.Attribute("Target")!.Value.TrimStart('/'));
        Sheets =
        [
            .. workbook
                .Descendants(Main + "sheet")
                .Select(sheet => Read(zip, sheet.Attribute("name")!.Value, Full(targets[sheet.Attribute(Relations + "id")!.Value]))),
        ];
    }

    public OpenedSheet[] Sheets { get; }

    public DateTime[] Times { get; }

    public Dictionary<string, string> Names { get; }

    public string Properties { get; }

    /// <summary>A sheet by name.</summary>
    public OpenedSheet this[string name] => Sheets.Single(sheet => sheet.Name == name);

    private static OpenedSheet Read(ZipArchive zip, string name, string path)
    {
        var sheet = Load(zip, path);
        var relations = Load(zip, path.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels");
        var table = relations
            .Root!.Elements()
            .Select(relation => relation.Attribute("Target")!.Value)
            .Single(target => target.Contains("table", StringComparison.Ordinal));
        return new OpenedSheet(name, sheet, Load(zip, Full(table.Replace("../", "xl/", StringComparison.Ordinal).TrimStart('/'))));
    }

    private static string Full(string target) => target.StartsWith("xl/", StringComparison.Ordinal) ? target : $"xl/{target}";

    private static XDocument Load(ZipArchive zip, string path) => XDocument.Parse(Text(zip, path), LoadOptions.PreserveWhitespace);

    private static string Text(ZipArchive zip, string path)
    {
        using var reader = new StreamReader((zip.GetEntry(path) ?? throw new FileNotFoundException(path)).Open());
        return reader.ReadToEnd();
    }

    /// <summary>One sheet.</summary>
    internal sealed class OpenedSheet
    {
        public OpenedSheet(string name, XDocument sheet, XDocument table)
        {
            Name = name;
            Xml = sheet;
            TableName = table.Root!.Attribute("displayName")!.Value;
            Reference = table.Root.Attribute("ref")!.Value;
            Headings = [.. table.Descendants(Main + "tableColumn").Select(column => column.Attribute("name")!.Value)];
            foreach (var cell in sheet.Descendants(Main + "c"))
            {
                var reference = cell.Attribute("r")!.Value;
                var inline = cell.Element(Main + "is");
                Cells[reference] = inline is not null
                    ? string.Concat(inline.Descendants(Main + "t").Select(text => text.Value))
                    : cell.Element(Main + "v")?.Value ?? "";
                Styles[reference] = int.Parse(cell.Attribute("s")!.Value, CultureInfo.InvariantCulture);
                if (cell.Attribute("t") is null)
                {
                    Numeric.Add(reference);
                }

                if (cell.Element(Main + "f") is { } formula)
                {
                    Formulas[reference] = formula.Value;
                }
            }
        }

        public string Name { get; }

        public XDocument Xml { get; }

        public string TableName { get; }

        public string Reference { get; }

        public string[] Headings { get; }

        public Dictionary<string, string> Cells { get; } = [];

        public Dictionary<string, int> Styles { get; } = [];

        public HashSet<string> Numeric { get; } = [];

        public Dictionary<string, string> Formulas { get; } = [];

        /// <summary>Row of the table's headings.</summary>
        public int HeadingRow => int.Parse(new string([.. Reference.Split(':')[0].Where(char.IsDigit)]), CultureInfo.InvariantCulture);

        /// <summary>Last row of the table.</summary>
        public int LastRow => int.Parse(new string([.. Reference.Split(':')[1].Where(char.IsDigit)]), CultureInfo.InvariantCulture);

        /// <summary>Rows of the table's body, each by heading.</summary>
        public IEnumerable<Dictionary<string, string>> Rows =>
            from row in Enumerable.Range(HeadingRow + 1, LastRow - HeadingRow)
            select Headings
                .Select((heading, column) => (heading, Value: Cells.GetValueOrDefault($"{Column(column)}{row}", "")))
                .ToDictionary();

        /// <summary>Elements of the sheet's XML.</summary>
        public IEnumerable<XElement> Elements(string name) => Xml.Descendants(Main + name);

        private static string Column(int column) =>
            column < 26 ? $"{(char)('A' + column)}" : $"{Column((column / 26) - 1)}{(char)('A' + (column % 26))}";
    }
}
