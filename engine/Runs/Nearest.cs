namespace SystemSim.Runs;

/// <summary>Finds which of some words somebody may have meant.</summary>
public static class Nearest
{
    /// <summary>The nearest word, never the one that is written; null when none is near.</summary>
    /// <param name="written">What somebody wrote.</param>
    /// <param name="known">What there is.</param>
    public static string? To(string written, IEnumerable<string> known) => Several(written, known).FirstOrDefault();

    /// <summary>The words that are near, the nearest first.</summary>
    /// <param name="written">What somebody wrote.</param>
    /// <param name="known">What there is.</param>
    public static IEnumerable<string> Several(string written, IEnumerable<string> known) =>
        known
            .Where(word => word != written)
            .Select(word => (Word: word, Steps: Steps(written, word)))
            .Where(pair => pair.Steps <= Math.Max(1, written.Length / 3))
            .OrderBy(pair => pair.Steps)
            .Select(pair => pair.Word);

    /// <summary>A hint that names the nearest and all that there are.</summary>
    /// <param name="written">What somebody wrote.</param>
    /// <param name="known">What there is.</param>
    /// <param name="what">What they are, in the plural.</param>
    public static string Hint(string written, IReadOnlyList<string> known, string what)
    {
        var all = $"{what}: {string.Join(", ", known)}.";
        return To(written, known) is { } nearest ? $"did you mean '{nearest}'? {all}" : all;
    }

    /// <summary>Letters to insert, delete or replace to make one word of the other.</summary>
    private static int Steps(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], diagonal) + 1);
            }
        }

        return row[to.Length];
    }
}
