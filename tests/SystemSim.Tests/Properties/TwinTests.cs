using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>An option that differs by nothing but the name of its arrangement differs by nothing in any draw.</summary>
public sealed class TwinTests
{
    private const int Draws = 24;

    private static readonly string Folder = RepositoryFolder.At("scenarios", "features");

    private static IEnumerable<string> Features =>
        Directory.GetDirectories(Folder).Where(HasArrangements).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Features))]
    public void A_twin_differs_by_exactly_0_in_every_draw(string name)
    {
        var scenario = Read(name, renamesPools: false);
        var kept = Kept(scenario);

        Assert.That(kept.Draws, Has.Count.GreaterThan(1));
        using (Assert.EnterMultipleScope())
        {
            foreach (var (option, twin) in TwinArrangements.Pairs(scenario))
            {
                Assert.That(Of(kept, twin), Is.EqualTo(Of(kept, option)), $"{option}, {kept.Draws.Count} draws");
            }
        }
    }

    [TestCaseSource(nameof(Features))]
    public void A_twin_whose_pool_has_another_name_meets_the_same_draws(string name)
    {
        var scenario = Read(name, renamesPools: true);
        var numbers = PreviewStudy
            .Run(Prepared.Of(scenario), Draws)
            .Numbers.Where(number => number.Name.Contains("twin_", StringComparison.Ordinal));

        // What the twin states is drawn as what it is the twin of, and has no draws of its own.
        Assert.That(numbers.Select(number => number.Name), Is.Empty);
    }

    [Test]
    public void A_twin_that_is_said_to_be_apart_differs_by_luck()
    {
        var scenario = TwinArrangements.Read(
            Path.Combine(Folder, "set-up-and-running", "scenario.yaml"),
            renamesPools: false,
            "draws: {apart: [governance.twin_pooled]}"
        );
        var kept = Kept(scenario);

        var (option, twin) = TwinArrangements.Pairs(scenario).Single();
        Assert.That(Of(kept, twin), Is.Not.EqualTo(Of(kept, option)));
        Assert.That(
            PreviewStudy.Run(Prepared.Of(scenario), Draws).Numbers.Select(number => number.Name),
            Has.Some.StartsWith("governance.twin_pooled.").And.Some.StartsWith("governance.pooled.")
        );
    }

    private static bool HasArrangements(string folder)
    {
        var text = File.ReadAllText(Path.Combine(folder, "scenario.yaml"));
        return (text.Contains("pooled", StringComparison.Ordinal) || text.Contains("contracts:", StringComparison.Ordinal))
            && !text.Contains("apart:", StringComparison.Ordinal);
    }

    private static Scenario Read(string name, bool renamesPools) =>
        TwinArrangements.Read(Path.Combine(Folder, name, "scenario.yaml"), renamesPools);

    private static KeptDraws Kept(Scenario scenario) =>
        DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = Draws, KeepsDraws = true }).Kept!;

    private static IEnumerable<(Subject About, IReadOnlyList<double> Values)> Of(KeptDraws kept, string option) =>
        kept
            .Outcomes.Zip(kept.Values)
            .Where(outcome => outcome.First.About.Option == option)
            .Select(outcome => (outcome.First.About with { Option = "" }, outcome.Second));
}
