using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>What the command line says, and what is said when it is wrong.</summary>
public sealed class UsageTests
{
    private static readonly string[] Verbs = ["init", "check", "run", "compare", "schema"];

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
    }

    [TestCase("chek", "'chek' is not a verb.", "did you mean 'check'?")]
    [TestCase("optimise", "'optimise' is not a verb.", "verbs: init, check, run, compare, explain, report, sensitivity, schema.")]
    [TestCase("", "no verb is given.", "verbs: init, check, run, compare, explain, report, sensitivity, schema.")]
    [TestCase("check --strct a.yaml", "'--strct' is not an option of check.", "did you mean '--strict'?")]
    [TestCase("run a.yaml --shards 10", "'--shards' is not an option of run.", "options: ")]
    [TestCase("--nothing", "'--nothing' is not an option.", "options: ")]
    [TestCase("run", "Required argument missing for command: 'run'.", "'systemsim run --help'")]
    [TestCase("check", "Required argument missing for command: 'check'.", "'systemsim check --help'")]
    [TestCase("run a.yaml b.yaml", "Unrecognized command or argument 'b.yaml'.", "'systemsim run --help'")]
    [TestCase("run a.yaml --only html", "--only takes 'tidy', not 'html'.", "'systemsim run --help'")]
    [TestCase("run a.yaml --threads 0", "--threads takes a whole number of at least 1, not '0'.", "'systemsim run --help'")]
    [TestCase("run a.yaml --threads many", "--threads takes a whole number of at least 1, not 'many'.", "'systemsim run --help'")]
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
            Assert.That(call.Errors, Is.EqualTo("town.yaml: there is no option 'poled'.\n  hint: did you mean 'pooled'? options: siloed, pooled.\n"));
            Assert.That(here.Files(), Is.EqualTo(["town.yaml"]));
        }
    }
}
