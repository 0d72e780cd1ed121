using System.Diagnostics;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The snippets of the format's README read what a run leaves.</summary>
public sealed partial class SnippetTests
{
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
