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

        var names = here.Files()
            .Where(name => name.StartsWith("one/", StringComparison.Ordinal) && !name.EndsWith("timings.json", StringComparison.Ordinal))
            .ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Does.Contain("one/tidy/draws.csv"));
            foreach (var name in names)
            {
                Assert.That(
                    File.ReadAllBytes(here.At($"three/{name["one/".Length..]}")),
                    Is.EqualTo(File.ReadAllBytes(here.At(name))),
                    name
                );
            }
        }
    }

    [Test]
    public void A_run_says_how_sure_it_is_and_writes_down_how_to_draw_again()
    {
        using var here = With("draws");

        var call = here.Call("run", "features/draws", "--draws", "400", "--seed", "11", "--out", "out");
        var draws = JsonDocument
            .Parse(File.ReadAllText(here.At("out/run.json")))
            .RootElement.GetProperty("scenarios")[0]
            .GetProperty("draws");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.Zero, call.Errors);
            Assert.That(call.Lines, Does.Contain("400 simulations, seed 11: every option on the same draws"));
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
        var draws = JsonDocument
            .Parse(File.ReadAllText(here.At("out/run.json")))
            .RootElement.GetProperty("scenarios")[0]
            .GetProperty("draws");

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

    // A cost that is normal goes below nothing in about 2, 8 and 13 draws of 100.
    [TestCase("low: £4, high: £16", DrawsTold.All)]
    [TestCase("low: £1, high: £19", DrawsTold.NoHeadline)]
    [TestCase("low: £4, high: £16, interval: 50%", DrawsTold.CentralAlone)]
    public void Draws_that_are_left_out_are_told_in_every_file_and_answer(string range, DrawsTold told)
    {
        using var here = new Workplace();
        here.With(
            "town.yaml",
            Town.With("{unit: £10, year: 2026/27}", $"{{unit: {{value: £10, {range}, shape: normal}}, year: 2026/27}}")
                .Replace(
                    "set_up: £1000, running: £500 a year",
                    "set_up: {value: £1000, low: £900, high: £1100}, running: {value: £500 a year, low: £450, high: £550}",
                    StringComparison.Ordinal
                )
        );

        var run = here.Call("run", "town.yaml", "--draws", "400", "--keep-draws", "--quiet");
        ProgramCall[] others =
        [
            run,
            here.Call("report", "town.yaml", "--draws", "400", "--claims", "--out", "claims", "--quiet"),
            here.Call("compare", "town.yaml", "--draws", "400", "--out", "compared", "--quiet"),
            here.Call("compare", "--each", "town.yaml", "--draws", "400", "--quiet"),
            here.Call("sensitivity", "town.yaml", "--frontier", "left", "--draws", "400", "--quiet"),
            here.Call("run", "town.yaml", "--draws", "400", "--json", "--quiet"),
            here.Call("compare", "--each", "town.yaml", "--draws", "400", "--json", "--quiet"),
        ];

        var files = Directory
            .GetFiles(here.At("results/town"), "*", SearchOption.AllDirectories)
            .Where(file =>
                Path.GetExtension(file) is ".html" or ".svg" or ".md"
                || file.EndsWith("metadata.json", StringComparison.Ordinal)
                || file.EndsWith("run.json", StringComparison.Ordinal)
            )
            .Append(here.At("claims/claims.html"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(files.Where(file => !File.ReadAllText(file).Contains("left out", StringComparison.Ordinal)), Is.Empty);
            Assert.That(others.Select(call => call.Output), Has.All.Contain(" of 400 simulations").And.All.Contain("left out"));
            Assert.That(run.Output.Contains("finding SIM241", StringComparison.Ordinal), Is.EqualTo(told != DrawsTold.All));
            Assert.That(run.Output.Contains("p90", StringComparison.Ordinal), Is.EqualTo(told != DrawsTold.CentralAlone));
            Assert.That(
                File.ReadAllText(here.At("results/town/summary.html")).Contains("(likely range:", StringComparison.Ordinal),
                Is.EqualTo(told == DrawsTold.All)
            );
            Assert.That(
                here.Call("check", "town.yaml").Errors.Contains("finding SIM241", StringComparison.Ordinal),
                Is.EqualTo(told != DrawsTold.All)
            );
            // A mixture of two draws is left out where either is.
            Assert.That(here.Call("sensitivity", "town.yaml", "--sobol", "--quiet").ExitCode, Is.EqualTo(told == DrawsTold.All ? 0 : 3));
        }
    }

    [Test]
    public void One_draw_makes_no_claim()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.With("{unit: £10, year: 2026/27}", "{unit: {value: £10, low: £9, high: £11}, year: 2026/27}"));

        var run = here.Call("run", "town.yaml", "--draws", "1", "--keep-draws", "--quiet");
        var report = here.Call("report", "town.yaml", "--draws", "1", "--claims", "--out", "claims", "--quiet");
        var preview = here.Call("check", "town.yaml", "--draws", "1");

        var tidy = File.ReadAllText(here.At("results/town/tidy/positions.csv"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (run.ExitCode, report.ExitCode, preview.ExitCode),
                Is.EqualTo((0, 0, 0)),
                run.Errors + report.Errors + preview.Errors
            );
            Assert.That(
                run.Output,
                Does.Contain("1 simulation, seed 1")
                    .And.Contain("One simulation has no range and no chance")
                    .And.Not.Contain("p90")
                    .And.Not.Contain("cheapest")
                    .And.Not.Contain("Monte Carlo")
            );
            Assert.That(
                report.Output,
                Does.Contain("One simulation has no range and no chance")
                    .And.Not.Contain("likely range")
                    .And.Not.Contain("of 100 simulations")
            );
            Assert.That(
                tidy,
                Does.Contain(",mean,,")
                    .And.Not.Contain(",sd,")
                    .And.Not.Contain(",standard_error,")
                    .And.Not.Contain(",p10,")
                    .And.Not.Contain("cheapest")
                    .And.Not.Contain("never_breaks_even")
            );
            Assert.That(File.ReadAllText(here.At("results/town/tidy/draws.csv")), Does.Contain(",draw,1,"));
            Assert.That(
                File.ReadAllText(here.At("claims/summary.html")),
                Does.Not.Contain("likely range").And.Not.Contain("of 100 simulations").And.Not.Contain("1 simulations")
            );
            Assert.That(
                preview.Lines.Single(line => line.Contains(" drawn ", StringComparison.Ordinal)),
                Does.Match("drawn +[0-9.]+ +- +- +- +-$")
            );
        }
    }

    /// <summary>What may be told of draws.</summary>
    public enum DrawsTold
    {
        /// <summary>Everything.</summary>
        All,

        /// <summary>Everything, but in no headline.</summary>
        NoHeadline,

        /// <summary>Nothing.</summary>
        CentralAlone,
    }

    private static Workplace With(params string[] features) =>
        new Workplace().WithCopyOf(Path.Combine(Repository.Scenarios, "features"), "features", features);
}
