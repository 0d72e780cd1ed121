using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The workbook in another program's hands: LibreOffice works every formula out again, and comes to the same.</summary>
[NonParallelizable]
public sealed partial class WorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [TestCase("places/plymouth")]
    [TestCase("features/section-114-pool")]
    [TestCase("features/risk-reserve-given-back")]
    public void LibreOffice_recalculates_every_formula_to_the_penny(string scenario)
    {
        using var here = new Workplace();
        var call = here.Call("run", Path.Combine(Repository.Scenarios, scenario), "--out", "results", "--quiet");
        Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
        var written = File.ReadAllBytes(here.At("results/workbook.xlsx"));
        var expected = Formulas(written);

        // Without the values that the formulas came to when they were written, nothing is left but to work them out.
        here.With("blank.xlsx", WithoutValues(written));
        var recalculated = Values(LibreOffice.Convert(here, "blank.xlsx"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(expected, Has.Count.GreaterThan(100));
            Assert.That(expected[("Checks", "A2")], Is.EqualTo("Master check: every check passes"));
            Assert.That(
                expected
                    .Where(cell => !Agree(cell.Value, recalculated.GetValueOrDefault(cell.Key, "nothing")))
                    .Take(20)
                    .Select(cell =>
                        $"{cell.Key}: written {cell.Value}, recalculated {recalculated.GetValueOrDefault(cell.Key, "nothing")}"
                    ),
                Is.Empty
            );
        }
    }

    [Test]
    public void A_changed_penny_fails_the_master_check()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).Call("run", "town.yaml");
        var written = File.ReadAllBytes(here.At("results/town/workbook.xlsx"));

        here.With(
            "blank.xlsx",
            WithoutValues(written, sheet => sheet.Replace("<v>-22500</v>", "<v>-22500.01</v>", StringComparison.Ordinal))
        );

        var master = Values(LibreOffice.Convert(here, "blank.xlsx"))[("Checks", "A2")];
        Assert.That(master, Does.StartWith("Master check: ").And.EndsWith(" checks fail"));
    }

    [TestCase("assumptions.csv", "'=2*3, a note")]
    [TestCase("tidy/activity.csv", "'=HYPERLINK(\"http://x\",\"y\")")]
    public void LibreOffice_keeps_what_looks_like_a_formula_in_a_table_as_text(string file, string text)
    {
        using var here = new Workplace();
        var yaml = Town.With(
                "{unit: £10, year: 2026/27}",
                "{unit: {value: £10, low: £9, high: £11, note: \"=2*3, a note\"}, year: 2026/27}"
            )
            .Replace("unit: contact", "unit: \"=HYPERLINK(\\\"http://x\\\",\\\"y\\\")\"", StringComparison.Ordinal);
        var call = here.With("town.yaml", yaml).Call("run", "town.yaml", "--quiet");
        Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));

        here.With("table.csv", File.ReadAllBytes(here.At($"results/town/{file}")));
        var opened = LibreOffice.Convert(here, "table.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Formulas(opened), Is.Empty);
            Assert.That(Values(opened).Values, Has.Some.EqualTo(text));
        }
    }

    private static bool Agree(string written, string recalculated) =>
        double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
        && double.TryParse(recalculated, NumberStyles.Float, CultureInfo.InvariantCulture, out var other)
            ? Math.Round(one, 2) == Math.Round(other, 2)
            : written == recalculated;

    /// <summary>[sheet, cell] what each formula came to when it was written.</summary>
    private static Dictionary<(string Sheet, string Cell), string> Formulas(byte[] workbook) =>
        Cells(workbook, cell => cell.Element(Main + "f") is not null).ToDictionary(cell => cell.Key, cell => cell.Value);

    /// <summary>[sheet, cell] every value.</summary>
    private static Dictionary<(string Sheet, string Cell), string> Values(byte[] workbook) =>
        Cells(workbook, _ => true).ToDictionary(cell => cell.Key, cell => cell.Value);

    private static IEnumerable<((string Sheet, string Cell) Key, string Value)> Cells(byte[] workbook, Func<XElement, bool> wanted)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var texts = zip.GetEntry("xl/sharedStrings.xml") is { } shared
            ? Load(shared)
                .Root!.Elements(Main + "si")
                .Select(text => string.Concat(text.Descendants(Main + "t").Select(part => part.Value)))
                .ToArray()
            : [];
        XNamespace relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var targets = Load(zip.GetEntry("xl/_rels/workbook.xml.rels")!)
            .Root!.Elements()
            .ToDictionary(relation => relation.Attribute("Id")!.Value, relation => relation.Attribute("Target")!.Value);
        foreach (var sheet in Load(zip.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet"))
        {
            var target = targets[sheet.Attribute(relations + "id")!.Value].TrimStart('/');
            foreach (
                var cell in Load(zip.GetEntry(target.StartsWith("xl/", StringComparison.Ordinal) ? target : $"xl/{target}")!)
                    .Descendants(Main + "c")
                    .Where(wanted)
            )
            {
                var value = cell.Element(Main + "v")?.Value ?? "";
                var text = cell.Attribute("t")?.Value == "s" ? texts[int.Parse(value, CultureInfo.InvariantCulture)] : value;
                yield return ((sheet.Attribute("name")!.Value, cell.Attribute("r")!.Value), text);
            }
        }
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }

    /// <summary>The workbook with formulas that have not been worked out.</summary>
    private static byte[] WithoutValues(byte[] workbook, Func<string, string>? change = null)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (
                var entry in zip
                    .Entries.Where(entry =>
                        entry.FullName.Contains("/worksheets/sheet", StringComparison.Ordinal)
                        && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)
                    )
                    .ToArray()
            )
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                {
                    text = reader.ReadToEnd();
                }

                var blank = WorkedOut().Replace(change?.Invoke(text) ?? text, "</f></c>");
                var name = entry.FullName;
                entry.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(blank);
            }
        }

        return memory.ToArray();
    }

    [GeneratedRegex("</f><v>[^<]*</v></c>")]
    private static partial Regex WorkedOut();
}
