using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>However one thing in a scenario is changed, reading ends with problems or with a scenario.</summary>
public sealed class BrokenScenarioTests
{
    private static readonly Mapping Readme = (Mapping)TreeBuilder.Build("scenario.yaml", ValidScenario.OfReadme(), new Problems())!;

    [Test]
    public void Changed_keys_never_crash_the_reader() => AssertReads(ChangedScenario.Keys, everyNth: 23);

    [Test]
    public void Changed_values_never_crash_the_reader() => AssertReads(ChangedScenario.Values, everyNth: 101);

    private static void AssertReads(Func<Node, IEnumerable<(Node Node, string What)>> changes, int everyNth)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (changed, what) in ChangedScenario.All(Readme, changes).Where((_, i) => i % everyNth == 0))
            {
                Assert.That(() => Read(changed), Throws.Nothing, what);
            }
        }
    }

    private static void Read(Mapping scenario)
    {
        var problems = new Problems();
        var result = ScenarioReader.Read(
            scenario,
            "scenario.yaml",
            [],
            new ScenarioFiles(problems, new FilesOnDisk(new FileBounds("scenario.yaml", null))),
            problems
        );
        Assert.That(result.Scenario is null, Is.EqualTo(result.Problems.Length > 0));
    }
}
