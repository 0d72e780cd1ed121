namespace SystemSim.Reading;

/// <summary>Finds which of some words somebody may have meant: one rule for files and command lines.</summary>
public static class Nearest
{
    // Words longer than this are not compared: nobody mistypes them, and the work grows with their square.
    private const int LongestCompared = 64;

    /// <summary>The nearest word, never the one that is written; null when none is near.</summary>
    /// <param name="written">What somebody wrote.</param>
    /// <param name="known">What there is.</param>
    public static string? To(string written, IEnumerable<string> known) => Several(written, known).FirstOrDefault();

    /// <summary>The words that are near, the nearest first.</summary>
    /// <param name="written">What somebody wrote.</param>
    /// <param name="known">What there is.</param>
    public static IEnumerable<string> Several(string written, IEnumerable<string> known)
    {
        var folded = Fold(written);
        return written.Length > LongestCompared
            ? []
            : known
                .Where(word => word.Length <= LongestCompared && word != written)
                .Select(word => (Word: word, Steps: Steps(folded, Fold(word))))
                .Where(pair => pair.Steps <= Math.Max(1, written.Length / 3))
                .OrderBy(pair => pair.Steps)
                .Select(pair => pair.Word);
    }

    /// <summary>A hint that names the nearest and all that there are.</summary>
    /// <param name="written">What somebody wrote.</param>
    /// <param name="known">What there is.</param>
    /// <param name="what">What they are, in the plural.</param>
    public static string Hint(string written, IReadOnlyList<string> known, string what)
    {
        var all = $"{what}: {string.Join(", ", known)}.";
        return To(written, known) is { } nearest ? $"did you mean '{nearest}'? {all}" : all;
    }

    /// <summary>Whether a word is like an example but for its digits and a slip: <c>2027-28</c> is like <c>2026/27</c>.</summary>
    internal static bool LookAlike(string written, string example) =>
        written.Any(char.IsAsciiDigit) && written.Length <= LongestCompared && Steps(Digits(written), Digits(example)) <= 1;

    private static string Digits(string word) => string.Concat(word.Select(letter => char.IsAsciiDigit(letter) ? '0' : letter));

    private static string Fold(string word) => word.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary>Letters to insert, delete, replace or swap with their neighbour, to make one word of the other.</summary>
    private static int Steps(string from, string to)
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
