using System.Globalization;
using System.Text.RegularExpressions;

namespace SystemSim.Reading;

/// <summary>What people write where a financial year is meant.</summary>
internal static partial class YearMistakes
{
    /// <summary>How to write the year that was meant; null where no year was.</summary>
    /// <param name="text">What is written.</param>
    public static string? Hint(string text)
    {
        if (Calendar().Match(text) is { Success: true } calendar)
        {
            var year = int.Parse(calendar.Value, CultureInfo.InvariantCulture);
            return $"{Written(year)} starts in April {year}, and {Written(year - 1)} ends in March {year}: write the one that is meant.";
        }

        if (Halves().Match(text) is { Success: true } halves)
        {
            var first = int.Parse(halves.Groups["first"].Value, CultureInfo.InvariantCulture);
            var start = first < 100 ? 2000 + first : first;
            var isNext = int.Parse(halves.Groups["second"].Value, CultureInfo.InvariantCulture) % 100 == (start + 1) % 100;
            if (isNext)
            {
                return $"write {Written(start)}.";
            }
        }

        return Nearest.LookAlike(text, Words.Year.Example) ? $"write a financial year like {Words.Year.Example}." : null;
    }

    private static string Written(int start) => string.Create(CultureInfo.InvariantCulture, $"{start}/{(start + 1) % 100:00}");

    [GeneratedRegex("^(?:19|20|21)[0-9]{2}\\z")]
    private static partial Regex Calendar();

    [GeneratedRegex("^(?<first>[0-9]{4}|[0-9]{2}) ?[-\u2013_/. ] ?(?<second>[0-9]{4}|[0-9]{2})\\z")]
    private static partial Regex Halves();
}
