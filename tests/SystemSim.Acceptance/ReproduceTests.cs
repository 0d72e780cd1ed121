using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>A results folder can be made again from itself, and says whether every byte is the same.</summary>
public sealed class ReproduceTests
{
    [Test]
    public void A_folder_makes_itself_again_to_the_byte()
    {
        using var here = new Workplace();
        here.With("shared/town.yaml", Uncertain).With("places/mine/scenario.yaml", "extends: ../../shared/town.yaml\ntitle: Mine\n");
        var call = here.Call(
            "run",
            "places/mine",
            "--set",
            "services.help.cost.unit=£12",
            "--options",
            "pooled",
            "--steps",
            "--draws",
            "40",
            "--seed",
            "7",
            "--keep-draws",
            "--quiet"
        );
        Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));

        // What it was made from need not be there any more.
        Directory.Delete(here.At("shared"), recursive: true);
        Directory.Delete(here.At("places"), recursive: true);
        var again = Script(here, here.At("results/mine/reproduce.sh"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((again.ExitCode, again.Errors), Is.EqualTo((0, "")));
            Assert.That(again.Output, Does.StartWith("Every byte is the same: ").And.EndWith("results/mine-again\n"));
            Assert.That(
                here.Files()
                    .Select(name => name.Replace("mine-again", "mine", StringComparison.Ordinal))
                    .GroupBy(name => name)
                    .Select(name => name.Count()),
                Is.All.EqualTo(2)
            );
        }
    }

    [Test]
    public void Tables_of_people_are_kept_beside_the_scenario_that_names_them()
    {
        using var here = new Workplace();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Scenarios, "features", "people-from-a-table")))
        {
            Directory.CreateDirectory(here.At("fernley"));
            File.Copy(file, here.At($"fernley/{Path.GetFileName(file)}"));
        }

        var call = here.Call("run", "fernley", "--draws", "10", "--quiet");
        Directory.Delete(here.At("fernley"), recursive: true);
        var again = Script(here, here.At("results/fernley/reproduce.sh"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), call.Errors + again.Errors);
            Assert.That(
                File.ReadAllText(here.At("results/fernley/assumptions.csv")),
                Does.Contain("projection.csv, rows 2 to 158 (SHA-256 ").And.Contain("projection.xlsx, sheet Persons, rows 7 to 19 (SHA-256 ")
            );
        }
    }

    [Test]
    public void A_folder_of_which_something_else_was_expected_makes_itself_again()
    {
        using var here = new Workplace();
        var call = here.With("town.yaml", Town.Expecting("{measure: people, at_most: 1}")).Call("run", "town.yaml");

        var again = Script(here, here.At("results/town/reproduce.sh"));

        Assert.That(
            (call.ExitCode, again.ExitCode, again.Output),
            Is.EqualTo((4, 0, $"Every byte is the same: {here.At("results/town-again")}\n")),
            again.Errors
        );
    }

    [Test]
    public void A_folder_reads_its_own_copies_alone()
    {
        using var here = new Workplace();
        here.With("shared/town.yaml", Town.Yaml)
            .With("places/mine/scenario.yaml", "extends: ../../shared/town.yaml\n")
            .Call("run", "places/mine");

        // A copy that is gone is not looked for where the original still is.
        File.Delete(here.At("results/mine/inputs/shared/town.yaml"));
        here.With("results/mine/inputs/above/mine/scenario.yaml", "extends: ../../../../../shared/town.yaml\n");
        var again = Script(here, here.At("results/mine/reproduce.sh"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.ExitCode, Is.EqualTo(3), again.Output);
            Assert.That(
                again.Errors,
                Does.Contain(
                    "error SIM190: the file '../../../../../shared/town.yaml' is not read: it lies outside the root of the scenario."
                )
            );
        }
    }

    [Test]
    public void Two_scenarios_that_were_compared_are_compared_again()
    {
        using var here = new Workplace();
        here.With("one.yaml", Town.Yaml)
            .With("other.yaml", Town.With("unit: £100", "unit: £110"))
            .Call("compare", "one.yaml", "other.yaml", "--out", "both");

        var again = Script(here, here.At("both/reproduce.sh"), here.At("elsewhere"));

        Assert.That((again.ExitCode, again.Errors, again.Output), Is.EqualTo((0, "", $"Every byte is the same: {here.At("elsewhere")}\n")));
    }

    [TestCase("it's $HOME; `id` \"quoted\" & 100% !x")]
    [TestCase("-n ü é")]
    public void Names_do_nothing_in_the_script(string name)
    {
        using var here = new Workplace();
        here.With($"{name}/scenario.yaml", Town.Yaml);
        var call = here.Call("run", here.At(name), "--out", $"results of {name}", "--set", "services.help.cost.unit=£12", "--quiet");
        Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));

        var again = Script(here, here.At($"results of {name}/reproduce.sh"), here.At("again $(touch bad) 'x'"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((again.ExitCode, again.Errors), Is.EqualTo((0, "")));
            Assert.That(File.Exists(here.At("bad")), Is.False);
        }
    }

    [Test]
    public void A_byte_that_differs_is_told()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).Call("run", "town.yaml");
        File.AppendAllText(here.At("results/town/tidy/money.csv"), "x");

        var again = Script(here, here.At("results/town/reproduce.sh"));

        Assert.That((again.ExitCode, again.Output), Is.EqualTo((6, "differs: tidy/money.csv\n")));
    }

    [Test]
    public void The_script_for_windows_doubles_what_it_would_take_for_its_own()
    {
        using var here = new Workplace();
        here.With("100% mine/scenario.yaml", Town.Yaml).Call("run", "100% mine", "--set", "services.help.cost.unit=£12");

        var script = File.ReadAllText(here.At("results/100% mine/reproduce.cmd"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                script,
                Does.Contain("run \"%here%\\inputs\\100%% mine\\scenario.yaml\" \"--set\" \"services.help.cost.unit=£12\" \"--draws\" \"0\" --out")
            );
            Assert.That(script.Split("\r\n")[..^1], Has.None.Contains("\n"));
        }
    }

    private static string Uncertain => Town.With("unit: £10,", "unit: {value: £10, low: £8, high: £13},");

    private static ProgramCall Script(Workplace here, params string[] words)
    {
        // The script calls the program by name; the tests have it as a library of the runtime's.
        here.With("bin/systemsim", $"#!/bin/sh\nexec {ProgramCall.InShell} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(here.At("bin/systemsim"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var call = ProgramCall.Script(here.Folder, new() { ["SYSTEMSIM"] = here.At("bin/systemsim") }, words);
        File.Delete(here.At("bin/systemsim"));
        Directory.Delete(here.At("bin"));
        return call;
    }
}
