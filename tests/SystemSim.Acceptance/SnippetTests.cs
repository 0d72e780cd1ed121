using System.Diagnostics;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The snippets of the format's README read what a run leaves.</summary>
public sealed partial class SnippetTests
{
    [Test]
    public void The_python_snippet_makes_control_totals_of_a_table_as_the_ons_publishes_it()
    {
        using var here = new Workplace();
        here.With("snippet.py", Block("python")).With("snpp.csv", """
            AREA_CODE,AREA_NAME,COMPONENT,SEX,AGE_GROUP,2026,2027,2099
            E00000001,Made up,Population,persons,0,50000.4,50100,50000
            E00000001,Made up,Population,persons,64,30000.2,30100,30000
            E00000001,Made up,Population,persons,65,19000,19100,19000
            E00000001,Made up,Population,persons,90 and over,1000,1001,1000
            E00000001,Made up,Population,persons,All ages,100000.6,100301,100000
            E00000001,Made up,Population,males,64,15000,15000,15000
            E00000001,Made up,Births,persons,0,900,900,900
            E00000002,Elsewhere,Population,persons,65,7,7,7
            """);

        var said = Said(here, "python3", "snippet.py");
        here.Call("init", "place");
        var check = here.With("place/totals.yaml", $"extends: scenario.yaml\nsources: {{ons: {{title: Made up}}}}\n{said}")
            .Call("check", "place/totals.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(said, Is.EqualTo("""
                people:
                  control_totals:
                    0-64: {2026/27: 80001, 2027/28: 80200, 2099/00: 80000, source: ons}
                    65+: {2026/27: 20000, 2027/28: 20101, 2099/00: 20000, source: ons}

                """.ReplaceLineEndings("\n")));
            Assert.That(check.ExitCode, Is.Zero, check.Errors);
        }
    }

    [Test]
    public void The_python_snippet_adds_up_what_each_organisation_spends()
    {
        using var here = new Workplace();
        here.With("plymouth.yaml", Town.Yaml).Call("run", "plymouth.yaml", "--steps", "--draws", "20");
        here.With("snippet.py", Block("python", "import defaultdict"));

        var call = Said(here, "python3", "snippet.py");

        Assert.That(call.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo([
            "siloed,council,48000.00", "siloed,nhs,480000.00", "pooled,council,47909.09", "pooled,nhs,479090.91",
        ]));
    }

    [Test]
    public void The_r_snippet_names_columns_that_are_there()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).Call("run", "town.yaml", "--only", "tidy");
        var columns = File.ReadLines(here.At("results/town/tidy/positions.csv")).First().Split(',');
        var named = Name().Matches(Block("r").Split('\n')[1]).Select(match => match.Groups[1].Value);

        Assert.That(named, Is.EqualTo(["measure", "against", "price_base", "statistic", "step"]).And.SubsetOf(columns));
    }

    [Test]
    public void The_log_of_assumptions_has_a_line_for_every_number()
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml).Call("run", "town.yaml");

        var rows = File.ReadAllLines(here.At("results/town/assumptions.csv")).Select(line => line.Split(',')).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rows[0],
                Is.EqualTo([
                    "name",
                    "value",
                    "low",
                    "high",
                    "interval",
                    "unit",
                    "flag",
                    "grade",
                    "source",
                    "date",
                    "owner",
                    "effect_at_low",
                    "effect_at_high",
                    "swing",
                    "note",
                    "url",
                ])
            );
            Assert.That(
                rows.Skip(1).Single(row => row[0] == "services.help.cost.unit")[..9],
                Is.EqualTo(["services.help.cost.unit", "10", "", "", "", "GBP a unit", "ungraded", "", "Worked on paper"])
            );
            Assert.That(rows.Skip(1).Single(row => row[0] == "services.help.demand.per_person.ill")[5], Is.EqualTo("a person a year"));
        }
    }

    /// <summary>The first block of a language, or the first that says something.</summary>
    private static string Block(string language, string says = "")
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "README.md"));
        return text.Split($"```{language}\n")[1..]
            .Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])
            .First(block => block.Contains(says, StringComparison.Ordinal));
    }

    private static string Said(Workplace here, string program, string script)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = here.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(script);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return said;
    }

    [GeneratedRegex("([a-z_]+) ==")]
    private static partial Regex Name();
}
