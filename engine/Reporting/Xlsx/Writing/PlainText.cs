using System.Text.RegularExpressions;

namespace SystemSim.Reporting;

/// <summary>Text from a scenario, made harmless: it says the same and does nothing.</summary>
internal static partial class PlainText
{
    private const int MostCharacters = 32_767;

    /// <summary>The text with a space for each control character, without marks that turn the direction of writing, and with no half
    /// characters.</summary>
    public static string Of(string text)
    {
        var clean = text.Any(IsUnsafe)
            ? string.Concat(
                text.Where(letter => !IsTurn(letter)).Select(letter => char.IsControl(letter) || IsNoCharacter(letter) ? ' ' : letter)
            )
            : text;
        return WellFormed(clean.Length > MostCharacters ? clean[..MostCharacters] : clean);
    }

    /// <summary>The same as a cell holds it: what would be read as the code of a character stays as it is written.</summary>
    public static string ForCell(string text) => Code().Replace(Of(text), "_x005F$0");

    private static bool IsUnsafe(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) || IsTurn(letter) || IsNoCharacter(letter);

    private static bool IsTurn(char letter) =>
        letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u200e' or '\u200f' or '\u061c';

    private static bool IsNoCharacter(char letter) => letter is '\ufffe' or '\uffff';

    private static string WellFormed(string text)
    {
        var letters = text.ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            if (char.IsHighSurrogate(letters[at]) && at + 1 < letters.Length && char.IsLowSurrogate(letters[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(letters[at]))
            {
                letters[at] = '\ufffd';
            }
        }

        return new string(letters);
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Code();
}
