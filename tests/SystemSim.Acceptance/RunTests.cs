using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>run</c>: what it prints, and the folder that it leaves.</summary>
public sealed class RunTests
{
    private const string LongTitle =
        "One integrated health and care budget hosted by the council from April 2026, with all that was ever spent on either";

    [Test]
    public void A_long_title_cuts_no_answer_in_any_verb()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.With("pooled: {governance: one_pool}", $"pooled: {{governance: one_pool, title: \"{LongTitle}\"}}")
            .Replace("{kind: council,", $"{{kind: council, title: \"{LongTitle}\",", StringComparison.Ordinal)
            .Replace("{unit: £10, year: 2026/27}", "{unit: {value: £10, low: £9, high: £11}, year: 2026/27}", StringComparison.Ordinal));

        ProgramCall[] calls =
        [
            here.Call("run", "town.yaml", "--draws", "50"),
            here.Call("compare", "town.yaml", "--draws", "50"),
            here.Call("compare", "--each", "town.yaml", "--draws", "50"),
            here.Call("report", "town.yaml", "--draws", "50", "--claims"),
            here.Call("explain", "town.yaml", "--measure", "spend"),
            here.Call("sensitivity", "town.yaml"),
            here.Call("sensitivity", "town.yaml", "--frontier", "left", "--draws", "50"),
            here.Call("sensitivity", "town.yaml", "--sobol", "--draws", "50"),
            here.Call("sensitivity", "town.yaml", "--switch", "services.help.cost.unit"),
            here.Call("check", "town.yaml", "--draws", "50"),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(calls.Select(call => call.ExitCode), Is.All.Zero);
            // Labels of tables may be cut, with all of their numbers beside them; nothing else is.
            Assert.That(
                calls.SelectMany(call => call.Lines).Where(line => line.Contains('…', StringComparison.Ordinal)),
                Has.All.Match("…[^…]* {2,}[(0-9£<-]").Or.Empty
            );
            Assert.That(
                string.Join(' ', calls[0].Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
                Does.Contain($"with ‘{LongTitle}’")
            );
        }
    }

    [Test]
    public void What_is_more_than_nothing_is_never_told_as_nought_per_cent()
    {
        using var here = new Workplace();
        here.With(
            "town.yaml",
            Town.With("pooled: {governance: one_pool}", "pooled: {governance: silos, set: {services.care.cost.unit: £100.01}}")
        );

        var call = here.Call("run", "town.yaml", "--options", "pooled");
        var report = here.Call("report", "town.yaml", "--options", "pooled");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                call.Output,
                Does.Contain("Over 2 years, £48 more is spent").And.Not.Contain("0.0%")
            );
            Assert.That(report.Output, Does.Contain("Over 2 years, £48 more is spent").And.Not.Contain("(0%)"));
        }
    }

    [Test]
    public void What_an_option_sets_and_changes_nothing_is_told_by_run_compare_and_page()
    {
        using var here = new Workplace();

        // The cost is what it was, and the budget what the opening demand comes to.
        here.With(
            "town.yaml",
            Town.With(
                "pooled: {governance: one_pool}",
                "pooled: {governance: one_pool}\n  more: {governance: one_pool, set: {services.help.budget: £24k, services.help.cost.unit: £10}}\n  same: {governance: silos}"
            )
        );

        string[] found =
        [
            "town.yaml:29:32: finding SIM242: 'more' sets services.help.budget, and nothing follows: with central values no number differs from what it is without that (its budget of 2026/27 is £22,500 either way).",
            "finding SIM242: 'more' sets services.help.cost.unit, and nothing follows: with central values no number differs from what it is without that.",
            "finding SIM243: 'same' comes to the same as 'siloed' in every number of the central run.",
            "finding SIM243: 'more' comes to the same as 'pooled' in every number of the central run.",
        ];
        string[] told =
        [
            here.Call("run", "town.yaml").Output,
            here.Call("compare", "town.yaml").Output,
            here.Call("report", "town.yaml").Output,
        ];
        var page = System.Net.WebUtility.HtmlDecode(File.ReadAllText(here.At("results/town/summary.html")));

        using (Assert.EnterMultipleScope())
        {
            foreach (var finding in found)
            {
                Assert.That(told, Has.All.Contain(finding));
                Assert.That(
                    page,
                    Does.Contain(
                        Regex.Replace(
                            finding[(finding.IndexOf("SIM", StringComparison.Ordinal) + 8)..]
                                .Replace("'siloed'", "'Each pays for its own'", StringComparison.Ordinal),
                            "'(.*?)'",
                            "‘$1’"
                        )
                    )
                );
            }

            Assert.That(here.Call("run", "town.yaml", "--options", "pooled").Output, Does.Not.Contain("SIM24"));
        }
    }

    [Test]
    public void Two_of_one_title_have_their_names_in_brackets()
    {
        using var here = new Workplace();
        here.With(
            "town.yaml",
            Town.With("{kind: council,", "{kind: council, title: Twin,")
                .Replace("{kind: nhs_commissioner,", "{kind: nhs_commissioner, title: Twin,", StringComparison.Ordinal)
        );

        var check = here.Call("check", "town.yaml");
        var run = here.Call("run", "town.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                check.Errors,
                Does.Contain(
                    "finding SIM240: the organisations 'council' and 'nhs' have one title, 'Twin': they are printed with their names in brackets."
                )
            );
            Assert.That(
                run.Output,
                Does.Contain("Better off by 2027/28: Twin (nhs) by £909 and Twin (council) by £91. Nobody is worse off.")
            );
            Assert.That(
                File.ReadAllText(here.At("results/town/charts/gains.svg")),
                Does.Contain("Twin (nhs)").And.Contain("Twin (council)")
            );
        }
    }


    private static readonly string[] Tidy =
    [
        .. from table in (string[])["activity", "gains", "money", "population", "positions"]
           from ending in (string[])[".csv", ".csv-metadata.json"]
           select $"results/town/tidy/{table}{ending}",
    ];

    private static readonly string[] Charts =
    [
        .. from chart in (string[])
            ["break-even", "demand", "difference", "drivers", "gains", "options", "payers", "people", "positions", "shares", "tiers"]
        select $"results/town/charts/{chart}.svg",
    ];

    private static readonly string[] ForReaders =
    [
        "results/town/assumptions.csv",
        "results/town/assurance.md",
        "results/town/inputs/town.yaml",
        "results/town/reproduce.cmd",
        "results/town/reproduce.sh",
    ];

    [Test]
    public void A_run_leaves_a_whole_folder_and_nothing_else()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("run", "town.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
            Assert.That(
                here.Files(),
                Is.EqualTo([
                    .. ForReaders[..2],
                    .. Charts,
                    .. ForReaders[2..],
                    "results/town/run.json",
                    "results/town/summary.html",
                    .. Tidy,
                    "results/town/timings.json",
                    "results/town/workbook.xlsx",
                    "town.yaml",
                ])
            );
        }
    }

    [Test]
    public void The_answers_fit_one_screen_of_plain_text()
    {
        using var here = new Workplace();

        var call = here.With("town/scenario.yaml", Town.Yaml).Call("run", "town");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Lines, Has.Length.LessThanOrEqualTo(45));
            Assert.That(call.Lines.Select(line => line.Length), Is.All.LessThanOrEqualTo(100));
            Assert.That(
                call.Output,
                Has.None.Matches<char>(letter => (char.IsControl(letter) && letter != '\n') || letter is >= '\u2500' and <= '\u257f')
            );
            Assert.That(call.Lines[0], Is.EqualTo("A town"));
            Assert.That(call.Lines, Does.Contain("  Each pays for its own      264       264       528            -"));
            Assert.That(call.Lines[^1], Is.EqualTo("Results: results/town"));
        }
    }

    [Test]
    public void Two_runs_give_the_same_bytes_wherever_they_are_made()
    {
        using var here = new Workplace();
        using var there = new Workplace();
        var first = here.With("town.yaml", Town.Yaml).Call("run", "town.yaml");
        var second = there
            .With("deep/er/town.yaml", Town.Yaml)
            .Call("run", there.At("deep/er/town.yaml"), "--threads", "1", "--out", "results/town");

        var names = here.Files().Where(name => name.StartsWith("results/", StringComparison.Ordinal)).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Output, Is.EqualTo(first.Output));
            Assert.That(
                names.Where(name => !File.ReadAllBytes(here.At(name)).SequenceEqual(File.ReadAllBytes(there.At(name)))),
                Is.EqualTo(["results/town/timings.json"]));
        }
    }

    [Test]
    public void What_was_run_is_written_down_without_clock_machine_or_place()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).Call("run", here.At("town.yaml"), "--set", "services.help.cost.unit=£12", "--options", "pooled");

        var text = File.ReadAllText(here.At("results/town/run.json"));

        using var run = JsonDocument.Parse(text);
        var scenario = run.RootElement.GetProperty("scenarios")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Not.Contain(here.Folder));
            Assert.That(scenario.GetProperty("inputs")[0].GetProperty("name").GetString(), Is.EqualTo("town.yaml"));
            Assert.That(scenario.GetProperty("overrides")[0].GetString(), Is.EqualTo("services.help.cost.unit=£12"));
            Assert.That(run.RootElement.GetProperty("version").GetString(), Is.EqualTo(here.Call("--version").Output.Split(' ', ',')[1]));
        }
    }

    [Test]
    public void Only_tidy_files_are_written_where_that_is_asked()
    {
        using var here = new Workplace();

        here.With("town.yaml", Town.Yaml).Call("run", "town.yaml", "--only", "tidy");

        Assert.That(here.Files(), Is.EqualTo(["results/town/run.json", .. Tidy, "town.yaml"]));
    }

    [Test]
    public void Steps_are_added_where_that_is_asked()
    {
        using var here = new Workplace();

        here.With("town.yaml", Town.Yaml).Call("run", "town.yaml", "--steps");

        var steps = Rows(here, "activity")
            .Where(row => row[4] == "delivered" && row[0] == "siloed" && row[8] == "help" && row[2] == "2026/27")
            .Select(row => row[3]);
        Assert.That(steps, Is.EquivalentTo(Enumerable.Range(1, 12).Select(step => step.ToString(CultureInfo.InvariantCulture)).Append("")));
    }

    [Test]
    public void Only_the_options_that_are_named_run_beside_the_baseline()
    {
        using var here = new Workplace();
        var three = Town.Yaml.Replace(
            "  pooled: {governance: one_pool}",
            "  pooled: {governance: one_pool}\n  dearer: {governance: silos, set: {services.help.cost.unit: £11}}",
            StringComparison.Ordinal
        );

        here.With("town.yaml", three).Call("run", "town.yaml", "--options", "dearer");

        Assert.That(Rows(here, "positions").Select(row => row[0]).Distinct(), Is.EqualTo(["siloed", "dearer"]));
    }

    [Test]
    public void An_earlier_run_is_replaced_as_a_whole()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).Call("run", "town.yaml", "--out", "here");

        var call = here.Call("run", "town.yaml", "--out", "here", "--only", "tidy");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero);
            Assert.That(here.Files(), Does.Not.Contain("here/timings.json"));
        }
    }

    [TestCase("results/town/notes.txt", "the folder holds something")]
    [TestCase("results", "")]
    [TestCase("results/town", "there is a file of that name.")]
    public void What_is_not_ours_is_not_replaced(string name, string reason)
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).With(name, "mine");

        var call = here.Call("run", "town.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Output), Is.EqualTo((5, "")));
            Assert.That(call.Errors, Does.StartWith("results/town: ").And.Contain(reason));
            Assert.That(call.Lines, Is.Empty);
            Assert.That(here.Files(), Is.EquivalentTo([name, "town.yaml"]));
        }
    }

    [Test]
    public void A_wrong_scenario_is_not_run_and_leaves_nothing()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.With("title: A town", "titel: A town")).Call("run", "town.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Output), Is.EqualTo((3, "")));
            Assert.That(call.Errors, Does.Contain("town.yaml:2:1: error SIM017: 'titel'"));
            Assert.That(here.Files(), Is.EqualTo(["town.yaml"]));
        }
    }

    [Test]
    public void Answers_can_be_had_as_json_and_are_those_of_the_tidy_files()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("run", "town.yaml", "--json");

        using var answer = JsonDocument.Parse(call.Output);
        var pooled = answer.RootElement.GetProperty("options")[1];
        var spend = Rows(here, "positions")
            .Where(row => row is ["pooled", "", _, "", "spend", "nhs", ..])
            .Select(row => double.Parse(row[^1], CultureInfo.InvariantCulture));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                pooled.GetProperty("accounts")[1].GetProperty("spend_by_year").EnumerateArray().Select(value => value.GetDouble()),
                Is.EqualTo(spend)
            );
            Assert.That(answer.RootElement.GetProperty("results").GetString(), Is.EqualTo("results/town"));
        }
    }

    [Test]
    public void An_expectation_that_fails_is_told_and_written_down_and_does_not_stop_a_run([Values("run", "report", "compare")] string verb)
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Expecting("{measure: people, at_most: 1}")).Call(verb, "town.yaml");

        using (Assert.EnterMultipleScope())
        {
            // Its workbook says that a check fails.
            Assert.That(call.ExitCode, Is.EqualTo(4));
            Assert.That(call.Lines[^1], Is.EqualTo("1 of 1 expectation not met: systemsim check --expect town.yaml"));
            Assert.That(File.ReadAllText(here.At("results/town/run.json")), Does.Contain("\"result\": \"failed\""));
        }
    }

    [Test]
    public void Folders_that_a_scenario_extends_from_are_named_as_seen_from_it()
    {
        using var here = new Workplace();
        here.With("shared/town.yaml", Town.Yaml).With("places/mine/scenario.yaml", "extends: ../../shared/town.yaml\ntitle: Mine\n");

        here.Call("run", "places/mine");

        using var run = JsonDocument.Parse(File.ReadAllText(here.At("results/mine/run.json")));
        var inputs = run
            .RootElement.GetProperty("scenarios")[0]
            .GetProperty("inputs")
            .EnumerateArray()
            .Select(input => input.GetProperty("name").GetString());
        Assert.That(inputs, Is.EquivalentTo(["scenario.yaml", "../../shared/town.yaml"]));
    }

    private static IEnumerable<string[]> Rows(Workplace here, string table) =>
        File.ReadLines(here.At($"results/town/tidy/{table}.csv")).Skip(1).Select(line => line.Split(','));
}
