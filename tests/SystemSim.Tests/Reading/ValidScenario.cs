using System.Text.RegularExpressions;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>Scenarios with which nothing is wrong, and small changes to them.</summary>
internal static class ValidScenario
{
    /// <summary>The scenario that the refused examples extend.</summary>
    public static string File { get; } = RepositoryFolder.At("scenarios", "rejected", "valid.yaml");

    /// <summary>The whole scenario of the description of the format, block by block.</summary>
    public static string OfReadme()
    {
        var blocks = ReadmeBlocks();
        // The block that shows all sections has placeholders for those that follow, and a shared file that is not at hand.
        string[] left = ["{...}", "[...]", "extends: ", "combine: "];
        var top = blocks.Single(block => block.StartsWith("systemsim:", StringComparison.Ordinal)).Split('\n')
            .Where(line => !left.Any(line.Contains));
        // Another form of a section stands in a block after the first.
        var sections = blocks.Where(block =>
            Regex.IsMatch(block, "^(?:prices|people|organisations|services|limits|governance|appraisal|expect|page):")
        ).DistinctBy(block => block.Split(':')[0]);
        return string.Join('\n', [.. top, .. sections]);
    }

    /// <summary>All YAML blocks of the description of the format, in order.</summary>
    public static IReadOnlyList<string> ReadmeBlocks()
    {
        var text = System.IO.File.ReadAllText(RepositoryFolder.At("scenarios", "README.md"));
        return [.. Regex.Matches(text, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
    }

    /// <summary>Reads the valid scenario with something laid over it.</summary>
    /// <param name="yaml">Keys that win over those of the scenario.</param>
    /// <param name="overrides">What the caller overrides.</param>
    public static ReadResult With(string yaml, params string[] overrides)
    {
        using var folder = new TemporaryFolder();
        folder.Write("valid.yaml", System.IO.File.ReadAllBytes(File));
        return ScenarioReader.Read(folder.Write("scenario.yaml", $"extends: valid.yaml\n{yaml}"), overrides);
    }

    /// <summary>Reads a scenario from text alone.</summary>
    public static ReadResult Read(string yaml, params string[] overrides)
    {
        using var folder = new TemporaryFolder();
        return ScenarioReader.Read(folder.Write("scenario.yaml", yaml), overrides);
    }

    /// <summary>Problems and findings as one text, for messages.</summary>
    public static string Say(this ReadResult result) => string.Join('\n', result.Problems.Concat(result.Findings));
}
