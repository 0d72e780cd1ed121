using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>explain</c>: why two options differ in one number.</summary>
public sealed class ExplainTests
{
    [Test]
    public void Two_options_are_explained_on_one_screen()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("explain", "town.yaml", "--measure", "delivered", "--year", "2027/28");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
            Assert.That(call.Lines[1], Is.EqualTo("From siloed to pooled: delivered, 2027/28"));
            Assert.That(call.Output, Does.Contain("  pooling"));
            Assert.That(here.Files(), Has.Exactly(1).Items);
        }
    }

    [Test]
    public void The_answer_is_json_where_that_is_asked()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("explain", "town.yaml", "--measure", "spend", "--option", "pooled", "--json");

        using var json = JsonDocument.Parse(call.Output);
        var root = json.RootElement;
        var bars = root.GetProperty("drivers").EnumerateArray().Sum(bar => bar.GetProperty("value").GetDouble());
        Assert.That(
            root.GetProperty("from").GetDouble() + bars + root.GetProperty("interaction").GetDouble(),
            Is.EqualTo(root.GetProperty("to").GetDouble()).Within(1e-6)
        );
    }

    [TestCase("--measure spent", "systemsim: there is no measure 'spent'.")]
    [TestCase("--measure position", "systemsim: 'position' is what there is at the end of a year, and no year is named.")]
    [TestCase("--measure reserves_run_out", "systemsim: 'reserves_run_out' tells when, and not how much: no difference is taken of it.")]
    [TestCase("--measure spend --year 1999/00", "systemsim: '1999/00' is not a financial year that is run.")]
    [TestCase("--measure spend --where place=here", "systemsim: --where takes column=name, each column once, not 'place=here'.")]
    [TestCase("--measure net_present_cost", "town.yaml: there is no net_present_cost, because appraisal is not stated.")]
    [TestCase("--measure spend --option poled", "town.yaml: there is no option 'poled'.")]
    public void What_is_wrong_is_said(string options, string says)
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call(["explain", "town.yaml", .. options.Split(' ')]);

        Assert.That((call.ExitCode, call.Errors.Split('\n')[0]), Is.EqualTo((2, says)));
    }
}
