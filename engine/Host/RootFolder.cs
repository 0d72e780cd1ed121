namespace SystemSim.Host;

/// <summary>The folder that holds all files a scenario may read.</summary>
/// <param name="Path">As typed; null for the scenario's own, or the nearest above that holds what it names.</param>
internal sealed record RootFolder(string? Path);
