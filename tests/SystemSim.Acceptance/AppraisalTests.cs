using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>What is said of discounted money wherever it is shown, and of ratios that are not there.</summary>
public sealed class AppraisalTests
{
    private const string Discounted =
        "Discounted by financial year, 2026/27 not at all: money at 3.5% a year, life years and what they are worth at 1.5% a year; money is real, in 2026/27 prices.";

    private static readonly string Feature = Path.Combine(Repository.Scenarios, "features", "appraisal-life-years");

    [Test]
    public void How_money_is_discounted_is_one_sentence_in_every_file_that_shows_it()
    {
        using var here = new Workplace();

        var call = here.Call("run", Feature, "--draws", "20", "--keep-draws", "--out", "out");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero, call.Errors);
            Assert.That(Unfolded(call.Output), Does.Contain(Discounted));
            Assert.That(Read("run.json").GetProperty("scenarios")[0].GetProperty("discounting").GetString(), Is.EqualTo(Discounted));
            Assert.That(Described("appraisal"), Does.Contain(Discounted));
            Assert.That(Described("draws"), Does.Contain(Discounted));
            Assert.That(Described("money"), Is.Not.Empty.And.Not.Contain("iscount"));
            Assert.That(WebUtility.HtmlDecode(Text("summary.html")), Does.Contain(Discounted));
            Assert.That(Text("assurance.md"), Does.Contain(Discounted));
            Assert.That(
                SheetsOf("workbook.xlsx").Count(sheet => sheet.Contains(Discounted, StringComparison.Ordinal)),
                Is.GreaterThanOrEqualTo(2)
            );
        }

        string Described(string table) => Read($"tidy/{table}.csv-metadata.json").GetProperty("dc:description").GetString()!;

        JsonElement Read(string name) => JsonDocument.Parse(Text(name)).RootElement;

        string Text(string name) => File.ReadAllText(here.At($"out/{name}"));

        string[] SheetsOf(string name)
        {
            using var workbook = ZipFile.OpenRead(here.At($"out/{name}"));
            return [.. workbook.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                // A sentence above a table goes over as many rows as it needs.
                var texts = Regex.Matches(reader.ReadToEnd(), "<t [^>]*>([^<]*)</t>").Select(text => text.Groups[1].Value);
                return WebUtility.HtmlDecode(string.Join(' ', texts));
            })];
        }
    }

    [TestCase("run --draws 20 --out out --json")]
    [TestCase("explain --measure net_present_value_social")]
    [TestCase("explain --measure net_present_value_social --json")]
    [TestCase("sensitivity --measure benefit_cost_ratio_public")]
    [TestCase("sensitivity --measure benefit_cost_ratio_public --json")]
    [TestCase("sensitivity --frontier discounted_quality_adjusted_life_years --measure net_present_cost --draws 20")]
    [TestCase("sensitivity --frontier discounted_quality_adjusted_life_years --measure net_present_cost --draws 20 --json")]
    [TestCase("sensitivity --acceptability discounted_quality_adjusted_life_years --measure net_present_cost --draws 20")]
    public void Every_verb_that_shows_discounted_money_says_how(string command)
    {
        using var here = new Workplace();
        var words = command.Split(' ');

        var call = here.Call([words[0], Feature, .. words[1..], "--quiet"]);

        Assert.That(Unfolded(call.Output), Does.Contain(Discounted), call.Errors);
    }

    [TestCase("explain --measure spend --where organisation=council")]
    [TestCase("sensitivity --frontier quality_adjusted_life_years --draws 20")]
    public void What_is_not_discounted_does_not_say_so(string command)
    {
        using var here = new Workplace();
        var words = command.Split(' ');

        var call = here.Call([words[0], Feature, .. words[1..], "--quiet"]);

        Assert.That(Unfolded(call.Output), Does.Not.Contain("Discounted by"), call.Errors);
    }

    [TestCase(
        "explain --measure benefit_cost_ratio_public",
        "benefit_cost_ratio_public is held against now, which has none itself: from what is not there, there is no way to what is."
    )]
    [TestCase(
        "sensitivity --measure benefit_cost_ratio_public --option now --against comfort",
        "comfort and now do not both have benefit_cost_ratio_public of this."
    )]
    public void No_difference_is_taken_from_a_ratio_that_is_not_there(string command, string says)
    {
        using var here = new Workplace();
        var words = command.Split(' ');

        var call = here.Call([words[0], Feature, .. words[1..], "--quiet"]);

        Assert.That((call.ExitCode, call.Errors.Split('\n')[0]), Is.EqualTo((2, $"{Feature}: {says}")));
    }

    [Test]
    public void Options_are_not_set_side_by_side_by_a_ratio_to_the_baseline()
    {
        using var here = new Workplace();

        var call = here.Call("sensitivity", Feature, "--frontier", "benefit_cost_ratio_public", "--quiet");

        Assert.That(
            (call.ExitCode, call.Errors.Split('\n')[0]),
            Is.EqualTo(
                (
                    2,
                    "systemsim: 'benefit_cost_ratio_public' is held against the baseline, which has none itself: options are not set side by side by it."
                )
            )
        );
    }

    /// <summary>Sentences that were parted into lines in one piece again.</summary>
    private static string Unfolded(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
