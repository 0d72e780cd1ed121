using System.Diagnostics;
using System.Text.RegularExpressions;
using NUnit.Framework;
using SystemSim.Acceptance;

namespace SystemSim.PageTests;

/// <summary>The published page, of which trimming has left much out, runs every feature of the format.</summary>
public sealed class FeaturesTests
{
    // As many as are held to the program's own figures: each takes a start of the program. The step goes round all letters.
    private const int Held = 26;

    private static readonly string Features = Path.Combine(Repository.Scenarios, "features");

    [Test]
    public async Task Every_feature_runs_in_the_page_and_some_are_held_to_what_report_prints()
    {
        string[] names = [.. Directory.GetDirectories(Features).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];
        using var place = new Workplace();
        await using var here = await PageInBrowser.Open();
        await here.Page.EvaluateAsync("async () => { const { Engine } = await import('./worker.js'); window.engine = new Engine(); }");
        var clock = Stopwatch.StartNew();
        var (wrong, held) = (new List<string>(), 0);
        foreach (var (number, name) in names.Index())
        {
            var shown = await here.Page.EvaluateAsync<string>(
                """
                async ({ name, files }) => {
                  const opened = JSON.parse(await engine.ask('Open', JSON.stringify({ kind: 'folder', name, files, changes: [] })));
                  return opened.isSound ? await engine.ask('First', '') || await engine.ask('Screen', 'answer', '') : JSON.stringify(opened.remarks);
                }
                """,
                new { name = $"features/{name}/scenario.yaml", files = Texts(name) }
            );
            if (!shown.Contains("class=\"first\"", StringComparison.Ordinal))
            {
                wrong.Add($"{name}: {shown}");
            }
            else if (number % (names.Length / Held) == 0)
            {
                held++;
                place.Call("report", Path.Combine(Features, name), "--out", name, "--draws", "0");
                Assert.That(Numbers(shown), Is.EqualTo(Numbers(await File.ReadAllTextAsync(place.At($"{name}/summary.html")))), name);
            }
        }

        await TestContext.Out.WriteLineAsync($"{names.Length} features in {clock.Elapsed.TotalSeconds:0} s, {held} held to the program.");
        Assert.That(wrong, Is.Empty);
        Assert.That(held, Is.GreaterThanOrEqualTo(Held));
        here.IsSound();
    }

    /// <summary>The texts of a feature, of those that it names elsewhere, and what all share.</summary>
    private static object[] Texts(string name)
    {
        string[] own = [.. Directory.GetFiles(Path.Combine(Features, name))];
        var text = File.ReadAllText(Path.Combine(Features, name, "scenario.yaml"));
        var others = Regex.Matches(text, @"\.\./([\w-]+)/").SelectMany(match => Under(Path.Combine(Features, match.Groups[1].Value)));
        var shared = text.Contains("../../shared/", StringComparison.Ordinal) ? Under(Path.Combine(Repository.Scenarios, "shared")) : [];
        return
        [
            .. own.Concat(others).Concat(shared)
                .Where(file => Path.GetExtension(file) is ".yaml" or ".csv" or ".xlsx")
                .Distinct()
                .Select(file => new
                {
                    name = Path.GetRelativePath(Repository.Scenarios, file).Replace('\\', '/'),
                    text = "",
                    base64 = Convert.ToBase64String(File.ReadAllBytes(file)),
                }),
        ];
    }

    private static string[] Under(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

    /// <summary>The numbers of a first page, each with what it is of.</summary>
    private static string[] Numbers(string html) =>
        [.. Regex.Matches(html.Split("<div class=\"officers\">")[0], "<data [^>]*>").Select(match => match.Value)];
}
