using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>compare</c>: options side by side, of one scenario or of two.</summary>
public sealed class CompareTests
{
    [Test]
    public void Options_of_one_scenario_stand_side_by_side()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("compare", "town.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
            Assert.That(call.Lines[0], Does.StartWith("Options, cash, not adjusted for prices"));
            Assert.That(call.Lines, Has.One.EqualTo("Compared: siloed (Each pays for its own); pooled"));
            Assert.That(
                call.Output,
                Does.Contain(
                    "all together  siloed          264       264       528\n              pooled          264       263       527\n              difference        0        (1)       (1)\n"
                )
            );
            Assert.That(here.Files(), Does.Contain("results/town/run.json"));
        }
    }

    [Test]
    public void Two_scenarios_are_compared_by_options_of_the_same_name()
    {
        using var here = new Workplace();
        here.With("before.yaml", Town.Yaml).With("after.yaml", Town.With("unit: £100, year", "unit: £101, year"));

        var call = here.Call("compare", "before.yaml", "after.yaml", "--exit-code");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(6), call.Errors);
            Assert.That(call.Lines[0], Is.EqualTo("Compared: before/siloed (Each pays for its own); after/siloed (Each pays for its own)"));
            Assert.That(
                File.ReadLines(here.At("results/before-after/tidy/money.csv")),
                Has.Some.StartWith("after/siloed,before/siloed,2026/27,,payment,nhs,nhs,nhs,care,acute,,,,nominal,GBP,central,,24"));
        }
    }

    [Test]
    public void A_scenario_does_not_differ_from_itself()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("compare", "town.yaml", "town.yaml", "--exit-code", "--out", "same");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero);
            Assert.That(call.Lines, Does.Contain("Nothing differs."));
        }
    }

    [Test]
    public void A_difference_counts_only_where_that_is_asked()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(here.Call("compare", "town.yaml", "--options", "pooled").ExitCode, Is.Zero);
            Assert.That(here.Call("compare", "town.yaml", "--options", "pooled", "--exit-code").ExitCode, Is.EqualTo(6));
        }
    }

    [Test]
    public void Differences_can_be_had_as_json()
    {
        using var here = new Workplace();

        using var answer = JsonDocument.Parse(here.With("town.yaml", Town.Yaml).Call("compare", "town.yaml", "--json").Output);

        var spend = answer
            .RootElement.GetProperty("comparisons")[0]
            .GetProperty("measures")
            .EnumerateArray()
            .First(measure => measure.GetProperty("measure").GetString() == "spend");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.RootElement.GetProperty("differ").GetBoolean(), Is.True);
            Assert.That(
                spend.GetProperty("items")[0].GetProperty("differences").GetProperty("pooled")[1].GetDouble(),
                Is.EqualTo(-1_000.0 / 11.0).Within(1e-6)
            );
        }
    }

    private const string Inflation =
        "prices: {base: 2026/27, report: nominal, deflator: gdp, index: gdp, indices: {gdp: {2026/27: 100, growth: 5% a year, source: paper}}}";

    [TestCase("real, in 2026/27 prices", "2026/27", "report: real", "report: real")]
    [TestCase("nominal, as it is paid", "nominal", "report: nominal", "report: nominal")]
    [TestCase("nominal, as it is paid", "nominal", "report: real", "report: nominal")]
    [TestCase("nominal, as it is paid", "nominal", "report: real", "base: 2025/26, report: real")]
    public void Many_scenarios_have_one_price_base_and_name_it(string said, string priceBase, string first, string second)
    {
        using var here = new Workplace();
        var town = Town.With(
            "prices: {base: 2026/27, report: nominal, deflator: none}",
            Inflation.Replace("2026/27: 100", "2025/26: 95, 2026/27: 100", StringComparison.Ordinal)
        );
        here.With("one.yaml", town.Replace("report: nominal", first, StringComparison.Ordinal))
            .With(
                "two.yaml",
                town.Replace(
                    second.StartsWith("base", StringComparison.Ordinal) ? "base: 2026/27, report: nominal" : "report: nominal",
                    second,
                    StringComparison.Ordinal
                )
            );

        var call = here.Call("compare", "--each", "one.yaml", "two.yaml", "--draws", "0");
        using var json = JsonDocument.Parse(here.Call("compare", "--each", "one.yaml", "two.yaml", "--json").Output);

        var spent = json
            .RootElement.GetProperty("scenarios")
            .EnumerateArray()
            .Select(scenario => scenario.GetProperty("options")[0].GetProperty("spend_against_baseline").GetDouble())
            .ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Lines, Does.Contain($"Money is {said}."), call.Errors);
            Assert.That(json.RootElement.GetProperty("price_base").GetString(), Is.EqualTo(priceBase));
            Assert.That(spent[0], Is.EqualTo(spent[1]).Within(1e-6));
        }
    }

    [Test]
    public void Scenarios_of_one_name_are_told_apart()
    {
        using var here = new Workplace();

        var call = here.With("east/town.yaml", Town.Yaml)
            .With("west/town.yaml", Town.Yaml)
            .Call("compare", "--each", "east/town.yaml", "west/town.yaml");

        Assert.That(call.Lines, Does.Contain("town (east/town.yaml), 2 years").And.Contain("town (west/town.yaml), 2 years"), call.Errors);
    }

    [Test]
    public void One_line_an_option_leaves_a_page_a_workbook_and_data_in_a_folder_that_is_named()
    {
        using var here = new Workplace();
        var call = here.With("one.yaml", Town.Yaml).With("two.yaml", Town.With("unit: £100, year", "unit: £101, year"))
            .Call("compare", "--each", "one.yaml", "two.yaml", "--draws", "0", "--out", "both");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
            Assert.That(call.Lines[^1], Is.EqualTo("Results: both"));
            Assert.That(
                here.Files().Where(file => file.StartsWith("both/", StringComparison.Ordinal)),
                Is.EquivalentTo(["both/run.json", "both/scenarios.csv", "both/summary.html", "both/workbook.xlsx"])
            );
            Assert.That(File.ReadAllText(here.At("both/summary.html")), Does.Contain("All money is in one price base: nominal"));
            Assert.That(File.ReadAllLines(here.At("both/scenarios.csv"))[1], Does.StartWith("one,pooled,2,-1000,"));
        }
    }

    [Test]
    public void Two_scenarios_leave_a_page_and_a_workbook_that_name_their_price_base()
    {
        using var here = new Workplace();
        here.With("before.yaml", Town.Yaml).With("after.yaml", Town.With("unit: £100, year", "unit: £101, year"))
            .Call("compare", "before.yaml", "after.yaml", "--out", "both");

        Assert.That(here.Files(), Is.SupersetOf(["both/summary.html", "both/workbook.xlsx", "both/comparison.csv"]));
        Assert.That(File.ReadAllText(here.At("both/summary.html")), Does.Contain("Money is in one price base: nominal"));
    }

    [TestCase("--steps", "adds rows to them")]
    [TestCase("--keep-draws", "adds draws to them")]
    [TestCase("--only", "asks for them alone")]
    public void One_line_an_option_refuses_what_is_about_tidy_files(string option, string what)
    {
        using var here = new Workplace();
        string[] value = option == "--only" ? ["tidy"] : [];

        var call = here.With("town.yaml", Town.Yaml).Call(["compare", "--each", "town.yaml", "--draws", "4", option, .. value]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Output), Is.EqualTo((2, "")));
            Assert.That(call.Errors, Does.StartWith($"systemsim: --each writes no tidy files, and {option} {what}.\n"));
            Assert.That(here.Files(), Is.EqualTo(["town.yaml"]));
        }
    }

    [Test]
    public void One_line_an_option_can_exit_with_6_where_there_is_a_difference()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).With("alike.yaml", Town.With("pooled: {governance: one_pool}", "same: {governance: silos}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(here.Call("compare", "--each", "alike.yaml", "--exit-code").ExitCode, Is.Zero);
            Assert.That(here.Call("compare", "--each", "alike.yaml", "town.yaml", "--exit-code").ExitCode, Is.EqualTo(6));
        }
    }

    [Test]
    public void Scenarios_of_other_years_say_that_they_have_none_in_common()
    {
        using var here = new Workplace();
        here.With("now.yaml", Town.Yaml).With("later.yaml", Town.Yaml.Replace("2026/27", "2036/37", StringComparison.Ordinal));

        var call = here.Call("compare", "now.yaml", "later.yaml", "--exit-code");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(6), call.Errors);
            Assert.That(call.Output, Does.Contain("no year in common"));
        }
    }

    [Test]
    public void One_scenario_that_cannot_be_run_leaves_the_others_their_lines()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).With("wrong.yaml", Town.With("kind: council,", "kind: parish,"));

        var call = here.Call("compare", "--each", "wrong.yaml", "town.yaml", "missing.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(5), call.Errors);
            Assert.That(call.Output, Does.Contain("town, 2 years"));
            Assert.That(
                call.Errors,
                Does.Contain("wrong.yaml: 1 error; it is not run.").And.Contain("missing.yaml: there is no such file or folder.")
            );
        }
    }
}
