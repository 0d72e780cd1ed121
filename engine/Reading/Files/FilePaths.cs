namespace SystemSim.Reading;

/// <summary>Names of files that other files name.</summary>
internal static class FilePaths
{
    /// <summary>The name of a file in a folder.</summary>
    public static string Inside(string folder, string file) => $"{folder.TrimEnd('/', '\\')}/{file}";

    /// <summary>The name of a file that another one names, with <c>.</c> and <c>..</c> worked out as far as they go.</summary>
    /// <param name="from">The naming file.</param>
    /// <param name="named">What it says.</param>
    public static string Beside(string from, string named)
    {
        var folder = from.Replace('\\', '/');
        var path = Path.IsPathRooted(named) ? named : folder[..(folder.LastIndexOf('/') + 1)] + named;
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not (".." or "." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (parts.Count == 0 || part is not ("." or ""))
            {
                // A leading '.' stays, so that a file keeps the name that the caller gave it.
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
