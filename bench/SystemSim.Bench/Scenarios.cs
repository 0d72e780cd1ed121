using SystemSim.Lanes;
using SystemSim.Reading;

namespace SystemSim.Bench;

/// <summary>Where the scenarios are that are measured, found from the assembly.</summary>
internal static class Scenarios
{
    /// <summary>The borough.</summary>
    public static string Borough { get; } = Find("features", "borough");

    /// <summary>Plymouth.</summary>
    public static string Plymouth { get; } = Find("places", "plymouth");

    /// <summary>Draws of the borough.</summary>
    /// <param name="isCompiled">Whether programs run as machine code, rather than instruction by instruction.</param>
    public static BoroughDraws DrawsOfBorough(bool isCompiled) =>
        new(
            ScenarioReader.Read(Borough, []).Scenario!,
            "pooled",
            isCompiled ? LaneMemory.LaneUnit : 64,
            program => isCompiled ? CompiledProgram.Compile(program) : new Interpreter()
        );

    /// <summary>Top of the repository.</summary>
    public static string Root { get; } = FindRoot();

    private static string Find(params string[] parts) => Path.Combine([FindRoot(), "scenarios", .. parts]);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SystemSim.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))
                ?? throw new InvalidOperationException("No SystemSim.sln above the benchmarks.");
        }

        return folder;
    }
}
