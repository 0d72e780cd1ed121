namespace SystemSim.Reading;

/// <summary>Hints of what somebody may have meant in a file.</summary>
internal static class Suggestions
{
    // A list longer than this is no longer read.
    private const int MostListed = 12;

    /// <summary>A hint that names the nearest and all that there are.</summary>
    /// <param name="written">What stands in the file.</param>
    /// <param name="known">What could stand there.</param>
    /// <param name="what">What they are, in the plural.</param>
    public static string Hint(string written, IReadOnlyList<string> known, string what)
    {
        if (known.Count == 0)
        {
            return $"there are no {what} here.";
        }

        var rest = known.Count > MostListed ? $" and {known.Count - MostListed} more" : "";
        var all = $"{what} here: {string.Join(", ", known.Take(MostListed))}{rest}.";
        return Nearest.To(written, known) is { } nearest ? $"did you mean '{nearest}'? {all}" : all;
    }
}
