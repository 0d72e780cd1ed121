using SystemSim.Reading;
using SystemSim.Runs;

namespace SystemSim.Tests;

/// <summary>Scenarios of the repository as texts at hand, under names that no disk has.</summary>
internal static class InMemory
{
    private const string Nowhere = "nowhere";

    /// <summary>A scenario with the files beside it and those that scenarios share.</summary>
    /// <param name="folder">Its folder as seen from that of all scenarios.</param>
    /// <param name="change">Changes its own text.</param>
    public static ScenarioSource.InMemory Of(string folder, Func<string, string>? change = null)
    {
        var texts =
            from name in (string[])[folder, "shared"]
            from file in Directory.GetFiles(Repository.Find("scenarios", name))
            let text = File.ReadAllText(file)
            let isOwn = name == folder && Path.GetFileName(file) == ScenarioReader.FileInFolder
            select KeyValuePair.Create(
                $"{Nowhere}/{name}/{Path.GetFileName(file)}",
                isOwn && change is not null ? change(text) : text
            );
        return new ScenarioSource.InMemory(new NamedTexts(texts), $"{Nowhere}/{folder}/{ScenarioReader.FileInFolder}");
    }

    /// <summary>The same, read and sound.</summary>
    public static async Task<OpenScenario> Read(string folder, params string[] overrides) =>
        (await OpenScenario.ReadSound(Of(folder), overrides)).Result!;
}
