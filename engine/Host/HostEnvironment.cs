using System.Runtime.InteropServices;
using SystemSim.Lanes;

namespace SystemSim.Host;

/// <summary>What the program finds around it, read once and handed down.</summary>
internal sealed record HostEnvironment
{
    /// <summary>Full path of the folder in which the command was given.</summary>
    public required string Folder { get; init; }

    /// <summary>Full path of the folder in which the program lies.</summary>
    public required string ProgramFolder { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Number of cores.</summary>
    public required int Cores { get; init; }

    /// <summary>The machine, as it calls itself.</summary>
    public required string Machine { get; init; }

    /// <summary>A browser that somebody named for making images; null where nobody did.</summary>
    public string? Browser { get; init; }

    /// <summary>Folders in which programs are looked for.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>How programs are made and run.</summary>
    public LaneOptions Lanes { get; init; } = LaneOptions.Usual;

    /// <summary>What this process finds around it.</summary>
    /// <exception cref="UserError">A setting makes no sense.</exception>
    public static HostEnvironment OfProcess() =>
        new()
        {
            Folder = Environment.CurrentDirectory,
            ProgramFolder = AppContext.BaseDirectory,
            Clock = TimeProvider.System,
            Cores = Environment.ProcessorCount,
            Machine =
                $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}",
            Browser = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } browser ? browser : null,
            Path = Environment.GetEnvironmentVariable("PATH")?.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                ?? [],
            Lanes = LanesOfProcess(),
        };

    private static LaneOptions LanesOfProcess()
    {
        try
        {
            return LaneOptions.Parse(
                Environment.GetEnvironmentVariable("SYSTEMSIM_EXECUTOR"),
                Environment.GetEnvironmentVariable("SYSTEMSIM_PASSES")
            );
        }
        catch (FormatException wrong)
        {
            throw new UserError(ExitCode.WrongUsage, $"systemsim: SYSTEMSIM_EXECUTOR or SYSTEMSIM_PASSES: {wrong.Message}");
        }
    }

    /// <summary>The full path of a name that somebody typed.</summary>
    public string FullPath(string name) => System.IO.Path.GetFullPath(name, Folder);
}
