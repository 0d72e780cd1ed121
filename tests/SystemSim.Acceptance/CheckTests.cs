using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>check</c>: what is wrong, and of each scenario whether it passed.</summary>
public sealed class CheckTests
{
    private const string Wrong = "council: {kind: council, incme: {taxes: £24k}, source: paper}";
    private const string Right = "council: {kind: council, income: {taxes: £24k}, source: paper}";

    [Test]
    public void A_sound_scenario_passes_with_one_line()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("check", "town.yaml");

        Assert.That((call.ExitCode, call.Output, call.Errors), Is.EqualTo((0, "town.yaml: passed, no findings\n", "")));
    }

    [Test]
    public void Answers_and_diagnostics_go_to_different_streams()
    {
        using var here = new Workplace();

        var call = here.With("town/scenario.yaml", Town.With(Right, Wrong)).Call("check", "town");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(3));
            Assert.That(call.Output, Does.StartWith("town: failed, 1 error, "));
            Assert.That(
                call.Errors,
                Does.StartWith(
                    "town/scenario.yaml:13:28: error SIM017: 'incme' is not a key of organisations.council.\n  hint: did you mean 'income'?"
                )
            );
        }
    }

    [Test]
    public void Several_scenarios_come_to_the_gravest()
    {
        using var here = new Workplace();
        here.With("good.yaml", Town.Yaml).With("wrong.yaml", Town.With(Right, Wrong));

        var call = here.Call("check", "good.yaml", "wrong.yaml", "missing.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(5));
            Assert.That(
                call.Lines.Select(line => string.Join(' ', line.Split(' ', ',')[..2])),
                Is.EqualTo(["good.yaml: passed", "wrong.yaml: failed", "missing.yaml: failed"])
            );
            Assert.That(call.Errors, Does.EndWith("missing.yaml: there is no such file or folder.\n"));
        }
    }

    [Test]
    public void One_scenario_too_large_for_the_memory_leaves_the_others_their_verdicts()
    {
        using var here = new Workplace();
        here.With("small.yaml", Town.Yaml).With("large.yaml", Large());

        var call = ProgramCall.In(
            here.Folder,
            _ => { },
            new() { ["DOTNET_GCHeapHardLimit"] = "0x8000000" },
            ["check", "small.yaml", "large.yaml", "small.yaml"]
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(5), call.Errors);
            Assert.That(
                call.Lines.Select(line => line.Split(',')[0]),
                Is.EqualTo(["small.yaml: passed", "large.yaml: failed", "small.yaml: passed"])
            );
            Assert.That(call.Errors, Does.Contain("there is not enough memory for this.\n").And.Not.Contain("   at "));
        }

        // Tens of thousands of steps, every one of them remembered by two hundred services: far more than 128 MiB.
        static string Large()
        {
            var services = Enumerable
                .Range(0, 200)
                .Select(row =>
                    $"  s{row}: {{tier: acute, provider: nhs, duty: statutory, unit: contact, demand: {{per_person: {{ill: 1 a year}}}}, cost: {{unit: £1, year: 2026/27}}, source: paper, "
                    + $"failure: {{share: 1%, returns_to: s{row}, after: 100 years}}}}\n"
                );
            return Town.With("years: 2, step: month", "years: 200, step: {months_cut_into: 31}")
                .Replace("services:\n", $"services:\n{string.Concat(services)}", StringComparison.Ordinal)
                .Replace(
                    "nhs: [care]",
                    $"nhs: [care, {string.Join(", ", Enumerable.Range(0, 200).Select(row => $"s{row}"))}]",
                    StringComparison.Ordinal
                )
                .Replace("compare:", "rates: need\ncompare:", StringComparison.Ordinal);
        }
    }

    [TestCase("999999999999999 months")]
    [TestCase("10000000 months")]
    [TestCase("300 years")]
    public void A_lag_longer_than_the_run_takes_no_memory(string lag)
    {
        using var here = new Workplace();
        here.With(
            "town.yaml",
            Town.With(
                    "cost: {unit: £100, year: 2026/27}",
                    $"cost: {{unit: £100, year: 2026/27, semi_fixed: 50%, released_in: {{after: {lag}}}}}, failure: {{share: 10%, returns_to: care, after: {lag}}}"
                )
                .Replace("compare:", "rates: need\ncompare:", StringComparison.Ordinal)
        );

        var call = ProgramCall.In(here.Folder, _ => { }, new() { ["DOTNET_GCHeapHardLimit"] = "0x8000000" }, ["check", "town.yaml"]);

        Assert.That((call.ExitCode, call.Output), Is.EqualTo((0, "town.yaml: passed, 2 findings\n")), call.Errors);
    }

    [Test]
    public void A_folder_without_a_scenario_is_not_there()
    {
        using var here = new Workplace();

        var call = here.With("town/notes.txt", "").Call("check", "town");

        Assert.That((call.ExitCode, call.Errors), Is.EqualTo((5, "town: the folder holds no scenario.yaml.\n")));
    }

    [Test]
    public void Where_too_few_files_may_be_open_that_is_said_in_a_sentence([Values(32, 64, 96, 128)] int files)
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml);

        var call = ProgramCall.Script(here.Folder, [], "-c", $"ulimit -n {files}; exec {ProgramCall.InShell} run town.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.AnyOf(0, 5), call.Errors);
            Assert.That(call.Errors, Does.Not.Contain("   at "));
            Assert.That(
                call.Errors,
                call.ExitCode == 0
                    ? Is.Empty
                    : Does.Contain("cannot be opened").Or.Contain("cannot be written").Or.Contain("Could not load")
            );
        }
    }

    [Test]
    public void Who_asks_for_quiet_gets_verdicts_problems_and_findings_and_nothing_else()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).With("wrong.yaml", Town.With("duty:", "dooty:"));

        var (quiet, all) = (here.Call("check", "town.yaml", "wrong.yaml", "--quiet"), here.Call("check", "town.yaml", "wrong.yaml"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((quiet.ExitCode, quiet.Output, quiet.Errors), Is.EqualTo((3, all.Output, all.Errors)));
            Assert.That(quiet.Output.TrimEnd().Split('\n'), Is.All.Match("^(town|wrong)\\.yaml: (passed|failed), "));
            Assert.That(
                quiet.Errors.TrimEnd().Split('\n'),
                Is.All.Match("^((town|wrong)\\.yaml:\\d+:\\d+: (error|finding) SIM\\d+: |  hint: )")
            );
        }
    }

    [Test]
    public void Numbers_without_a_source_are_refused_by_who_is_strict()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.With("income: {taxes: £24k}, source: paper", "income: {taxes: £24k}"));

        var call = here.Call("check", "town.yaml", "--strict");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(here.Call("check", "town.yaml").ExitCode, Is.Zero);
            Assert.That(call.ExitCode, Is.EqualTo(3));
            Assert.That(call.Errors, Does.StartWith("town.yaml:13:44: error SIM140: organisations.council.income.taxes has no source."));
        }
    }

    [Test]
    public void Expectations_that_come_out_are_met()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Expecting(
            "{measure: delivered, service: help, option: pooled, against: siloed, year: 2026/27, equals: -150, within: 0.0001%}",
            "{measure: delivered, service: help, option: siloed, year: 2026/27, step: 12, between: [199.9, 200.1]}",
            "{measure: gain_to_date, option: pooled, year: 2027/28, is: positive}"));

        var call = here.Call("check", "town.yaml", "--expect");

        Assert.That((call.ExitCode, call.Output, call.Errors), Is.EqualTo((0, "town.yaml: passed, 3 expectations met, no findings\n", "")));
    }

    [Test]
    public void An_expectation_that_fails_says_where_what_and_by_how_much()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Expecting("{measure: spend, organisation: council, option: siloed, year: 2026/27, at_least: 25000}"));

        var call = here.Call("check", "town.yaml", "--expect");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(4));
            Assert.That(call.Output, Is.EqualTo("town.yaml: failed, 1 of 1 expectation not met, no findings\n"));
            Assert.That(
                call.Errors,
                Is.EqualTo(
                    "town.yaml:30:5: expectation not met: spend, organisation council, option siloed in 2026/27 is 24000, expected at least 25000: 1000 too little.\n"
                )
            );
        }
    }

    [Test]
    public void Expectations_are_not_held_unless_that_is_asked()
    {
        using var here = new Workplace();

        Assert.That(here.With("town.yaml", Town.Expecting("{measure: people, at_most: 1}")).Call("check", "town.yaml").ExitCode, Is.Zero);
    }

    [Test]
    public void What_only_the_opening_state_shows_is_told_at_its_place()
    {
        using var here = new Workplace();
        here.With(
            "town.yaml",
            Town.With(
                    "cost: {unit: £10, year: 2026/27}, source: paper}",
                    "cost: {unit: £10, year: 2026/27}, failure: {share: 90%, returns_to: rare, after: 1 month}, source: paper}"
                )
                .Replace(
                    "services:\n",
                    "services:\n  rare: {tier: acute, provider: nhs, duty: statutory, unit: contact, demand: {per_person: {ill: 1 a year}}, cost: {unit: £1, year: 2026/27}, source: paper}\n",
                    StringComparison.Ordinal
                )
                .Replace("nhs: [care]", "nhs: [care, rare]", StringComparison.Ordinal)
                .Replace("compare:", "rates: observed\ncompare:", StringComparison.Ordinal)
        );

        var call = here.Call("check", "town.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Output), Is.EqualTo((3, "town.yaml: failed, 1 error, no findings\n")));
            Assert.That(
                call.Errors,
                Does.Match(
                    @"^town\.yaml:18:\d+: error SIM148: .*service rare: its observed rates are smaller than the failure demand inside them"
                )
            );
        }
    }

    [Test]
    public void All_that_planning_shows_is_told_at_once()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.With(
                "deaths: {chance: 0%}",
                "moves: [{from: ill, to: well, chance: 70% a month}]\n  deaths: {chance: {well: 0% a month, ill: 60% a month}}")
            .Replace(
                "cost: {unit: £100, year: 2026/27}, source: paper}",
                "cost: {unit: £100, year: 2026/27}, failure: {share: 100%, returns_to: care, after: 1 month}, source: paper}",
                StringComparison.Ordinal)
            .Replace("compare:", "rates: need\ncompare:", StringComparison.Ordinal));

        var call = here.Call("check", "town.yaml", "--expect");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Output), Is.EqualTo((3, "town.yaml: failed, 2 errors, no findings\n")));
            Assert.That(
                call.Errors,
                Does.Match(@"^town\.yaml:12:\d+: error SIM145: .*more people leave than there are: 0\+, ill would be 60 short")
            );
            Assert.That(call.Errors, Does.Match(@"\ntown\.yaml:19:\d+: error SIM147: .*demand that returns never settles"));
        }
    }

    [Test]
    public void Overrides_are_read_like_the_file()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(here.Call("check", "town.yaml", "--set", "services.help.cost.unit=£12").ExitCode, Is.Zero);
            Assert.That(
                here.Call("check", "town.yaml", "--set", "services.help.cost.unit=12").Errors,
                Does.StartWith("--set:1:25: error SIM022:")
            );
            Assert.That(here.Call("check", "town.yaml", "--set", "nonsense").ExitCode, Is.EqualTo(3));
        }
    }

    [Test]
    public void Verdicts_can_be_had_as_json()
    {
        using var here = new Workplace();
        here.With("good.yaml", Town.Yaml).With("wrong.yaml", Town.With(Right, Wrong));

        using var answer = JsonDocument.Parse(here.Call("check", "good.yaml", "wrong.yaml", "--json").Output);

        var scenarios = answer.RootElement.GetProperty("scenarios").EnumerateArray().ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenarios.Select(scenario => scenario.GetProperty("passed").GetBoolean()), Is.EqualTo([true, false]));
            Assert.That(scenarios[1].GetProperty("errors")[0].GetProperty("code").GetString(), Is.EqualTo("SIM017"));
            Assert.That(scenarios[1].GetProperty("errors")[0].GetProperty("line").GetInt32(), Is.EqualTo(13));
        }
    }
}
