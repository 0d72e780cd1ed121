using System.Reflection;

namespace SystemSim.Runs;

/// <summary>The version of the engine, which every result bears.</summary>
public static class EngineVersion
{
    /// <summary>The version.</summary>
    public static string Text { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
