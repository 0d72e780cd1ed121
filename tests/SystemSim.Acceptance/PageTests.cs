using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The pages and charts of a results folder: what they say is what came out.</summary>
public sealed class PageTests
{
    private static readonly string[] Places =
    [
        "places/plymouth",
        "features/pool-starves-prevention",
        "features/stranded-cost",
        "features/price-index-and-charges",
        "features/several-areas",
        "features/who-invests-who-gains",
    ];

    private static readonly string[] Drawn =
    [
        "places/plymouth",
        "places/shropshire-libraries",
        "features/draws",
        "features/borough",
        "features/appraisal-life-years",
    ];

    private static IEnumerable<object[]> PlacesAndDraws =>
        [.. Places.Select(place => new object[] { place, "0" }), .. Drawn.Select(place => new object[] { place, "300" })];

    [TestCaseSource(nameof(PlacesAndDraws))]
    public void Every_number_on_the_page_is_that_of_the_tidy_files(string scenario, string draws)
    {
        using var here = new Workplace();
        here.Call("report", Path.Combine(Repository.Scenarios, scenario), "--out", "out", "--claims", "--draws", draws);
        var tidy = new TidyRows(here.At("out"));

        using (Assert.EnterMultipleScope())
        {
            foreach (var page in (string[])["summary.html", "claims.html"])
            {
                var html = File.ReadAllText(here.At($"out/{page}"));
                var numbers = PageNumber.In(html).Where(number => number.Of.Length > 0).ToArray();
                // Where no one option is told of nothing is claimed.
                Assert.That(numbers.Length > 0 || page == "claims.html", page);
                foreach (var number in numbers)
                {
                    // A sum of many rows is taken in another order here.
                    Assert.That(
                        number.Value,
                        Is.EqualTo(tidy.Sum(number.Of)).Within(Math.Max(1e-6, Math.Abs(number.Value) * 1e-9)),
                        $"{page}: {number.Of}"
                    );
                }
            }
        }
    }

    [Test]
    public void Years_after_an_unfunded_gap_are_no_forecast()
    {
        const string Line = "Years after 2026/27 are no forecast: council has an unfunded gap then.";
        using var here = new Workplace();
        var call = here.Call("report", Path.Combine(Repository.Scenarios, "features/reserves-and-gap"), "--out", "out", "--claims");
        var run = here.Call("run", Path.Combine(Repository.Scenarios, "features/reserves-and-gap"), "--out", "again", "--json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                here.Call("run", Path.Combine(Repository.Scenarios, "features/reserves-and-gap"), "--out", "text").Lines,
                Has.One.EqualTo(Line)
            );
            Assert.That(WebUtility.HtmlDecode(File.ReadAllText(here.At("out/summary.html"))), Does.Contain(Line), call.Errors);
            Assert.That(WebUtility.HtmlDecode(File.ReadAllText(here.At("out/claims.html"))), Does.Contain(Line));
            Assert.That(run.Output, Does.Contain("\"no_forecast_after\": \"2026/27\""));
        }
    }

    [TestCaseSource(nameof(PlacesAndDraws))]
    public void Every_number_is_printed_as_it_is(string scenario, string draws)
    {
        using var here = new Workplace();
        here.Call("report", Path.Combine(Repository.Scenarios, scenario), "--out", "out", "--draws", draws);
        var html = File.ReadAllText(here.At("out/summary.html"));

        using (Assert.EnterMultipleScope())
        {
            foreach (var table in Regex.Matches(html, "<table>.*?</table>", RegexOptions.Singleline).Select(found => found.Value))
            {
                var caption = WebUtility.HtmlDecode(
                    Regex.Match(table, "<caption>(.*?)</caption>", RegexOptions.Singleline).Groups[1].Value
                );
                var pounds =
                    caption.Contains("£m", StringComparison.Ordinal) ? 1e6
                    : caption.Contains("£k", StringComparison.Ordinal) ? 1e3
                    : 1.0;
                Assert.That(PageNumber.In(table).Where(number => !number.IsPrintedRight(pounds)), Is.Empty, caption);
            }

            Assert.That(
                PageNumber
                    .In(Regex.Replace(html, "<table>.*?</table>", "", RegexOptions.Singleline))
                    .Where(number => !number.IsPrintedRight(1.0)),
                Is.Empty
            );
        }
    }

    [Test]
    public void A_page_and_its_charts_do_nothing_with_what_names_hold()
    {
        using var here = new Workplace();
        var hostile = Town.With("title: A town", "title: \"<script>alert(1)</script> =1+1 \u202Etxet\"")
            .Replace(
                "title: Each pays for its own",
                "title: \"<img src=x onerror=alert(1)> \u05D0\u05D1 & 'quoted'\"",
                StringComparison.Ordinal
            );

        here.With("town.yaml", hostile).Call("report", "town.yaml", "--out", "out", "--claims");

        var charts = Directory.GetFiles(here.At("out/charts"));
        Assert.That(charts, Has.Length.GreaterThan(5));
        using (Assert.EnterMultipleScope())
        {
            foreach (var file in charts.Append(here.At("out/summary.html")).Append(here.At("out/claims.html")))
            {
                var text = File.ReadAllText(file);
                Assert.That(
                    text,
                    Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("\u202E").And.Not.Contain("&#x202E;"),
                    file
                );
                Assert.That(WebUtility.HtmlDecode(text), Does.Contain("\u2068").Or.Not.Contain("\u05D0"), file);
            }

            Assert.That(charts.Select(chart => XDocument.Load(chart).Root!.Name.LocalName), Is.All.EqualTo("svg"));
        }
    }

    [Test]
    public void A_pool_that_makes_things_worse_is_told_as_plainly_as_one_that_helps()
    {
        using var here = new Workplace();

        var call = here.Call("report", Path.Combine(Repository.Scenarios, "features/pool-starves-prevention"), "--out", "out", "--claims");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Lines, Does.Contain("  Chart: A pool, pooled: £74.4k less, 2,976 more turned away (charts/difference.svg)"));
            Assert.That(call.Lines, Does.Contain("  Chart: council: £15.9k worse; nhs: £90.3k better (charts/gains.svg)"));
            Assert.That(
                call.Output,
                Does.Contain("Who loses: Worse off: council by £15.9k by 2029/30. 2,976 more contacts are turned away")
            );
        }
    }

    [Test]
    public void A_pool_that_costs_more_says_so_in_title_sentence_and_colour()
    {
        using var here = new Workplace();
        var dear = Town.With("set_up: £1000, running: £500 a year", "set_up: £0, running: £0 a year")
            .Replace(
                "  pooled: {governance: one_pool}",
                "  pooled: {governance: one_pool, set: {services.care.cost.unit: £150}}",
                StringComparison.Ordinal
            );

        var call = here.With("town.yaml", dear).Call("report", "town.yaml", "--out", "out");

        var chart = File.ReadAllText(here.At("out/charts/difference.svg"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(XDocument.Parse(chart).Root!.Elements().First().Value, Does.Match("£[0-9.]+k more"));
            Assert.That(call.Output, Does.Match("£[0-9.]+k more is spent"));
            Assert.That(chart, Does.Contain("801650").And.Not.Contain("28A197"));
        }
    }

    [Test]
    public void Without_a_browser_images_are_refused_in_a_sentence()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml);

        var call = ProgramCall.In(here.Folder, _ => { }, new() { ["CHROMIUM"] = "/nowhere/chromium" }, ["report", "town.yaml", "--png"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Output), Is.EqualTo((5, "")));
            Assert.That(
                call.Errors,
                Is.EqualTo(
                    "systemsim: CHROMIUM names /nowhere/chromium, and there is no such file.\n  hint: install chromium, name it in the variable CHROMIUM, or leave out --png: the charts are there as SVG.\n"
                )
            );
            Assert.That(here.Files(), Is.EqualTo(["town.yaml"]));
        }
    }

    [Test]
    public void Images_are_charts()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml);

        var call = ProgramCall.In(
            here.Folder,
            _ => { },
            new() { ["CHROMIUM"] = Browser.Path },
            ["report", "town.yaml", "--png", "--out", "out"]
        );

        byte[] signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
            Assert.That(
                Directory.GetFiles(here.At("out/charts"), "*.png").Select(file => File.ReadAllBytes(file)[..4]),
                Is.All.EqualTo(signature).And.Exactly(Directory.GetFiles(here.At("out/charts"), "*.svg").Length).Items
            );
        }
    }

    [Test]
    public void The_chart_in_the_readme_is_the_one_that_comes_out()
    {
        using var here = new Workplace();
        here.Call("run", Path.Combine(Repository.Scenarios, "places/plymouth"), "--out", "out");

        Assert.That(
            File.ReadAllText(here.At("out/charts/difference.svg")),
            Is.EqualTo(File.ReadAllText(Path.Combine(Repository.Scenarios, "places/plymouth/difference.svg"))),
            "copy results/plymouth/charts/difference.svg to scenarios/places/plymouth, and look at it"
        );
    }
}
