using System.Collections.Immutable;
using NUnit.Framework;
using SystemSim.Reading;
using SystemSim.Studies;
using SystemSim.Tests.Reporting;

namespace SystemSim.Tests;

/// <summary>A scenario of which the texts are at hand reads and runs as it does from a disk.</summary>
public sealed class NamedTextsTests
{
    private const string Minimal = "extends: base.yaml\nsystemsim: 1\n";

    private static readonly string Scenarios = RepositoryFolder.At("scenarios");

    private static readonly Lazy<NamedTexts> All = new(() =>
        new NamedTexts(
            from file in Directory.GetFiles(Scenarios, "*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".yaml" or ".csv" or ".xlsx"
            select KeyValuePair.Create(
                Path.GetRelativePath(Scenarios, file).Replace('\\', '/'),
                ImmutableArray.Create(File.ReadAllBytes(file))
            )
        )
    );

    private static readonly string[] Groups = ["features", "places"];

    private static IEnumerable<string> Folders =>
        Groups
            .SelectMany(group =>
                Directory.GetDirectories(Path.Combine(Scenarios, group)).Select(folder => $"{group}/{Path.GetFileName(folder)}")
            )
            .Where(folder => File.Exists(Path.Combine(Scenarios, folder, ScenarioReader.FileInFolder)));

    [TestCaseSource(nameof(Folders))]
    public void Texts_read_as_their_files_do(string folder)
    {
        var onDisk = ScenarioReader.Read($"{Scenarios}/{folder}", []);
        var atHand = ScenarioReader.Read(All.Value, $"{folder}/{ScenarioReader.FileInFolder}", []);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(atHand.Problems, Is.Empty);
            Assert.That(Alike.Are(atHand.Scenario, onDisk.Scenario), Is.True);
            Assert.That(
                atHand.Inputs.Select(input => (input.Name, input.Sha256)),
                Is.EqualTo(onDisk.Inputs.Select(input => (input.Name[(Scenarios.Length + 1)..], input.Sha256)))
            );
            Assert.That(atHand.Expectations, Has.Length.EqualTo(onDisk.Expectations.Length));
        }
    }

    [Test]
    public void What_is_run_drawn_compared_and_reported_of_texts_is_what_files_give()
    {
        var atHand = ToldRun.Of(ScenarioReader.Read(All.Value, "features/draws/scenario.yaml", []).Scenario!, draws: 24)!.Media();
        var onDisk = ToldRun.Of(ScenarioReader.Read($"{Scenarios}/features/draws", []).Scenario!, draws: 24)!.Media();

        Assert.That(atHand, Is.EqualTo(onDisk));
    }

    [TestCase("base.yaml", "the file 'base.yaml' is not there.")]
    [TestCase("../../base.yaml", "the file '../../base.yaml' is not there.")]
    [TestCase("/etc/base.yaml", "the file '/etc/base.yaml' is not read: it is not a relative name.")]
    [TestCase("base.txt", "the file 'base.txt' is not read: it has another ending than files have that are read here.")]
    public void A_text_that_names_what_is_not_at_hand_is_refused_as_a_file_would_be(string named, string sentence)
    {
        var texts = new NamedTexts([
            KeyValuePair.Create("town/scenario.yaml", Minimal.Replace("base.yaml", named, StringComparison.Ordinal)),
            KeyValuePair.Create("town/base.txt", ""),
        ]);

        var result = ScenarioReader.Read(texts, "town/scenario.yaml", []);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Scenario, Is.Null);
            Assert.That(result.Problems.Select(problem => problem.Problem), Has.Some.EqualTo(sentence));
        }
    }

    [Test]
    public void A_text_that_is_not_at_hand_cannot_be_read() =>
        Assert.That(
            () => ScenarioReader.Read(new NamedTexts(Array.Empty<KeyValuePair<string, string>>()), "scenario.yaml", []),
            Throws.InstanceOf<IOException>()
        );
}
