using System.Collections.Immutable;
using System.Globalization;

namespace SystemSim.Reading;

/// <summary>The section <c>seasons</c>.</summary>
internal static class SeasonSection
{
    private const int MonthsInYear = 12;

    private static Shape<ImmutableArray<double>> Months { get; } =
        Shapes.ListOf(Numbers.Certain(NumberKinds.Multiplier), atLeast: MonthsInYear, atMost: MonthsInYear).Check((months, here, context) =>
        {
            var mean = months.Sum() / MonthsInYear;
            if (Math.Abs(mean - 1.0) > Sums.Rounding)
            {
                context.Problems.Add(
                    Codes.SeasonMean, here.At,
                    string.Create(CultureInfo.InvariantCulture, $"the mean of {here.Path} is {Math.Round(mean, 6)}, and it must be 1."),
                    "divide each of them by their mean.");
            }
        });

    /// <summary>What the section holds: [month, April first] multipliers by name.</summary>
    public static Shape<ImmutableArray<Season>> Shape { get; } =
        Shapes.Each(Words.Name, Months, "season", atLeastOne: false)
            .Then((seasons, _, context) => context.Seasons = [.. seasons.Select(season => new Season(season.Key, season.Value))], []);
}
