namespace SystemSim.Tests;

/// <summary>Finds the files of the repository that tests read.</summary>
internal static class RepositoryFolder
{
    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file or folder, by its path from the top.</summary>
    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "SystemSim.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("SystemSim.sln"));
}
