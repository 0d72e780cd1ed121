using System.Collections.Immutable;
using NUnit.Framework;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests.Reading;

public sealed class RejectedScenarioTests
{
    private static readonly string Folder = RepositoryFolder.At("scenarios", "rejected");

    private static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [Test]
    public void The_scenario_that_they_extend_is_valid()
    {
        var result = ScenarioReader.Read(ValidScenario.File, []);

        Assert.That(result.Problems, Is.Empty, result.Say());
    }

    [TestCaseSource(nameof(Names))]
    public void A_rejected_scenario_is_refused_with_these_words(string name)
    {
        var folder = Path.Combine(Folder, name);

        var result = ScenarioReader.Read(Path.Combine(folder, "scenario.yaml"), []);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Printed(result, folder), Is.EqualTo(File.ReadAllText(Path.Combine(folder, "expected.txt"))));
            Assert.That(ProblemsOf(result).Select(problem => problem.Code), Does.Contain(name.Split('-')[0]));
            Assert.That(result.Scenario is null, Is.EqualTo(!result.Problems.IsEmpty));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void A_folder_is_read_like_the_scenario_in_it(string name)
    {
        var folder = Path.Combine(Folder, name);

        Assert.That(Printed(ScenarioReader.Read(folder, []), folder), Is.EqualTo(File.ReadAllText(Path.Combine(folder, "expected.txt"))));
    }

    /// <summary>What reading finds; where it finds nothing, what presets would bring about, what planning shows, and then what running
    /// does, as the program checks a scenario.</summary>
    private static ImmutableArray<Diagnostic> ProblemsOf(ReadResult result)
    {
        if (result.Scenario is not { } scenario)
        {
            return result.Problems;
        }

        if (result.OfPresets() is { IsEmpty: false } presets)
        {
            return presets;
        }

        var planned = PlanCheck.Run(Prepared.Of(scenario));
        var broken = planned.IsEmpty && CentralStudy.Run(Prepared.Of(scenario)).Broken is { } found ? [found] : planned;
        return [.. broken.Select(problem => result.NotRunnable(problem.Fault, problem.Option, problem.Path, problem.Sentence))];
    }

    /// <summary>The problems as they are printed when the scenario is named by its path inside its folder.</summary>
    private static string Printed(ReadResult result, string folder)
    {
        var relative = ProblemsOf(result).Select(problem => problem with { At = problem.At with { File = Relative(problem.At.File) } });
        // A message may quote the name of a file too.
        return string.Concat(relative.Select(problem => $"{problem}\n")).Replace(
            folder.Replace('\\', '/') + "/", "", StringComparison.Ordinal);

        string Relative(string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
    }
}
