using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;
using SystemSim.Tests.Analysis;

namespace SystemSim.Tests.Reporting;

/// <summary>The workbook holds to the guidance on spreadsheets, adds up to the penny, and is the same bytes every time.</summary>
public sealed partial class WorkbookXlsxTests
{
    private static readonly string[] Real =
    [
        "places/plymouth",
        "features/appraisal",
        "features/local-value",
        "features/section-114-pool",
        "features/release-of-a-ward",
        "features/medium-term-bridge",
        "features/borough",
        "features/overspend-reserves",
        "features/numbers-with-ranges",
        "features/earmarked-reserves",
        "features/risk-reserve-from-a-year",
        "features/risk-reserve-given-back",
        "features/reserves-and-gap",
    ];

    private static readonly Dictionary<string, byte[]> Made = [];

    [TestCaseSource(nameof(Real))]
    public void The_library_finds_nothing_wrong_with_it(string name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes(name)), isEditable: false);

        Assert.That(new OpenXmlValidator().Validate(document).Select(error => $"{error.Part?.Uri}: {error.Description}"), Is.Empty);
    }

    [TestCaseSource(nameof(Real))]
    public void Every_sheet_has_a_title_and_one_table_without_gaps(string name)
    {
        var book = new OpenedBook(Bytes(name));
        using (Assert.EnterMultipleScope())
        {
            foreach (var sheet in book.Sheets)
            {
                Assert.That(sheet.Cells["A1"], Is.Not.Empty, sheet.Name);
                Assert.That(sheet.Headings, Is.Unique.And.None.Empty, sheet.Name);
                Assert.That(sheet.Rows, Is.Not.Empty, sheet.Name);
                Assert.That(sheet.Rows.SelectMany(row => row.Values), Has.None.EqualTo(""), sheet.Name);
                Assert.That(sheet.Elements("mergeCell"), Is.Empty, sheet.Name);
                Assert.That(
                    sheet.Elements("pane").Single().Attribute("ySplit")!.Value,
                    Is.EqualTo(sheet.HeadingRow.ToString(CultureInfo.InvariantCulture)),
                    sheet.Name
                );
                Assert.That(sheet.Elements("col").Count(), Is.EqualTo(sheet.Headings.Length), sheet.Name);
                Assert.That(
                    sheet.Headings.Index().Select(heading => sheet.Cells[$"{Letters(heading.Index)}{sheet.HeadingRow}"]),
                    Is.EqualTo(sheet.Headings),
                    sheet.Name
                );
            }
        }
    }

    [Test]
    public void Every_sheet_of_years_says_which_are_no_forecast()
    {
        string[] forAudit = ["Ledger", "Audit"];
        var sheets = new OpenedBook(Bytes("features/reserves-and-gap"))
            .Sheets.Where(sheet => sheet.Headings.Contains("2027/28") && !forAudit.Contains(sheet.Name))
            .ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sheets, Has.Length.GreaterThan(3));
            foreach (var sheet in sheets)
            {
                Assert.That(
                    sheet.Cells.Values,
                    Has.One.EqualTo("Years after 2026/27 are no forecast: council has an unfunded gap then."),
                    sheet.Name
                );
            }
        }
    }

    [TestCaseSource(nameof(Real))]
    public void Names_of_sheets_and_tables_are_safe_and_unique(string name)
    {
        var book = new OpenedBook(Bytes(name));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(book.Sheets.Select(sheet => sheet.Name.ToUpperInvariant()), Is.Unique);
            Assert.That(book.Sheets.Select(sheet => sheet.Name), Has.All.Matches<string>(sheet => SafeName().IsMatch(sheet!)));
            Assert.That(
                book.Sheets.Select(sheet => sheet.TableName),
                Is.Unique.And.All.Matches<string>(table => TableName().IsMatch(table!))
            );
            Assert.That(
                book.Sheets.Select(sheet => sheet.Name).Where(sheet => sheet is not ("Options" or "Section 75")).Take(4),
                Is.EqualTo(["Cover", "Medium-term plan", "Contents", "Notes"])
            );
            Assert.That(
                book["Contents"].Rows.Select(row => row["Sheet"]),
                Is.EqualTo(book.Sheets.Select(sheet => sheet.Name).Where(sheet => sheet != "Contents"))
            );
            Assert.That(book.Names["Master_check"], Is.EqualTo("'Checks'!$A$2"));
        }
    }

    [TestCaseSource(nameof(Real))]
    public void Every_amount_is_a_number_in_whole_pennies(string name)
    {
        var money = (int)Enum.Parse(typeof(RunRecord).Assembly.GetType("SystemSim.Reporting.CellStyle")!, "Pounds");
        foreach (var sheet in new OpenedBook(Bytes(name)).Sheets)
        {
            var amounts = sheet.Cells.Where(cell => sheet.Styles[cell.Key] == money).ToArray();
            Assert.That(amounts.Select(cell => sheet.Numeric.Contains(cell.Key)), Is.All.True, sheet.Name);
            Assert.That(
                amounts.Select(cell => decimal.Parse(cell.Value, NumberStyles.Float, CultureInfo.InvariantCulture) * 100m % 1m),
                Is.All.EqualTo(0m),
                sheet.Name
            );
        }
    }

    [TestCaseSource(nameof(Real))]
    public void Every_check_passes_and_no_difference_is_a_penny(string name)
    {
        var book = new OpenedBook(Bytes(name));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(book["Checks"].Rows.Select(row => row["Result"]), Is.All.EqualTo("pass"));
            Assert.That(book["Cover"].Cells.Values, Does.Contain("Master check: every check passes"));
            Assert.That(
                book["Audit"].Rows.Where(row => row["Shows"] == "difference").Select(row => row["Largest"]),
                Is.Not.Empty.And.All.EqualTo("0")
            );
            Assert.That(
                book["Audit"].Formulas,
                Has.Count.EqualTo(
                    book["Audit"].Rows.Count()
                        * book["Audit"].Headings.Count(heading => heading.Contains('/', StringComparison.Ordinal) || heading == "Largest")
                )
            );
        }
    }

    [Test]
    public void The_books_of_random_scenarios_add_up_to_the_penny([Range(1, 160)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            Assert.Pass("An invariant stops this one.");
            return;
        }

        var book = new OpenedBook(Write(Contents(answers)));

        Assert.That(
            book["Checks"].Rows.Where(row => row["Result"] != "pass").Select(row => $"{row["Check"]}: {row["Found"]}"),
            Is.Empty,
            $"seed {seed}"
        );
    }

    [Test]
    public void Two_writings_are_the_same_bytes_and_hold_no_clock()
    {
        var contents = Contents(PooledTown.Answers());
        var bytes = Write(contents);
        var book = new OpenedBook(bytes);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Write(contents).AsSpan().SequenceEqual(bytes), Is.True);
            Assert.That(book.Times, Is.All.EqualTo(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)));
            Assert.That(book.Properties, Does.Not.Contain("created").And.Not.Contain("modified").And.Contain("A town"));
        }
    }

    [Test]
    public void The_pooled_town_stands_in_its_ledger_as_on_paper()
    {
        var ledger = new OpenedBook(Write(Contents(PooledTown.Answers())))["Ledger"].Rows.ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Amounts("Each pays for its own", "council", "Payment for help"), Is.EqualTo(["-24000", "-24000"]));
            Assert.That(Amounts("pooled", "pool", "Payment for help"), Is.EqualTo(["-22500", "-22500"]));
            Assert.That(Amounts("pooled", "pool", "Underspend shared among partners"), Is.EqualTo(["0", "-1000"]));
            Assert.That(Amounts("pooled", "council", "Share of underspend of pool pool"), Is.EqualTo(["0", "90.91"]));
            Assert.That(Amounts("pooled", "nhs", "Share of underspend of pool pool"), Is.EqualTo(["0", "909.09"]));
        }

        string[] Amounts(string option, string account, string line)
        {
            var row = ledger.Single(row => row["Option"] == option && row["Account"] == account && row["Line"] == line);
            return [row["2026/27"], row["2027/28"]];
        }
    }

    [Test]
    public void Hostile_names_come_out_as_text()
    {
        string[] titles =
        [
            "=1+1",
            "<script>alert('x')</script>",
            "right\u202eleft",
            "a\u0000b\u001bc",
            "[x]:*?/\\'y'",
            "half \ud83d",
            "_x0041_",
            new string('w', 60),
            new string('w', 60),
            "History",
            "checks",
        ];
        var renamed = PooledTown.Scenario.With(place =>
            place with
            {
                Organisations = [.. place.Organisations.Select((organisation, row) => organisation with { Title = titles[row] })],
                Services = [.. place.Services.Select((service, row) => service with { Title = titles[(row * 5) + 2] })],
            }
        );
        var answers = PooledTown.Answers(renamed with { Title = "=HYPERLINK(\"http://x\")" });
        var many = PooledTown.Scenario.With(place =>
            place with
            {
                Organisations =
                [
                    .. place.Organisations,
                    .. titles.Select(
                        (title, row) => SmallScenarios.Body($"body_{row}", OrganisationKind.Voluntary, 1_000.0) with { Title = title }
                    ),
                ],
                Governance = place.Governance with
                {
                    Funds =
                    [
                        .. place.Governance.Funds[..2],
                        .. titles.Select((_, row) => SmallScenarios.OwnFund($"body_{row}")),
                        .. place.Governance.Funds[2..],
                    ],
                },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            foreach (var bytes in (byte[][])[Write(Contents(answers)), Write(Contents(PooledTown.Answers(many)))])
            {
                using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
                Assert.That(new OpenXmlValidator().Validate(document).Select(error => error.Description), Is.Empty);
                var book = new OpenedBook(bytes);
                Assert.That(book.Sheets.Select(sheet => sheet.Name.ToUpperInvariant()), Is.Unique);
                Assert.That(book.Sheets.Select(sheet => sheet.Name), Has.All.Matches<string>(sheet => SafeName().IsMatch(sheet!)));
                Assert.That(
                    book.Sheets.SelectMany(sheet => sheet.Cells.Values).SelectMany(text => text),
                    Has.None.Matches<char>(letter => char.IsControl(letter) || letter is '\u202e')
                );
                Assert.That(
                    book.Sheets.SelectMany(sheet => sheet.Formulas.Values),
                    Has.None.Contains("1+1").And.None.Contains("HYPERLINK")
                );
                Assert.That(book["Checks"].Rows.Select(row => row["Result"]), Is.All.EqualTo("pass"));
            }
        }
    }

    [Test]
    public void Draws_come_with_ranges_and_with_what_the_answer_rests_on()
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", "borough"), []).Scenario!;
        var draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 50, Seed = 3, Threads = 2 });
        var featured = scenario.Options.Last(option => option.Id != scenario.Baseline);
        var tornado = TornadoStudy.Run(Prepared.Of(scenario), new Selection { Measure = "spend" }, featured.Id, scenario.Baseline);
        var contents = Contents(SystemSim.Analysis.Answers.Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs));
        var record = contents.Run.Scenarios[0] with { Draws = draws };
        var bytes = Write(
            contents with
            {
                Run = contents.Run with { Scenarios = [record] },
                Assumptions = AssumptionsLog.Of(scenario, tornado),
            }
        );
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var book = new OpenedBook(bytes);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new OpenXmlValidator().Validate(document).Select(error => error.Description), Is.Empty);
            Assert.That(book["Uncertainty"].Headings, Does.Contain("p5").And.Contain("p95"));
            Assert.That(book["Uncertainty"].Rows.SelectMany(row => row.Values), Has.None.EqualTo(""));
            Assert.That(
                book["Uncertainty"]
                    .Rows.Where(row => row["Measure"] == "Spend")
                    .Select(row =>
                        double.Parse(row["p5"], CultureInfo.InvariantCulture) <= double.Parse(row["p95"], CultureInfo.InvariantCulture)
                    ),
                Is.Not.Empty.And.All.True
            );
            Assert.That(book["Assumptions"].Headings, Does.Contain("Swing"));
            Assert.That(book["Assumptions"].Cells.Values, Has.Some.Contains("of the answer rests on weak numbers"));
        }
    }

    private static byte[] Bytes(string name)
    {
        lock (Made)
        {
            if (!Made.TryGetValue(name, out var bytes))
            {
                var read = ScenarioReader.Read(Repository.Find(["scenarios", .. name.Split('/')]), []);
                Made[name] = bytes = Write(
                    Contents(
                        SystemSim.Analysis.Answers.Of(read.Scenario!, CentralStudy.Run(Prepared.Of(read.Scenario!)).Runs),
                        read.Expectations
                    )
                );
            }

            return bytes;
        }
    }

    private static byte[] Write(WorkbookContents contents)
    {
        using var stream = new MemoryStream();
        WorkbookXlsx.Write(contents, stream);
        return stream.ToArray();
    }

    private static WorkbookContents Contents(Answers answers, IEnumerable<Expectation>? expectations = null)
    {
        var record = new ScenarioRecord
        {
            Name = "scenario",
            Scenario = answers.Scenario,
            Inputs = [new InputRecord("scenario.yaml", "00")],
            Overrides = [],
            Options = answers.Options,
            Expectations = ExpectationCheck.Hold(answers, [.. expectations ?? []]),
        };
        return new WorkbookContents(
            new RunRecord
            {
                Version = "1.0",
                Scenarios = [record],
                BySteps = false,
            },
            answers,
            AssumptionsLog.Of(answers.Scenario, [], "")
        );
    }

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{Letters((column / 26) - 1)}{(char)('A' + (column % 26))}";

    [GeneratedRegex(@"^(?!')[^\[\]:*?/\\\p{Cc}\u202e]{1,31}(?<!')\z")]
    private static partial Regex SafeName();

    [GeneratedRegex(@"^T\d\d+_[a-z_]+\z")]
    private static partial Regex TableName();
}
