using NUnit.Framework;
using SystemSim.Planning;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>
/// A scenario is written bit by bit. However much of it is still missing or wrong, reading says where, or the scenario can be planned.
/// </summary>
public sealed class DraftTests
{
    // Some thousands of drafts in all: enough to meet every section in most of its forms, in a few seconds.
    private const int EveryNth = 40;

    private static readonly string Folder = RepositoryFolder.At("scenarios", "features");

    private static IEnumerable<string> Features =>
        Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Features))]
    public void With_one_key_missing_or_one_value_changed_it_is_read(string name)
    {
        var scenario = Tree(name);
        var offset = name.Sum(letter => letter) % EveryNth;
        var drafts = ChangedScenario.All(scenario, ChangedScenario.Keys).Concat(ChangedScenario.All(scenario, ChangedScenario.Values))
            .Where((_, i) => i % EveryNth == offset);

        AssertAllAreRead(drafts);
    }

    [TestCaseSource(nameof(Features))]
    public void With_sections_missing_it_is_read(string name)
    {
        var scenario = Tree(name);
        var sections = scenario.Entries.Select(entry => entry.Key.Text).ToList();
        var one = sections.Select(section => (Only(scenario, [section]), $"only {section}"));
        var growing = Enumerable.Range(0, sections.Count).Select(n => (Only(scenario, [.. sections.Take(n)]), $"the first {n} sections"));

        AssertAllAreRead(one.Concat(growing));
    }

    [TestCaseSource(nameof(Features))]
    public void With_many_keys_missing_it_is_read(string name)
    {
        var scenario = Tree(name);

        AssertAllAreRead(
            from seed in Enumerable.Range(1, 20)
            select ((Mapping)Thinned(scenario, new Random(seed), missing: seed / 50.0), $"seed {seed}"));
    }

    private static void AssertAllAreRead(IEnumerable<(Mapping Scenario, string What)> drafts)
    {
        var read = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var (draft, what) in drafts)
            {
                Assert.That(() => Read(draft), Throws.Nothing, what);
                read++;
            }
        }

        // A test that reads nothing shows nothing.
        Assert.That(read, Is.GreaterThan(9));
    }

    private static void Read(Mapping draft)
    {
        var problems = new Problems();
        var result = ScenarioReader.Read(
            draft,
            "scenario.yaml",
            [],
            new ScenarioFiles(problems, new FilesOnDisk(new FileBounds("scenario.yaml", null))),
            problems
        );
        if (result.Scenario is { } scenario)
        {
            Planner.Build(scenario);
        }

        Assert.That(result.Scenario is null, Is.EqualTo(result.Problems.Length > 0));
        Assert.That(result.Problems.Concat(result.Findings).Select(said => said.At), Has.All.Matches<Spot>(HasPlace));
    }

    private static bool HasPlace(Spot at) => at is { File.Length: > 0, Line: >= 1, Column: >= 1 };

    private static Mapping Only(Mapping scenario, List<string> sections) =>
        new(scenario.At, [.. scenario.Entries.Where(entry => sections.Contains(entry.Key.Text))]);

    /// <summary>The scenario without a share of its keys and items, whatever stands under them.</summary>
    private static Node Thinned(Node node, Random random, double missing) => node switch
    {
        Mapping mapping => new Mapping(
            mapping.At,
            [
                .. from entry in mapping.Entries
                   where random.NextDouble() >= missing
                   select entry with { Value = Thinned(entry.Value, random, missing) },
            ]),
        Sequence list => new Sequence(
            list.At, [.. list.Items.Where(_ => random.NextDouble() >= missing).Select(item => Thinned(item, random, missing))]),
        _ => node,
    };

    private static Mapping Tree(string name)
    {
        var file = Path.Combine(Folder, name, "scenario.yaml");
        return new ScenarioFiles(new Problems(), new FilesOnDisk(new FileBounds(file, null))).Open(file, isInFolder: false)!;
    }
}
