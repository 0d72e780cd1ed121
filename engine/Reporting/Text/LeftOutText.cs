using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What is said of draws that broke a rule: worked out once, and told wherever a range or a chance is.</summary>
public static class LeftOutText
{
    /// <summary>What may be done about it.</summary>
    public const string Hint = "narrow the range, or choose a shape that keeps the rule: systemsim check --draws.";

    /// <summary>How many draws there are, in few words: for the source of a chart and the heading of a table.</summary>
    /// <param name="count">The draws.</param>
    /// <param name="seed">Their seed.</param>
    public static string Counted(DrawCount count, int seed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(count.LeftOut > 0 ? $"{count.Used:N0} of " : "")}{count.Made:N0} {(count.Made == 1 ? "simulation" : "simulations")}, seed {seed}{(count.LeftOut > 0 ? $", {count.LeftOut:N0} left out" : "")}"
        );

    /// <summary>How many draws are left out, what that does to what is told, and what is not told because of it.</summary>
    /// <param name="count">The draws.</param>
    /// <returns>A sentence; empty where no draw is left out and there is more than one.</returns>
    public static string Sentence(DrawCount count)
    {
        if (count is { LeftOut: 0, Telling: DrawTelling.All } or { Made: 0 })
        {
            return "";
        }

        var said =
            count.LeftOut == 0
                ? "One simulation has no range and no chance"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count.LeftOut:N0} of {count.Made:N0} simulations ({Amount.Percent(count.ShareLeftOut, "0.#")}) broke a rule and {(count.LeftOut == 1 ? "is" : "are")} left out, not clipped: the other {count.Used:N0} no longer have the spread that was stated"
                );
        return count.Telling switch
        {
            DrawTelling.CentralAlone => $"{said}, so that the run with central values is told alone.",
            DrawTelling.NoHeadline => $"{said}, so that no headline tells a range.",
            DrawTelling.All => $"{said}.",
        };
    }

    /// <summary>The same after other words: a blank before it; nothing where there is nothing to say.</summary>
    public static string After(DrawCount? count) => count is { } draws && Sentence(draws) is { Length: > 0 } sentence ? $" {sentence}" : "";

    /// <summary>Which rules were broken how often, a line each.</summary>
    /// <param name="stopped">The draws that broke them.</param>
    public static IEnumerable<string> Rules(ImmutableArray<StoppedDraws> stopped) =>
        stopped.Select(rule =>
            string.Create(CultureInfo.InvariantCulture, $"{rule.Count:N0}: {rule.Reason} (first in simulation {rule.First:N0})")
        );

    /// <summary>The sentence, with a line for each rule; nothing where there is nothing to say.</summary>
    /// <param name="count">The draws.</param>
    /// <param name="stopped">Those that broke a rule.</param>
    public static ImmutableArray<TextLine> Lines(DrawCount count, ImmutableArray<StoppedDraws> stopped) =>
        Sentence(count) is { Length: > 0 } sentence
            ? [.. FoldedText.Of(sentence), .. Rules(stopped).SelectMany(rule => FoldedText.Of(rule, "  "))]
            : [];
}
