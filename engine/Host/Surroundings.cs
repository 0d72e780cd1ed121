using System.Reflection;
using System.Runtime.InteropServices;

namespace SystemSim.Host;

/// <summary>What the program finds around it, read once and handed down.</summary>
internal sealed record Surroundings
{
    /// <summary>Full path of the folder in which the command was given.</summary>
    public required string Folder { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Number of cores.</summary>
    public required int Cores { get; init; }

    /// <summary>The machine, as it calls itself.</summary>
    public required string Machine { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static Surroundings OfProcess() => new()
    {
        Folder = Environment.CurrentDirectory,
        Clock = TimeProvider.System,
        Cores = Environment.ProcessorCount,
        Machine = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}",
        Version = typeof(Surroundings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
    };

    /// <summary>The full path of a name that somebody typed.</summary>
    public string FullPath(string name) => Path.GetFullPath(name, Folder);
}
