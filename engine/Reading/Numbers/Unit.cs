using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SystemSim.Reading;

/// <summary>The words that may follow a number, and what one of them is worth in the base unit.</summary>
/// <remarks>
/// A year is 365.25 days or 12 months; a step is as long as the scenario's horizon says.
/// </remarks>
internal sealed class Unit
{
    private readonly Func<string, int, double> worth;
    private readonly Regex regex;

    private Unit(string pattern, string example, Func<string, int, double> worth)
    {
        Pattern = pattern;
        Example = example;
        this.worth = worth;
        regex = new Regex($"^(?:{pattern})\\z");
    }

    /// <summary>No words.</summary>
    public static Unit None { get; } = new("", "", (_, _) => 1.0);

    /// <summary><c>a year</c> alone.</summary>
    public static Unit AYear { get; } = new(" a year", "a year", (_, _) => 1.0);

    /// <summary>A time for which the number holds; worth the times a year it comes.</summary>
    public static Unit ATime { get; } = new(" a (?:year|month|quarter|week|day|step)", "a year", (word, steps) => TimesAYear(word, steps));

    /// <summary>A length of time; worth its years.</summary>
    public static Unit Years { get; } = new(Lengths, "months", (word, steps) => 1.0 / TimesAYear(word, steps));

    /// <summary>A length of time; worth its days.</summary>
    public static Unit Days { get; } = new(
        Lengths, "days", (word, steps) => word == "day" ? 1.0 : word == "week" ? 7.0 : 365.25 / TimesAYear(word, steps));

    /// <summary>What a cost is for, when it is not for one contact; a time is worth the times a year it comes.</summary>
    public static Unit OfCost { get; } = new(
        " a (?:contact|bed-day|year|month|quarter|week|day|step)", "a bed-day",
        (word, steps) => word is "" or Contact or "bed-day" ? 1.0 : TimesAYear(word, steps));

    /// <summary>The word for one contact, which may be left out.</summary>
    public const string Contact = "contact";

    /// <summary>Regular expression of the words, with the blank before them; empty when there are none.</summary>
    public string Pattern { get; }

    /// <summary>One of them.</summary>
    public string Example { get; }

    private const string Lengths = " (?:years?|months?|quarters?|weeks?|days?|steps?)";

    /// <summary>Whether words can follow the number.</summary>
    /// <param name="words">The words, without the blank before them.</param>
    public bool Fits(string words) => Pattern.Length > 0 && regex.IsMatch($" {NumberText.Spaced(words)}");

    /// <summary>What one word is worth in the base unit.</summary>
    /// <param name="word">The word as <see cref="Word"/> gives it; empty for none, which stands for a year.</param>
    /// <param name="stepsPerYear">Steps in a year of the scenario.</param>
    public double Worth(string word, int stepsPerYear) => worth(word, stepsPerYear);

    /// <summary>The word itself: <c>month</c> for <c>a month</c> and for <c>months</c>.</summary>
    /// <param name="written">What follows the number, without the blank.</param>
    public static string Word(string written)
    {
        var word = written.StartsWith("a ", StringComparison.Ordinal) ? written[2..] : written;
        return TimeWords.Contains(word.TrimEnd('s')) ? word.TrimEnd('s') : word;
    }

    private static ImmutableArray<string> TimeWords { get; } = ["year", "month", "quarter", "week", "day", "step"];

    private static double TimesAYear(string word, int stepsPerYear) => word switch
    {
        "month" => 12.0,
        "quarter" => 4.0,
        "week" => 365.25 / 7.0,
        "day" => 365.25,
        "step" => stepsPerYear,
        _ => 1.0,
    };
}
