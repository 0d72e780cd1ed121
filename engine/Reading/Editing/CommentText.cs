using System.Text;

namespace SystemSim.Reading;

/// <summary>What somebody said, as a comment in a text.</summary>
public static class CommentText
{
    /// <summary>It in one line, without what would end the line.</summary>
    /// <param name="note">What was said.</param>
    /// <returns>The words; null where there are none.</returns>
    public static string? Of(string note)
    {
        var line = new StringBuilder();
        foreach (var letter in note)
        {
            line.Append(char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' or '\ufeff' ? ' ' : letter);
        }

        var words = string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }
}
