using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>Draws: what is printed and left of them, and that threads change no byte of it.</summary>
public sealed class DrawsTests
{
    [TestCase("draws")]
    [TestCase("chance")]
    public void Any_number_of_threads_gives_the_same_bytes(string feature)
    {
        using var here = With(feature);
        here.Call("run", $"features/{feature}", "--draws", "600", "--keep-draws", "--threads", "1", "--out", "one");
        here.Call("run", $"features/{feature}", "--draws", "600", "--keep-draws", "--threads", "3", "--out", "three");

        var names = here.Files().Where(name => name.StartsWith("one/", StringComparison.Ordinal) && !name.EndsWith("timings.json", StringComparison.Ordinal)).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Does.Contain("one/tidy/draws.csv"));
            foreach (var name in names)
            {
                Assert.That(File.ReadAllBytes(here.At($"three/{name["one/".Length..]}")), Is.EqualTo(File.ReadAllBytes(here.At(name))), name);
            }
        }
    }

    [Test]
    public void A_run_says_how_sure_it_is_and_writes_down_how_to_draw_again()
    {
        using var here = With("draws");

        var call = here.Call("run", "features/draws", "--draws", "400", "--seed", "11", "--out", "out");
        var draws = JsonDocument.Parse(File.ReadAllText(here.At("out/run.json"))).RootElement.GetProperty("scenarios")[0].GetProperty("draws");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero, call.Errors);
            Assert.That(call.Lines, Does.Contain("400 draws, seed 11: every option on the same draws"));
            Assert.That(call.Lines, Does.Contain("cheaper: cheapest 100%; never breaks even 0%"));
            Assert.That((draws.GetProperty("seed").GetInt32(), draws.GetProperty("draws").GetInt32()), Is.EqualTo((11, 400)));
            Assert.That(File.ReadAllText(here.At("out/tidy/positions.csv")), Does.Contain(",p95,,").And.Contain(",standard_error,,"));
        }
    }

    [Test]
    public void Draws_go_on_until_the_error_is_small_enough()
    {
        using var here = With("draws");

        var call = here.Call("compare", "features/draws", "--until", "5%", "--json", "--out", "out");
        var draws = JsonDocument.Parse(call.Output).RootElement.GetProperty("draws");

        Assert.That(draws.GetProperty("largest_error").GetDouble(), Is.LessThanOrEqualTo(0.05), call.Errors);
    }

    [Test]
    public void What_will_be_drawn_is_shown_before_any_run()
    {
        using var here = With("draws");

        var call = here.Call("check", "features/draws", "--draws");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero, call.Errors);
            Assert.That(call.Output, Does.Contain("1,000 draws with seed 7").And.Contain("services.gp.cost.unit"));
        }
    }

    [Test]
    public void Chance_is_told_where_it_is_in_the_draws_and_where_it_is_left_out()
    {
        const string Told = "By chance in every draw: who dies, moves, grows older and is born; how much need asks for.";
        using var here = With("chance", "draws");

        var preview = here.Call("check", "features/chance", "--draws", "10");
        var run = here.Call("run", "features/chance", "--draws", "10", "--out", "out");
        var without = here.Call("run", "features/draws", "--draws", "10", "--out", "other");
        var sensitivity = here.Call("sensitivity", "features/chance");
        var draws = JsonDocument.Parse(File.ReadAllText(here.At("out/run.json"))).RootElement.GetProperty("scenarios")[0].GetProperty("draws");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.Lines, Does.Contain(Told), preview.Errors);
            Assert.That(run.Lines, Does.Contain(Told), run.Errors);
            Assert.That(without.Output, Does.Not.Contain("By chance"));
            Assert.That(sensitivity.Output, Does.Contain("Chance (draws.chance) is left out"), sensitivity.Errors);
            Assert.That(draws.GetProperty("chance").EnumerateArray().Select(word => word.GetString()), Is.EqualTo(["people", "demand"]));
            Assert.That(File.ReadAllText(here.At("out/summary.html")), Does.Contain(Told));
        }
    }

    [TestCase("--draws", "51")]
    [TestCase("--draws", "many")]
    [TestCase("--until", "0.01")]
    public void Draws_that_cannot_be_made_are_wrong_usage(string option, string value)
    {
        using var here = With("borough", "draws-from-a-table");

        Assert.That(here.Call("run", "features/draws-from-a-table", option, value).ExitCode, Is.EqualTo(2));
    }

    private static Workplace With(params string[] features) =>
        new Workplace().WithCopyOf(Path.Combine(Repository.Scenarios, "features"), "features", features);
}
