using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>places</c> and <c>init --place</c>: a starter model of a council.</summary>
public sealed class PlacesTests
{
    [Test]
    public void A_starter_model_is_sound_and_can_be_run()
    {
        using var here = new Workplace();

        var made = here.Call("init", "torbay", "--place", "torbay");
        var check = here.Call("check", "torbay", "--strict", "--expect");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.ExitCode, check.ExitCode), Is.EqualTo((0, 0)), made.Errors + check.Errors);
            Assert.That(
                here.Files(),
                Does.Contain("torbay/scenario.yaml").And.Contain("torbay/checks.yaml").And.Contain("torbay/README.md")
            );
        }
    }

    [Test]
    public void A_starter_model_tells_what_numbers_would_have_to_be_and_no_saving()
    {
        using var here = new Workplace();
        here.Call("init", "torbay", "--place", "torbay");

        using var run = JsonDocument.Parse(here.Call("run", "torbay", "--draws", "20", "--json").Output);
        var turns = run.RootElement.GetProperty("story").GetProperty("turns_if").EnumerateArray().Select(turn => turn.GetString()!).ToArray();
        var page = File.ReadAllText(here.At("results/torbay/summary.html"));
        const string effect = "services.neighbourhood_networks.effects.demand care_home.less";
        var asked = here.Call("sensitivity", "torbay", "--option", "pooled", "--switch", effect, "--json", "--quiet");
        using var solved = JsonDocument.Parse(asked.Output);
        var value = solved.RootElement.GetProperty("switching_values")[0].GetProperty("value").GetDouble();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(turns, Has.Some.EqualTo($"Neighbourhood networks: effect on demand for Care homes is {value:0%} instead of 0%."));
            Assert.That(page, Does.Contain("What it would have to be: ").And.Not.Contain("services.neighbourhood").And.Not.Contain("people.start"));
        }
    }

    [Test]
    public void Options_of_a_starter_model_are_not_compared()
    {
        using var here = new Workplace();
        var starter = Path.Combine(Repository.Scenarios, "features", "starter");
        here.With("other.yaml", File.ReadAllText(Path.Combine(starter, "scenario.yaml")).Replace("£30k", "£25k", StringComparison.Ordinal));

        var own = here.Call("compare", starter, "--quiet");
        var each = here.Call("compare", "--each", starter, "--quiet");
        var two = here.Call("compare", starter, "other.yaml", "--quiet");

        using (Assert.EnterMultipleScope())
        {
            foreach (var said in (string[])[own.Output, each.Output, two.Output])
            {
                Assert.That(said, Does.Contain("Starter model, 1 of 3 numbers local: ").And.Not.Match("/less"));
            }

            Assert.That(two.Output, Does.Contain("other/now").And.Not.Contain("other/less"));
        }
    }

    [TestCase("plymoth", "there is no council of that name", "did you mean Plymouth?")]
    [TestCase("Exeter", "its county, Devon", "'systemsim places' lists them.")]
    [TestCase("Isles of Scilly", "no starter model can be made of the Isles of Scilly", "'systemsim places' lists them.")]
    public void A_name_that_is_none_gets_its_reason_and_a_hint(string name, string reason, string hint)
    {
        using var here = new Workplace();

        var call = here.Call("init", "place", "--place", name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(2));
            Assert.That(call.Errors, Does.Contain(reason).And.Contain(hint));
            Assert.That(here.Files(), Is.Empty);
        }
    }

    [Test]
    public void People_from_a_file_are_named_by_it_and_a_file_that_holds_none_is_refused()
    {
        using var here = new Workplace();
        var samples = Path.Combine(Path.GetDirectoryName(Repository.Scenarios)!, "tests", "SystemSim.Tests", "Places", "samples");
        here.With("snpp.csv", File.ReadAllText(Path.Combine(samples, "projection_single_years.csv")));

        var made = here.Call("init", "torbay", "--place", "Torbay", "--people", "snpp.csv");
        var check = here.Call("check", "torbay", "--strict", "--expect");
        var other = here.Call("init", "kent", "--place", "Kent", "--people", "snpp.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.ExitCode, check.ExitCode), Is.EqualTo((0, 0)), made.Errors + check.Errors);
            Assert.That(other.ExitCode, Is.EqualTo(3));
            Assert.That(other.Errors, Does.Contain("--people snpp.csv: no row is about Kent (E10000016)"));
        }
    }

    [Test]
    public void All_councils_are_listed()
    {
        using var here = new Workplace();

        using var list = JsonDocument.Parse(here.Call("places", "--json").Output);
        var lines = here.Call("places").Output;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.RootElement.GetArrayLength(), Is.EqualTo(151));
            Assert.That(
                list.RootElement.EnumerateArray().Select(one => one.GetProperty("name").GetString()),
                Is.All.Matches<string?>(name => lines.Contains(name!, StringComparison.Ordinal))
            );
        }
    }
}
