using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Which years are no forecast, wherever years are told: those after an unfunded gap.</summary>
public static class ForecastText
{
    /// <summary>A sentence for each year after which nothing is forecast; none where no gap comes before the last year.</summary>
    /// <param name="options">Options, with what they are called and the first gap of each.</param>
    /// <param name="horizon">The years of the run.</param>
    public static ImmutableArray<string> Of(IReadOnlyCollection<(string Name, UnfundedGap? Gap)> options, Horizon horizon) =>
    [
        .. from option in options
           where option.Gap is { } gap && gap.Year < horizon.Years - 1
           group option by (option.Gap!.Year, Who: Joined(option.Gap.Titles)) into alike
           orderby alike.Key.Year
           let with = alike.Count() == options.Count ? "" : $" with {Joined(alike.Select(option => option.Name))}"
           let has = alike.First().Gap!.Titles.Length > 1 ? "have" : "has"
           select $"Years after {horizon.YearAt(alike.Key.Year)} are no forecast{with}: {alike.Key.Who} {has} an unfunded gap then.",
    ];

    /// <summary>The sentences of a headline, options by their titles.</summary>
    public static ImmutableArray<string> Of(Headline headline) =>
        Of([.. headline.Told.Select(option => (option.Title, option.Gap))], headline.Horizon);

    private static string Joined(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
