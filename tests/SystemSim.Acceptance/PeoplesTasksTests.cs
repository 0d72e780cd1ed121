using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>What four people come for, done as they would do it: a finance officer, a policy team, a campaigner, an auditor.</summary>
public sealed class PeoplesTasksTests
{
    private const int MostWords = 10;

    private static string Draws => Path.Combine(Repository.Scenarios, "features", "draws");

    [Test]
    public void A_finance_officer_reads_what_next_year_saves_and_how_sure_that_is_on_the_screen_and_on_the_first_page()
    {
        using var here = new Workplace();

        var call = here.Call("run", Draws, "--out", "out");

        var told = Sentence().Match(call.Output.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(Regex.Replace(First(here), "<[^>]*>", ""));
        var tidy = new TidyRows(here.At("out"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero, call.Errors);
            Assert.That(call.Lines.Take(40).Any(line => line.StartsWith("In 2026/27, ", StringComparison.Ordinal)), "on the first screen");
            Assert.That(told.Success, call.Output);
            Assert.That(page, Does.Contain(told.Value), "the page says the same");
            Assert.That(page, Does.Contain("Who pays"));
            foreach (var (group, statistic) in new[] { ("mean", "mean"), ("least", "p90"), ("most", "p10") })
            {
                // Less is spent: the likely range stands with the smaller saving first.
                var exact = -tidy.Sum($"measure=spend_together;option=cheaper;against=now;year=2026/27;statistic={statistic};price_base=nominal");
                Assert.That(told.Groups[group].Value, Is.EqualTo($"£{exact.ToString("#,0", CultureInfo.InvariantCulture)}"), statistic);
            }
        }
    }

    [Test]
    public void A_policy_team_sets_five_options_of_a_million_each_side_by_side()
    {
        using var here = new Workplace();
        here.With("green-book.yaml", File.ReadAllBytes(Path.Combine(Repository.Scenarios, "shared", "green-book.yaml")));
        here.With("five.yaml", FiveServices.Yaml);

        var call = here.Call("run", "five.yaml", "--draws", "200", "--out", "out", "--json");

        Assert.That(call.ExitCode, Is.Zero, call.Errors);
        var table = JsonDocument.Parse(call.Output).RootElement.GetProperty("options_table");
        var options = table.GetProperty("options").EnumerateArray()
            .Where(option => option.TryGetProperty("against_baseline", out _)).ToArray();
        var page = WebUtility.HtmlDecode(First(here));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.Select(option => option.GetProperty("same")[0].GetString()), Is.EquivalentTo(FiveServices.Names));
            foreach (var option in options)
            {
                var (name, more) = (option.GetProperty("same")[0].GetString(), option.GetProperty("against_baseline"));
                var payers = option.GetProperty("who_pays").EnumerateArray()
                    .ToDictionary(payer => payer.GetProperty("title").GetString()!, payer => payer.GetProperty("more").GetProperty("value").GetDouble());
                Assert.That(more.GetProperty("p10").GetDouble(), Is.LessThan(more.GetProperty("p90").GetDouble()), name);
                Assert.That(payers["council"], Is.EqualTo(3e6).Within(0.01), $"{name}: a million a year for three years");
                Assert.That(payers["nhs"], Is.Negative, name);
                Assert.That(more.GetProperty("value").GetDouble(), Is.EqualTo(payers.Values.Sum()).Within(0.01), name);
                Assert.That(option.GetProperty("rests_on").EnumerateArray().Single().GetProperty("share").GetDouble(), Is.EqualTo(1.0), name);
                Assert.That(option.GetProperty("turned_away").GetDouble(), Is.LessThan(600_000.0), name);
                Assert.That(option.GetProperty("benefit_for_a_pound").GetDouble(), Is.Positive, name);
                Assert.That(
                    option.GetProperty("benefit_less_cost").GetDouble() > 0.0,
                    Is.EqualTo(option.GetProperty("benefit_for_a_pound").GetDouble() > 1.0),
                    name
                );
            }

            Assert.That(
                options.ToDictionary(
                    option => option.GetProperty("same")[0].GetString()!,
                    option => option.GetProperty("rests_on")[0].GetProperty("grade").GetString()
                ),
                Is.EquivalentTo(
                    new Dictionary<string, string>
                    {
                        ["befriending"] = "B",
                        ["classes"] = "A",
                        ["hubs"] = "C",
                        ["repairs"] = "D",
                        ["advice"] = "B",
                    }
                )
            );
            Assert.That(
                options.MaxBy(option => option.GetProperty("benefit_for_a_pound").GetDouble()).GetProperty("same")[0].GetString(),
                Is.EqualTo("classes"),
                "the most comes back where each contact costs least and helps most"
            );
            foreach (var row in (string[])["likely range", "Who pays", "Benefit for £1", "Turned away", "What the effect rests on"])
            {
                Assert.That(page, Does.Contain(row), "on the first page");
            }
        }
    }

    [TestCase("calderdale-staying-well")]
    [TestCase("leeds-neighbourhood-networks")]
    public void A_campaigner_takes_one_chart_and_one_sentence(string place)
    {
        using var here = new Workplace();

        var call = here.Call("report", Path.Combine(Repository.Scenarios, "places", place), "--claims", "--draws", "60", "--out", "out", "--json");

        Assert.That(call.ExitCode, Is.Zero, call.Errors);
        var claim = JsonDocument.Parse(call.Output).RootElement.GetProperty("claims")[0];
        var chart = XDocument.Load(here.At($"out/{claim.GetProperty("chart").GetString()}")).Root!;
        var sentence = claim.GetProperty("supports").GetString()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(claim.GetProperty("question").GetString(), Is.EqualTo("What comes back for each £1, and who is helped?"));
            Assert.That(sentence, Does.Contain("£").And.Match("[0-9]").And.EndWith("."));
            Assert.That(sentence, Does.Contain("turned away"));
            Assert.That(claim.GetProperty("opponent_says").GetString(), Is.Not.Empty);
            Assert.That(claim.GetProperty("reply").GetString(), Is.Not.Empty);
            Assert.That(claim.GetProperty("title").GetString()!.Split(' ').Length, Is.LessThanOrEqualTo(MostWords));
            Assert.That(chart.Value, Does.Contain("Source: "), "it stands by itself, cut out");
        }
    }

    [Test]
    public void An_auditor_runs_the_command_of_a_claim_as_it_is_printed()
    {
        using var here = new Workplace();
        var call = here.With("town.yaml", Town.Yaml).Call("report", "town.yaml", "--claims", "--out", "out", "--json");
        var command = JsonDocument.Parse(call.Output).RootElement.GetProperty("command").GetString()!;
        var before = File.ReadAllBytes(here.At("out/claims.html"));
        Directory.Delete(here.At("out"), recursive: true);
        here.With("bin/systemsim", $"#!/bin/sh\nexec {ProgramCall.InShell} \"$@\"\n");

        var again = ProgramCall.Script(
            here.Folder,
            new() { ["PATH"] = $"{here.At("bin")}:{Environment.GetEnvironmentVariable("PATH")}" },
            "-c",
            $"chmod +x bin/systemsim && {command}"
        );

        Assert.That((command[..command.IndexOf(" -", StringComparison.Ordinal)], again.ExitCode), Is.EqualTo(("systemsim report town.yaml", 0)), again.Errors);
        Assert.That(File.ReadAllBytes(here.At("results/town/claims.html")), Is.EqualTo(before), "it writes to the usual folder");
    }

    private static Regex Sentence() =>
        new(
            @"In 2026/27, (?<mean>£[\d,]+) less is spent on services on average \(likely range: (?<least>£[\d,]+) to (?<most>£[\d,]+) less\) with ‘[^’]+’ than with ‘[^’]+’"
        );

    /// <summary>The first page of the results in a folder.</summary>
    private static string First(Workplace here) => File.ReadAllText(here.At("out/summary.html")).Split("class=\"officers\"")[0];
}
