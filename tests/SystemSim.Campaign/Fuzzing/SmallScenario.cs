namespace SystemSim.Campaign;

/// <summary>A small shipped scenario with numbers of every spread: what tables are read beside.</summary>
internal static class SmallScenario
{
    /// <summary>Its text.</summary>
    public static string Text { get; } = Load();

    private static string Load()
    {
        using var stream = typeof(SmallScenario).Assembly.GetManifestResourceStream("scenario.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
