using System.Text;
using NUnit.Framework;
using SystemSim.Acceptance;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.PageTests;

/// <summary>The published page, of which trimming has left much out, runs every feature of the format.</summary>
public sealed class FeaturesTests
{
    [Test]
    public async Task Every_feature_shows_in_the_page_what_the_program_works_out_to_the_bit()
    {
        await using var here = await PageInBrowser.Open();
        await here.Page.EvaluateAsync("async () => { window.engine = new (await import('./worker.js')).Engine(); }");
        // Some of them are read from workbooks.
        await here.Page.EvaluateAsync("() => engine.takeBooks()");
        var wrong = new List<string>();
        var features = Repository.Named("features");
        foreach (var name in features)
        {
            var scenario = await Opened(name);
            var shown = await here.Page.EvaluateAsync<string>(
                """
                async opening => {
                  const opened = JSON.parse(await engine.ask('Open', JSON.stringify(opening)));
                  return opened.isSound
                    ? await engine.ask('First', '') || await engine.ask('Screen', 'answer', '')
                    : JSON.stringify(opened.remarks);
                }
                """,
                new { kind = "folder", name = $"{name}/scenario.yaml", files = Texts(scenario), changes = Array.Empty<string>() }
            );
            var worked = await RunScenario.First(scenario, new RunRequest());
            if (First(shown) != First(Encoding.UTF8.GetString(Rendering.Summary(worked.Result!.Evidence!))))
            {
                wrong.Add($"{name}: {shown}");
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(features, Has.Length.GreaterThan(100));
            Assert.That(wrong, Is.Empty);
        }

        here.IsSound();
    }

    private static async Task<OpenScenario> Opened(string name)
    {
        var source = new ScenarioSource.OnDisk(Path.Combine(Repository.Scenarios, name), Repository.Scenarios);
        return (await OpenScenario.ReadSound(source, [])).Result ?? throw new InvalidOperationException(name);
    }

    /// <summary>All that a scenario reads, by names as seen from the folder of all scenarios.</summary>
    private static object[] Texts(OpenScenario scenario) =>
    [
        .. scenario.Result.Inputs.DistinctBy(input => input.Name).Select(input => new
        {
            name = Path.GetRelativePath(Repository.Scenarios, Path.GetFullPath(input.Name, Repository.Scenarios)).Replace('\\', '/'),
            text = "",
            base64 = Convert.ToBase64String(input.Bytes.AsSpan()),
        }),
    ];

    /// <summary>The first page as it is written: its sentences, its tables with every digit, its charts.</summary>
    private static string First(string html) => html.Split("<div class=\"first\">")[^1].Split("<p class=\"links\">")[0];
}
