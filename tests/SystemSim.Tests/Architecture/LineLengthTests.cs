using NUnit.Framework;

namespace SystemSim.Tests;

/// <summary>Lines stay within 140 columns; longer is a text alone, which is not cut.</summary>
public sealed class LineLengthTests
{
    private const int Columns = 140;

    [Test]
    public void No_line_is_longer_than_140_columns_but_for_a_text()
    {
        string[] folders = ["engine", "tests", "bench"];
        var offenders =
            from folder in folders
            from file in Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            from line in TooLong(File.ReadAllLines(file))
            select $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}";

        Assert.That(offenders, Is.Empty);
    }

    /// <summary>Lines that are too long, and neither hold a text nor lie within one of many lines.</summary>
    private static IEnumerable<string> TooLong(IEnumerable<string> lines)
    {
        const string Raw = "\"\"\"";
        var isWithin = false;
        foreach (var line in lines)
        {
            var isComment = line.TrimStart().StartsWith("//", StringComparison.Ordinal);
            if (line.Length > Columns && !isWithin && (isComment || !line.Contains('"', StringComparison.Ordinal)))
            {
                yield return line;
            }

            isWithin ^= line.Split(Raw).Length % 2 == 0;
        }
    }
}
