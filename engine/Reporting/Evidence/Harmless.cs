using System.Globalization;
using System.Text;

namespace SystemSim.Reporting;

/// <summary>Makes text that a scenario's author wrote safe to stand in a sentence, a chart and a page.</summary>
/// <remarks>What could be taken for markup is encoded where it is written; here is what encoding does not help against.</remarks>
public static class Harmless
{
    private const char FirstIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>The text on one line, without characters that no XML may hold or that turn the direction of what follows; what is written
    /// from right to left is kept apart from its surroundings.</summary>
    /// <param name="text">Any text.</param>
    public static string Text(string text)
    {
        var kept = new StringBuilder(text.Length);
        var isRightToLeft = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDirection(rune.Value))
            {
                continue;
            }

            var isSpace =
                Rune.IsControl(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune.Value is 0xFFFE or 0xFFFF;
            kept.Append(isSpace ? " " : rune.ToString());
            isRightToLeft |=
                rune.Value
                    is (>= 0x0590 and <= 0x08FF)
                        or (>= 0xFB1D and <= 0xFDFF)
                        or (>= 0xFE70 and <= 0xFEFC)
                        or (>= 0x10800 and <= 0x10FFF)
                        or (>= 0x1E800 and <= 0x1EFFF);
        }

        return isRightToLeft ? $"{FirstIsolate}{kept}{PopIsolate}" : kept.ToString();
    }

    /// <summary>Marks, embeddings, overrides and isolates.</summary>
    private static bool IsDirection(int letter) =>
        letter is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
