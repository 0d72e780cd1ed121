using System.Text;
using CsvHelper;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class CsvTextTests
{
    private const string Letters = "=+-@＝－\t\r\n'\", ;ab1£é";
    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    [TestCase("=2*3, from the panel", "\"'=2*3, from the panel\"")]
    [TestCase("+44 1752", "'+44 1752")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("  =1", "'  =1")]
    [TestCase("'quoted'", "''quoted'")]
    [TestCase("a = b", "a = b")]
    [TestCase("0-17", "0-17")]
    [TestCase("", "")]
    public void A_formula_has_an_apostrophe_in_front(string text, string cell)
    {
        Assert.That(CsvText.Cell(text), Is.EqualTo(cell));
    }

    [Test]
    public void Any_text_comes_back_by_the_stated_rule_and_none_starts_like_a_formula([Range(1, 500)] int seed)
    {
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => Letters[random.Next(Letters.Length)]));

        var read = Read(CsvText.Cell(text));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.TrimStart(' ').FirstOrDefault(), Is.Not.AnyOf(Formulas), $"seed {seed}");
            Assert.That(read.StartsWith(CsvText.Mark) ? read[1..] : read, Is.EqualTo(text), $"seed {seed}");
        }
    }

    [Test]
    public void Every_text_of_a_tidy_row_is_written_so([ValueSource(nameof(TextColumns))] string column)
    {
        const string Formula = "=HYPERLINK(\"http://x\",\"y\")";
        using var stream = new MemoryStream();

        TidyCsv.Write([new Observation(About(column, Formula), column == "year" ? Formula : "2026/27", null, -1.0)], stream);

        var row = Rows(Encoding.UTF8.GetString(stream.ToArray()))[1];
        Assert.That(row[Observation.Columns.IndexOf(column)], Is.EqualTo($"'{Formula}"));
        Assert.That(row[^1], Is.EqualTo("-1"));
    }

    [Test]
    public void Draws_one_by_one_are_written_so()
    {
        var kept = new KeptDraws([new Outcome(About("option", "-x/now"), OutcomeKind.Whole, 0)], [7], [[1.0]]);
        using var stream = new MemoryStream();

        DrawsCsv.Write(kept, stream);

        Assert.That(Rows(Encoding.UTF8.GetString(stream.ToArray()))[1][0], Is.EqualTo("'-x/now"));
    }

    [Test]
    public void The_log_of_assumptions_is_written_so_and_starts_with_a_mark()
    {
        var number = SmallScenarios.Q(1.0) with { Name = "services.help.cost.unit", Note = "=2*3", Unit = "@each" };
        var bytes = AssumptionsCsv.Write(AssumptionsLog.Of(SmallScenarios.Town() with { Numbers = [number] }, null));

        var rows = Rows(Encoding.UTF8.GetString(bytes.AsSpan(3)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes[..3], Is.EqualTo(Encoding.UTF8.Preamble.ToArray()));
            Assert.That(rows[1][Array.IndexOf(rows[0], "note")], Is.EqualTo("'=2*3"));
            Assert.That(rows[1][Array.IndexOf(rows[0], "unit")], Is.EqualTo("'@each"));
        }
    }

    private static IEnumerable<string> TextColumns => Observation.Columns.Where(column => column is not ("step" or "draw" or "value"));

    private static Subject About(string column, string text)
    {
        var plain = new Subject { Option = "now", Measure = "spend", Unit = "GBP" };
        return column switch
        {
            "option" => plain with { Option = text },
            "against" => plain with { Against = text },
            "measure" => plain with { Measure = text },
            "organisation" => plain with { Organisation = text },
            "fund" => plain with { Fund = text },
            "provider" => plain with { Provider = text },
            "service" => plain with { Service = text },
            "tier" => plain with { Tier = text },
            "area" => plain with { Area = text },
            "age_band" => plain with { AgeBand = text },
            "need_state" => plain with { NeedState = text },
            "price_base" => plain with { PriceBase = text },
            "unit" => plain with { Unit = text },
            "statistic" => plain with { Statistic = text },
            _ => plain,
        };
    }

    private static string Read(string cell) => Rows($"{cell},end\n")[0][0];

    private static List<string[]> Rows(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',', HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows;
    }
}
