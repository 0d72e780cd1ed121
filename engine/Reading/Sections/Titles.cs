namespace SystemSim.Reading;

/// <summary>Names to print for what has no title.</summary>
internal static class Titles
{
    /// <summary>The name itself, with blanks for underscores.</summary>
    public static string Of(string name) => name.Replace('_', ' ');
}
