using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>What the pages show is what comes out.</summary>
public sealed partial class ReadmeTests
{
    private const string Prompt = "$ ";
    private const string Build = "dotnet run --project engine/Host -c Release -- ";
    private const string MissingKey = "SIM016";

    private static string Top => Path.Combine(Path.GetDirectoryName(Repository.Scenarios)!, "README.md");

    private static string Guide => Path.Combine(Repository.Scenarios, "README.md");

    private static IEnumerable<string> Places() =>
        Repository.Named("places").Where(name => File.Exists(PageOf(name)) && PrintedExamples.Of(File.ReadAllLines(PageOf(name))).Any());

    [Test]
    public void Every_example_runs_as_printed()
    {
        using var here = WithScenarios();

        PrintedExamples.Hold(here, Top);
    }

    [Test]
    public void The_first_two_commands_are_a_run_of_a_place_and_the_tests()
    {
        var commands = File.ReadLines(Top)
            .Where(line => line.StartsWith(Prompt, StringComparison.Ordinal) || line.StartsWith("dotnet ", StringComparison.Ordinal))
            .Take(2);

        Assert.That(commands, Is.EqualTo([$"{Prompt}{Build}run scenarios/places/plymouth", "dotnet test -c Release"]));
    }

    [TestCaseSource(nameof(Places))]
    public void What_the_page_of_a_place_shows_is_what_comes_out(string place)
    {
        using var here = WithScenarios();

        PrintedExamples.Hold(here, PageOf(place));
    }

    [Test]
    public void The_place_that_the_guide_builds_comes_out_as_printed()
    {
        using var here = WithScenarios();
        here.With("fernley.yaml", string.Concat(GuideBlocks()));

        PrintedExamples.Hold(here, Guide);
    }

    [Test]
    public void Every_block_of_the_guide_is_sound_and_leaves_only_sections_missing()
    {
        using var here = new Workplace();
        var blocks = GuideBlocks();

        for (var last = 1; last <= blocks.Length; last++)
        {
            here.With("fernley.yaml", string.Concat(blocks[..last]));

            var errors = here.Call("check", "fernley.yaml")
                .Errors.Split('\n')
                .Where(line => line.Contains(": error ", StringComparison.Ordinal));

            Assert.That(errors, Is.All.Contains(MissingKey), blocks[last - 1]);
        }
    }

    private static string[] GuideBlocks() => [.. GuideBlock().Matches(File.ReadAllText(Guide)).Select(match => match.Groups[1].Value)];

    private static string PageOf(string place) => Path.Combine(Repository.Scenarios, place, "README.md");

    private static Workplace WithScenarios() => new Workplace().WithCopyOf(Repository.Scenarios, "scenarios", "places", "shared");

    [GeneratedRegex("```yaml guide\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex GuideBlock();
}
