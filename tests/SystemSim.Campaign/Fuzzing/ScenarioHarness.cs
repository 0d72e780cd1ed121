using SystemSim.Reading;

namespace SystemSim.Campaign;

/// <summary>One text as a whole scenario.</summary>
internal static class ScenarioHarness
{
    private static readonly string File = Path.Combine(Directory.CreateTempSubdirectory("systemsim-scenario-").FullName, "scenario.yaml");

    /// <summary>Reads it.</summary>
    public static void Read(string text)
    {
        System.IO.File.WriteAllText(File, text);
        var result = ScenarioReader.Read(File, []);
        if (result.Scenario is null != !result.Problems.IsEmpty)
        {
            throw new InvalidOperationException("neither a scenario nor a problem, or both.");
        }

        if (result.Problems.Any(problem => problem.At.Line < 1))
        {
            throw new InvalidOperationException("a problem without a place.");
        }
    }
}
