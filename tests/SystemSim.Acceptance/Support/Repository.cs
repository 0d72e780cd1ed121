namespace SystemSim.Acceptance;

/// <summary>Where the repository's scenarios are, found from the test assembly.</summary>
internal static class Repository
{
    /// <summary>The folder <c>scenarios</c>.</summary>
    public static string Scenarios { get; } = Path.Combine(Root(AppContext.BaseDirectory), "scenarios");

    /// <summary>The folders of one kind, by their names from <see cref="Scenarios"/>, in order.</summary>
    /// <param name="kind">Folder of the kind, such as <c>features</c>.</param>
    public static string[] Named(string kind)
    {
        var folder = Path.Combine(Scenarios, kind);
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetDirectories(folder)
                    .Where(inside => File.Exists(Path.Combine(inside, "scenario.yaml")))
                    .Select(inside => $"{kind}/{Path.GetFileName(inside)}")
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "SystemSim.sln"))
            ? folder
            : Root(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("SystemSim.sln"));
}
