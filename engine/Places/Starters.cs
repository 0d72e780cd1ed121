using System.Text;

namespace SystemSim.Places;

/// <summary>The files of a council's starter model.</summary>
public static class Starters
{
    /// <summary>Makes them.</summary>
    /// <param name="council">The council.</param>
    /// <param name="shared">The way to the folder of shared files, with a slash at its end.</param>
    /// <returns>Names and bytes.</returns>
    public static ImmutableArray<(string Name, byte[] Bytes)> Of(Council council, string shared)
    {
        var model = new StarterModel(council);
        return
        [
            ("README.md", Encoding.UTF8.GetBytes(StarterReadme.Markdown(model))),
            ("checks.yaml", Encoding.UTF8.GetBytes(StarterChecks.Yaml(model))),
            ("scenario.yaml", Encoding.UTF8.GetBytes(StarterScenario.Yaml(model, shared))),
        ];
    }
}
