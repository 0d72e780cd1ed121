using System.Text;

namespace SystemSim.Reading;

/// <summary>The spelling of the file format: words in lower case, parted by underscores.</summary>
internal static class Snake
{
    /// <summary>A name of ours as the format spells it: <c>NhsCommissioner</c> is <c>nhs_commissioner</c>.</summary>
    public static string Of(string name)
    {
        var spelled = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && spelled.Length > 0)
            {
                spelled.Append('_');
            }

            spelled.Append(char.ToLowerInvariant(letter));
        }

        return spelled.ToString();
    }
}
