using System.Globalization;
using System.Text.RegularExpressions;

namespace SystemSim.Runs;

/// <summary>One of the equal parts that a study is cut into.</summary>
/// <param name="Number">Which it is, from 1.</param>
/// <param name="Of">How many there are.</param>
public sealed partial record Shard(int Number, int Of)
{
    /// <summary>Most shards of a study.</summary>
    public const int Most = 100_000;

    /// <summary>As it is written: <c>3/40</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    /// <summary>Name of its file.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{Number.ToString($"D{Digits}")}-of-{Of}.draws");

    private int Digits => Of.ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>Reads <c>3/40</c>.</summary>
    /// <returns>The shard; null where the text is none.</returns>
    public static Shard? Parse(string text) =>
        Written().Match(text) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
        && number >= 1
        && number <= of
        && of <= Most
            ? new Shard(number, of)
            : null;

    /// <summary>All shards of a study.</summary>
    /// <param name="of">How many there are.</param>
    public static IEnumerable<Shard> All(int of) => Enumerable.Range(1, of).Select(number => new Shard(number, of));

    /// <summary>Its chunks: the first, from 0, and the first that is no longer of it.</summary>
    /// <param name="study">The study.</param>
    internal (long First, long End) ChunksOf(Study study) => (study.Chunks * (Number - 1) / Of, study.Chunks * Number / Of);

    /// <summary>Its pieces: the first and the last, from 1.</summary>
    /// <param name="study">The study.</param>
    public (long First, long Last) PiecesOf(Study study)
    {
        var (first, end) = ChunksOf(study);
        var chunk = study.Question.PiecesOfChunk;
        return ((first * chunk) + 1, Math.Min(study.Question.Pieces, end * chunk));
    }

    [GeneratedRegex(@"\A([0-9]{1,6})/([0-9]{1,6})\z")]
    private static partial Regex Written();
}
