using System.Text;
using System.Xml.Linq;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;
using SystemSim.Tests.Analysis;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Reporting;

/// <summary>What is told of a run: it follows from the numbers, whichever way they go.</summary>
public sealed class EvidenceTests
{
    private const int MostWords = 10;

    [TestCase(new[] { 4.0, 13.0 }, 13.0, 0.3)]
    [TestCase(new[] { 8.0, 13.0 }, 8.0, 0.7)]
    public void The_answer_turns_at_the_crossing_nearest_to_the_central_value(double[] crossings, double turns, double beyond)
    {
        var of = new SensitivityOf("Town", new Selection { Measure = "spend" }, Headline.Nominal, new("now"));
        var tornado = new Tornado { Of = of, Central = -5.0, Bars = [] };
        var value = new SwitchingValue
        {
            Of = of,
            Quantity = "services.help.cost.unit",
            Names = ["services.help.cost.unit"],
            Central = 10.0,
            AtCentral = -5.0,
            From = 0.0,
            To = 20.0,
            Tolerance = 0.005,
            Crossings = [.. crossings.Select(crossing => new Crossing { Value = crossing, Residual = 0.0, ChanceBelow = 0.7 })],
            Points = [],
        };

        var turning = Sensitivity.Of(tornado, [value, value with { Crossings = [] }], Town(years: 1)).Switching.Single();
        var nothing = Sensitivity.Of(tornado, [value with { AtCentral = 0.004 }], Town(years: 1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((turning.Central, turning.Turns), Is.EqualTo(("10", $"{turns}")));
            Assert.That(turning.Chance, Is.EqualTo(beyond).Within(1e-12));
            Assert.That((nothing.Switching.Length, nothing.Unturned.Length, nothing.IsNothing), Is.EqualTo((0, 0, true)));
        }
    }

    [Test]
    public void Whatever_comes_out_titles_are_short_and_charts_can_be_read([Range(1, 60)] int seed, [Values(0, 24)] int draws)
    {
        if (Of(RandomScenario.Make(seed), draws) is not { } evidence)
        {
            Assert.Pass("An invariant stopped this one.");
            return;
        }

        TestContext.Out.WriteLine(string.Join('\n', evidence.Pictures.Select(picture => picture.Title)));
        using (Assert.EnterMultipleScope())
        {
            foreach (var picture in evidence.Pictures)
            {
                var about = $"seed {seed}, {picture.Name}: {picture.Title}";
                Assert.That(picture.Title.Split(' '), Has.Length.LessThanOrEqualTo(MostWords), about);
                Assert.That(picture.Title, Does.Not.Contain("NaN").And.Not.Contain("Infinity").And.Not.Contain("∞"), about);
                Assert.That(Clashes(picture), Is.Empty, about);
                Assert.That(
                    picture.Labels.Where(label =>
                        label.Box.Left < 0.0 || label.Box.Right > Picture.Width || label.Box.Bottom > picture.Height
                    ),
                    Is.Empty,
                    about
                );
                Assert.That(
                    XDocument.Parse(Encoding.UTF8.GetString(Rendering.Svg(picture))).Root!.Name.LocalName,
                    Is.EqualTo("svg"),
                    about
                );
            }

            Assert.That(evidence.Pictures.Select(picture => picture.Name), Is.Unique);
        }
    }

    [Test]
    public void Every_table_adds_up_and_has_a_cell_for_every_heading([Range(1, 20)] int seed)
    {
        if (Of(RandomScenario.Make(seed)) is not { } evidence)
        {
            Assert.Pass("An invariant stopped this one.");
            return;
        }

        Assert.That(
            evidence
                .Tables.Concat(evidence.Details)
                .Append(evidence.Checks)
                .SelectMany(table =>
                    table.Rows.Where(row => row.Length != table.Columns.Length).Select(row => $"{table.Caption}: {row[0].Text}")
                ),
            Is.Empty
        );
    }

    // The NHS's own fund banks its growth; the pool's rule spends it on help, twice as much of which is asked as is paid for.
    [TestCase(true)]
    [TestCase(false)]
    public void Growth_that_silos_bank_and_the_pools_rule_spends_is_told_as_the_rules(bool silosHaveTheRule)
    {
        var shares = new StartOfYear { Rule = new BudgetRule.FixedShares() };
        var town = Town(years: 3).WithBody(Nhs, body => body with { Income = [new("income", Path(240_000.0, 252_000.0, 252_000.0))] })
            .WithService(Help, service => service with { Budget = Q(24_000.0), Demand = service.Demand with { Rates = [null, Q(24.0)] } });
        town = silosHaveTheRule ? town.WithFund(Council, fund => fund with { StartOfYear = shares }) : town;
        var pool = OnePool();
        var evidence = Of(
            town.WithOption(Pooled, place =>
                place with
                {
                    Governance = pool with
                    {
                        Funds = [.. pool.Funds.Select(fund => fund.Pool is null ? fund : fund with { StartOfYear = shares })],
                    },
                }
            )
        )!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Title(evidence, "difference"), Is.EqualTo("A town, pooled: £24k more"));
            Assert.That(Title(evidence, "drivers"), Is.EqualTo("Rule in the pool: £24k more; nothing else matters"));
            Assert.That(
                evidence.Charts.Select(claim => claim.Sentence.ToString()),
                Has.One.EqualTo("Of the difference in spending, the rule in the pool £24k more.")
            );
        }
    }

    [Test]
    public void What_is_carried_on_is_on_the_page()
    {
        var town = Town(years: 2)
            .WithBody(Nhs, body => body with { Income = [new("income", Path(239_000.0))] })
            .WithService(Help, service => service with { Floor = Path(24_000.0) })
            .WithOption("short", place => place.WithBody(Council, body => body with { Income = [new("income", Path(23_000.0))] }));

        var table = Of(town)!.Tables.Single(known => known.Caption.StartsWith("Deficits", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Caption, Does.StartWith("Deficits and unfunded gaps at the end of 2027/28, £, "));
            Assert.That(
                table.Rows.Select(row => string.Join('|', row.Select(cell => cell.Text))),
                Is.EqualTo(new List<string> { "council, gap|0|2,000", "nhs, deficit|2,000|2,000" })
            );
            Assert.That(Of(PooledTown.Scenario)!.Tables.Select(known => known.Caption), Has.None.StartsWith("Deficits"));
        }
    }

    [Test]
    public void A_pool_that_saves_nothing_itself_but_costs_to_run_is_told_by_what_goes_unmet()
    {
        var evidence = Of(PooledTown.Scenario)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Title(evidence, "difference"), Is.EqualTo("A town, pooled: £1,000 less, 300 more turned away"));
            Assert.That(Title(evidence, "gains"), Is.EqualTo("nhs: £909 better off; nobody loses"));
            Assert.That(
                evidence.Story.Answer.Select(sentence => sentence.ToString()),
                Is.EqualTo([
                    "In 2026/27, as much is spent on services with ‘pooled’ as with ‘Each pays for its own’.",
                    "Over 2 years, £1,000 less is spent on services. Who pays: nhs £909 less and council £91 less.",
                    "Better off by 2027/28: nhs by £909 and council by £91. Nobody is worse off.",
                    "300 more contacts are turned away.",
                ])
            );
            Assert.That(
                evidence.Losers.ToString(),
                Does.StartWith("No organisation is worse off by 2027/28.").And.Contain("300 more contacts are turned away")
            );
        }
    }

    [TestCase(90.0, "24k less")]
    [TestCase(110.0, "24k more")]
    public void A_title_turns_with_its_number(double unitCost, string says)
    {
        var evidence = Of(
            Town(years: 1)
                .WithOption("other", place =>
                    place.WithService("care", service => service with { Cost = service.Cost with { Unit = Q(unitCost) } })
                )
        )!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Title(evidence, "difference"),
                Is.EqualTo($"A town, other: £{says}")
            );
            Assert.That(Title(evidence, "drivers"), Does.Contain($"Prices: £{says}"));
            Assert.That(
                evidence.Charts[0].Picture.Marks.OfType<Mark.Block>().Select(block => block.Ink),
                Does.Contain(unitCost > 100.0 ? Palette.More : Palette.Less)
            );
        }
    }

    // What care costs in the option, as a multiple of what it costs in the baseline, year by year.
    [TestCase(
        new[] { 1.1, 1.0, 1.0 },
        "Breaks even in no simulation within 3 years",
        "never breaks even within 3 years",
        "£24k more in 2028/29"
    )]
    [TestCase(new[] { 1.1, 0.8, 1.0 }, "Breaks even by 2027/28 in every simulation", "breaks even by 2027/28", "£24k less in 2028/29")]
    [TestCase(new[] { 1.1, 0.8, 1.05 }, "Breaks even by 2027/28 in every simulation", "breaks even by 2027/28", "£12k less in 2028/29")]
    [TestCase(
        new[] { 1.1, 0.8, 1.2 },
        "Breaks even in no simulation within 3 years",
        "never breaks even within 3 years",
        "£24k more in 2028/29"
    )]
    [TestCase(
        new[] { 1.0, 0.8, 1.2 },
        "In no simulation is more spent to date",
        "has spent no more to date at the end of any year",
        "£0 in 2028/29"
    )]
    public void Breaking_even_is_told_as_the_draws_have_it(double[] levels, string title, string sentence, string end)
    {
        var town = Town(years: 3);
        var dear = (town with { Prices = town.Prices with { Indices = [new() { Id = new("dear"), Levels = Path(levels) }] } }).WithOption(
            "other",
            place =>
                place.WithService(Care, service =>
                    service with
                    {
                        Cost = service.Cost with { Unit = Q(100.0 * levels[0]), Index = new("dear") },
                    }
                )
        );
        var claim = Of(dear, draws: 8)!.Charts.Single(known => known.Picture.Name == "break-even");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(claim.Picture.Title, Is.EqualTo(title));
            Assert.That(claim.Sentence.ToString(), Does.StartWith($"At central values ‘other’ {sentence}."));
            Assert.That(
                claim.Picture.Description,
                Does.Contain(end.Replace(" less", "", StringComparison.Ordinal).Replace(" more", "", StringComparison.Ordinal))
            );
        }
    }

    // Chances of the baseline where a life year is worth less, and at least, £40,000; the other option has what is left.
    [TestCase(0.8, 0.7, "Fixed shares: likeliest best at every worth shown")]
    [TestCase(0.3, 0.2, "Pooled: likeliest best at every worth shown")]
    [TestCase(0.8, 0.2, "Fixed shares likeliest to £30k, Pooled from £40k")]
    [TestCase(0.2, 0.8, "Pooled likeliest to £30k, Fixed shares from £40k")]
    [TestCase(0.8, 0.5, "No one option is likeliest at every worth")]
    [TestCase(0.5, 0.5, "No option is likelier the best than another")]
    public void Who_is_likeliest_the_best_is_told_as_the_draws_have_it(double below, double above, string title)
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", "borough"), []).Scenario!;
        var two = scenario with { Options = [.. scenario.Options.Take(2)] };
        var draws = DrawStudy.Run(Prepared.Of(two), new DrawRequest { Draws = 16 });
        var told = draws with
        {
            Summaries =
            [
                .. draws.Summaries.Select(
                    (summary, row) =>
                        draws.Outcomes[row].About is { Measure: var measure, Option: var option }
                        && measure.StartsWith("best_at_", StringComparison.Ordinal)
                            ? summary with
                            {
                                Mean = Chance(
                                    double.Parse(measure["best_at_".Length..], System.Globalization.CultureInfo.InvariantCulture),
                                    option
                                ),
                            }
                            : summary
                ),
            ],
        };
        var answers = SystemSim.Analysis.Answers.Of(two, CentralStudy.Run(Prepared.Of(two)).Runs);
        var request = Request(answers);
        var claim = Evidence
            .Of(request with { Record = request.Record with { Draws = told } })
            .Charts.Single(known => known.Picture.Name == "acceptability");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(claim.Picture.Title, Is.EqualTo(title));
            Assert.That(
                claim.Sentence.ToString(),
                Does.Contain(
                    $"{(above == 0.5 ? "‘Fixed shares’ and ‘Shares that follow unmet need’" : above > 0.5 ? "‘Fixed shares’" : "‘Shares that follow unmet need’")}, in {Math.Max(above, 1.0 - above):0%}{(above == 0.5 ? " each" : "")}."
                )
            );
        }

        double Chance(double worth, string option) =>
            option == two.Baseline.Name ? (worth < 40_000.0 ? below : above) : 1.0 - (worth < 40_000.0 ? below : above);
    }

    [Test]
    public void An_option_that_changes_nothing_is_said_to_change_nothing()
    {
        var evidence = Of(Town(years: 2).WithOption("same", place => place))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                evidence.Story.Answer.Select(sentence => sentence.ToString()),
                Is.EqualTo(["‘same’ comes to the same as ‘Each pays for its own’ in every number of every year."])
            );
            Assert.That(
                evidence.Pictures.Select(picture => picture.Name).Intersect(["difference", "gains", "options", "break-even", "drivers"]),
                Is.Empty
            );
        }
    }

    [Test]
    public void One_option_alone_is_told_without_a_difference()
    {
        var evidence = Of(Town(years: 2))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                evidence.Story.Answer.Select(sentence => sentence.ToString()),
                Is.EqualTo([
                    "With ‘Each pays for its own’ £528k is spent over 2 years.",
                    "There is no other option to hold it against.",
                ])
            );
            Assert.That(evidence.Charts.Select(claim => claim.Picture.Name), Does.Not.Contain("difference"));
        }
    }

    [Test]
    public void A_claim_leans_on_what_matters_most_where_that_is_known()
    {
        var answers = PooledTown.Answers();
        var sensitivity = new Sensitivity(
            -1_000.0,
            [
                new TornadoRow("services.help.demand", "1", "2", -5_000.0, 3_000.0),
                new TornadoRow("people.deaths", "1%", "2%", -1_100.0, -900.0),
            ],
            [new TurningValue("services.help.demand", "12", "17")]
        );
        var evidence = Evidence.Of(Request(answers) with { Sensitivity = sensitivity });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(evidence.LeansOn, Does.StartWith("services.help.demand (1 to 2); people.deaths (1% to 2%)."));
            Assert.That(
                evidence.Story.Turns.Select(way => way.ToString()),
                Is.EqualTo(["services.help.demand is 17 instead of 12."])
            );
            Assert.That(Title(evidence, "tornado"), Is.EqualTo("Matters most: services.help.demand"));
            Assert.That(evidence.Charts[0].Pessimistic.ToString(), Does.Contain("£3,000 more"));
        }
    }

    [Test]
    public void The_page_lets_nothing_in_and_obeys_its_own_style_alone()
    {
        var page = Encoding.UTF8.GetString(Rendering.Summary(Of(PooledTown.Scenario)!));
        var style = page.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(System.Net.WebUtility.HtmlDecode(page), Does.Contain($"default-src 'none'; style-src 'sha256-{hash}'"));
            Assert.That(page, Does.Not.Contain("<script").And.Not.Contain(" style=").And.Not.Contain("src="));
            Assert.That(page, Does.StartWith("<!DOCTYPE html>").And.EndWith("</html>\n"));
        }
    }

    private static Evidence? Of(Scenario scenario, int draws = 0)
    {
        var study = CentralStudy.Run(Prepared.Of(scenario));
        if (study.Broken is not null)
        {
            return null;
        }

        var request = Request(SystemSim.Analysis.Answers.Of(scenario, study.Runs));
        return Evidence.Of(
            draws == 0
                ? request
                : request with
                {
                    Record = request.Record with { Draws = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = draws }) },
                }
        );
    }

    private static EvidenceRequest Request(Answers answers)
    {
        var scenario = answers.Scenario;
        var featured = Featured.Of(scenario, answers.Options, told: null);
        return new EvidenceRequest
        {
            Version = "1.0",
            Record = new ScenarioRecord
            {
                Name = "town",
                Scenario = scenario,
                Inputs = [],
                Overrides = [],
                Options = answers.Options,
                Expectations = [],
            },
            Answers = answers,
            Waterfall = featured is { } option
                ? WaterfallStudy.Run(Prepared.Of(scenario), new Selection { Measure = "spend" }, scenario.Baseline, option).Waterfall
                : null,
        };
    }

    private static string Title(Evidence evidence, string chart) => evidence.Pictures.Single(picture => picture.Name == chart).Title;

    private static IEnumerable<string> Clashes(Picture picture) =>
        from first in picture.Labels.Index()
        from second in picture.Labels.Index()
        where first.Index < second.Index && first.Item.Box.Overlaps(second.Item.Box)
        select $"'{first.Item.Text}' and '{second.Item.Text}'";
}
