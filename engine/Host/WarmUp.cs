using SystemSim.Analysis;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Goes the way from texts to files once with next to nothing, on another core, while the real scenario is being read.</summary>
/// <remarks>
/// Most of what a short command takes is the compiling of code that is used for the first time. Reading and running share little of
/// it, so that the second half can be done during the first: about a quarter of the time of a command. Nothing depends on it.
/// </remarks>
internal static class WarmUp
{
    private const string OwnScenario = "warm-up.yaml";
    private static readonly string[] Reading = ["run", "check", "compare", "explain", "report", "sensitivity", "plan", "draw", "merge", "sweep"];

    /// <summary>Lays out the format on another thread while the command line is being looked at.</summary>
    /// <param name="words">The words of the command line.</param>
    public static void BeginReading(string[] words)
    {
        if (words.Length > 0 && Reading.Contains(words[0]))
        {
            Task.Run(ScenarioReader.Prepare);
        }
    }

    /// <summary>Starts on another thread, and goes on without being waited for.</summary>
    /// <param name="tells">Whether pages and charts will be wanted too.</param>
    public static void Begin(bool tells) => Task.Run(() => Run(tells));

    /// <summary>Goes the way.</summary>
    /// <param name="tells">Whether pages and charts will be wanted too.</param>
    internal static async Task Run(bool tells)
    {
        var texts = new NamedTexts([KeyValuePair.Create(OwnScenario, EmbeddedFiles.Text(OwnScenario))]);
        var source = new ScenarioSource.InMemory(texts, OwnScenario);
        var scenario = (await OpenScenario.ReadSound(source, [])).Result!;
        var run = (await RunScenario.Run(scenario, new RunRequest { OnlyTidy = !tells })).Result!;
        _ = HeadlineText.Write(Headline.From(run.Answers), int.MaxValue);
        _ = run.Folder.Files();
    }
}
