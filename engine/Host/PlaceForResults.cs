namespace SystemSim.Host;

/// <summary>Where results go.</summary>
/// <param name="Name">The folder as it was typed, or as it is shown.</param>
/// <param name="FullPath">Its full path.</param>
internal sealed record PlaceForResults(string Name, string FullPath);
