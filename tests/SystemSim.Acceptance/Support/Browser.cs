namespace SystemSim.Acceptance;

/// <summary>The browser in which pages are looked at.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Its path: what the variable <c>CHROMIUM</c> names, or the first on the path.</summary>
    /// <exception cref="InvalidOperationException">There is none: without one, nobody knows what the pages look like.</exception>
    public static string Path { get; } = Find();

    /// <summary>How it must be started where nobody has a screen.</summary>
    public static string[] Arguments { get; } = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

    private static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } stated
            ? stated
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException(
                    "These tests need Chromium: apt-get install chromium, or name it in the variable CHROMIUM."
                );
}
