using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>What the command line says, and what is said when it is wrong.</summary>
public sealed class UsageTests
{
    private static readonly string[] Verbs = ["init", "check", "run", "compare", "sweep", "plan", "draw", "merge", "open", "schema"];

    [Test]
    public void Help_names_every_verb()
    {
        using var here = new Workplace();

        var call = here.Call("--help");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero);
            Assert.That(call.Errors, Is.Empty);
            Assert.That(Verbs, Is.All.Matches<string>(verb => call.Output.Contains($"\n  {verb} ", StringComparison.Ordinal)));
        }
    }

    [Test]
    public void Version_is_one_line()
    {
        using var here = new Workplace();

        var call = here.Call("--version");

        Assert.That((call.ExitCode, call.Lines.Length), Is.EqualTo((0, 1)));
        Assert.That(call.Output, Does.Match(@"^systemsim [0-9.]+, built from source, \.NET 10\.[0-9.]+ on [a-z0-9-]+\n$"));
    }

    [Test]
    public void Who_asks_nothing_is_told_what_can_be_done()
    {
        using var here = new Workplace();

        var call = here.Call();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero);
            Assert.That(call.Errors, Is.Empty);
            Assert.That(call.Lines, Has.Length.LessThan(8));
            Assert.That(call.Output, Does.Contain("systemsim run my-place").And.Contain("systemsim open my-place").And.Contain("systemsim --help"));
        }
    }

    [TestCase("SYSTEMSIM_EXECUTOR", "jit", "'jit' is no way of running programs: interpreter, machine.")]
    [TestCase(
        "SYSTEMSIM_PASSES",
        "-folds",
        "'-folds' leaves out no pass: -fold, -share, -hoist, -prune, -order, -reuse, -hold, -early, -fuse; or none alone, to make none."
    )]
    public void A_setting_that_makes_no_sense_is_refused(string variable, string word, string sentence)
    {
        using var here = new Workplace();

        var call = ProgramCall.In(here.Folder, _ => { }, new Dictionary<string, string> { [variable] = word }, ["schema"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(2));
            Assert.That(call.Errors, Is.EqualTo($"systemsim: SYSTEMSIM_EXECUTOR or SYSTEMSIM_PASSES: {sentence}\n"));
        }
    }

    [TestCase("chek", "'chek' is not a verb.", "did you mean 'check'?")]
    [TestCase("optimise", "'optimise' is not a verb.", "verbs: init, places, check, run, compare, explain, report, sensitivity, sweep, plan, draw, merge, open, schema.")]
    [TestCase("--json", "no verb is given.", "verbs: init, places, check, run, compare, explain, report, sensitivity, sweep, plan, draw, merge, open, schema.")]
    [TestCase("check --strct a.yaml", "'--strct' is not an option of check.", "did you mean '--strict'?")]
    [TestCase("run a.yaml --shards 10", "'--shards' is not an option of run.", "options: ")]
    [TestCase("--nothing", "'--nothing' is not an option.", "options: ")]
    [TestCase("run", "Required argument missing for command: 'run'.", "'systemsim run --help'")]
    [TestCase("check", "Required argument missing for command: 'check'.", "'systemsim check --help'")]
    [TestCase("run a.yaml b.yaml", "Unrecognized command or argument 'b.yaml'.", "'systemsim run --help'")]
    [TestCase("run a.yaml --only html", "--only takes 'tidy', not 'html'.", "'systemsim run --help'")]
    [TestCase("run a.yaml --threads 0", "--threads takes a whole number from 1 to 512, not '0'.", "'systemsim run --help'")]
    [TestCase("run a.yaml --threads many", "--threads takes a whole number from 1 to 512, not 'many'.", "'systemsim run --help'")]
    [TestCase("run a.yaml --threads 600", "--threads takes a whole number from 1 to 512, not '600'.", "'systemsim run --help'")]
    [TestCase(
        "sensitivity a.yaml --threads 600",
        "--threads takes a whole number from 1 to 512, not '600'.",
        "'systemsim sensitivity --help'"
    )]
    [TestCase(
        "check a.yaml --draws 300000000",
        "--draws takes a whole number from 1 to 1,000,000, not '300000000'.",
        "'systemsim check --help'"
    )]
    [TestCase(
        "sensitivity a.yaml --sobol --draws 1000001",
        "--draws takes a whole number from 0 to 1,000,000, not '1000001'.",
        "'systemsim sensitivity --help'"
    )]
    [TestCase(
        "run a.yaml --draws 300000000",
        "--draws takes a whole number from 0 to 100,000,000, not '300000000'.",
        "'systemsim run --help'"
    )]
    public void Wrong_usage_is_told_in_a_sentence_with_a_hint(string words, string sentence, string hint)
    {
        using var here = new Workplace();

        var call = here.Call(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(2));
            Assert.That(call.Output, Is.Empty);
            Assert.That(call.Errors, Does.StartWith($"systemsim: {sentence}\n  hint: ").And.Contain(hint));
        }
    }

    // What would be passed over in silence is refused, in every verb; what is left has an effect, or changes how a command works and not
    // what it says.
    [TestCase("run town.yaml --seed 5", "--seed says how draws are made, and nothing is drawn.")]
    [TestCase("run town.yaml --keep-draws", "--keep-draws keeps draws, and nothing is drawn.")]
    [TestCase("run town.yaml --draws 0 --until 1%", "--until says when to stop drawing, and nothing is drawn.")]
    [TestCase("report town.yaml --seed 5", "--seed says how draws are made, and nothing is drawn.")]
    [TestCase("compare town.yaml --keep-draws", "--keep-draws keeps draws, and nothing is drawn.")]
    [TestCase("compare --each town.yaml --seed 5", "--seed says how draws are made, and nothing is drawn.")]
    [TestCase("compare town.yaml town.yaml --seed 5", "--seed says how draws are made, and nothing is drawn.")]
    [TestCase("check town.yaml --seed 5", "--seed says how draws are made, and none are shown.")]
    [TestCase("sensitivity town.yaml --seed 5", "--seed says how draws are made, and nothing is drawn here.")]
    [TestCase("sensitivity town.yaml --frontier deaths --draws 0 --seed 5", "--seed says how draws are made, and nothing is drawn here.")]
    [TestCase("sensitivity town.yaml --options pooled", "--options says which options are looked at together, and one is looked at here.")]
    [TestCase(
        "sensitivity town.yaml --frontier deaths --option pooled",
        "--option and --against are about one option, and all are looked at here."
    )]
    [TestCase(
        "sensitivity town.yaml --information --against siloed",
        "--option and --against are about one option, and all are looked at here."
    )]
    [TestCase(
        "sensitivity town.yaml --information --worth 20000",
        "--worth says what a unit of effect is worth, and --information counts none."
    )]
    [TestCase("sensitivity town.yaml --between 0,1", "--between says where --switch looks, and there is none.")]
    [TestCase("run town.yaml --draws 4 --draws 5", "Option '--draws' expects a single argument but 2 were provided.")]
    public void Nothing_is_ignored_in_silence(string words, string sentence)
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call(words.Split(' '));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Output), Is.EqualTo((2, "")));
            Assert.That(call.Errors, Does.StartWith($"systemsim: {sentence}\n"));
            Assert.That(here.Files(), Is.EqualTo(["town.yaml"]));
        }
    }

    [TestCase(
        "services.help.cost.unit=£12",
        "services.help.cost.unit=£11",
        "'services.help.cost.unit' is set after 'services.help.cost.unit', which does nothing then."
    )]
    [TestCase(
        "services.help.cost.unit=£12",
        "services.help.cost={unit: £11, year: 2026/27}",
        "'services.help.cost' is set after 'services.help.cost.unit', which does nothing then."
    )]
    public void An_override_that_a_later_one_undoes_is_refused(string first, string second, string problem)
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("check", "town.yaml", "--set", first, "--set", second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(3));
            Assert.That(call.Errors, Does.Contain($"--set:2:1: error SIM185: {problem}"));
            Assert.That(here.Call("check", "town.yaml", "--set", first, "--set", "services.help.cost.unit=+£1").ExitCode, Is.Zero);
        }
    }

    [Test]
    public void What_stands_after_two_dashes_is_a_name()
    {
        using var here = new Workplace();

        Assert.That(here.With("--town.yaml", Town.Yaml).Call("check", "--", "--town.yaml").ExitCode, Is.Zero);
    }

    [Test]
    public void An_unknown_option_of_the_scenario_is_wrong_usage()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("run", "town.yaml", "--options", "poled");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(2));
            Assert.That(
                call.Errors,
                Is.EqualTo("town.yaml: there is no option 'poled'.\n  hint: did you mean 'pooled'? options: siloed, pooled.\n")
            );
            Assert.That(here.Files(), Is.EqualTo(["town.yaml"]));
        }
    }
}
