namespace SystemSim.Reading;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Suggestions
{
    // A list longer than this is no longer read.
    private const int MostListed = 12;

    // Words longer than this are not compared: nobody mistypes them, and the work grows with their square.
    private const int LongestCompared = 64;

    /// <summary>The nearest of the known words, never the one that is written; null when none is near.</summary>
    /// <param name="written">What stands in the file.</param>
    /// <param name="known">What could stand there.</param>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        if (written.Length > LongestCompared)
        {
            return null;
        }

        var folded = Fold(written);
        string? best = null;
        var least = Math.Max(1, written.Length / 3) + 1;
        foreach (var word in known.Where(word => word.Length <= LongestCompared && word != written))
        {
            var distance = Distance(folded, Fold(word));
            if (distance < least)
            {
                least = distance;
                best = word;
            }
        }

        return best;
    }

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
        return Nearest(written, known) is { } nearest ? $"did you mean '{nearest}'? {all}" : all;
    }

    /// <summary>Whether a word is like an example but for its digits and a slip: <c>2027-28</c> is like <c>2026/27</c>.</summary>
    public static bool LookAlike(string written, string example) =>
        written.Any(char.IsAsciiDigit) && written.Length <= LongestCompared && Distance(Digits(written), Digits(example)) <= 1;

    private static string Digits(string word) => string.Concat(word.Select(letter => char.IsAsciiDigit(letter) ? '0' : letter));

    private static string Fold(string word) => word.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary>Letters to insert, delete, replace or swap with their neighbour, to make one word of the other.</summary>
    private static int Distance(string from, string to)
    {
        var before = new int[to.Length + 1];
        var above = new int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = from[i - 1] == to[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + same);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above) = (above, row);
        }

        return above[to.Length];
    }
}
