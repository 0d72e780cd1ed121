using System.Collections.Immutable;
using System.Globalization;

namespace SystemSim.Reading;

/// <summary>The section <c>seasons</c>.</summary>
internal static class SeasonSection
{
    private const int Months = 12;

    private static Shape<ImmutableArray<double>> Season { get; } =
        Shapes.ListOf(Numbers.Certain(NumberKinds.Multiplier), atLeast: Months, atMost: Months).Check((months, here, context) =>
        {
            var mean = months.Sum() / Months;
            if (Math.Abs(mean - 1.0) > Sums.Rounding)
            {
                context.Problems.Add(
                    Codes.SeasonMean, here.At, $"the multipliers of {here.Path} have the mean {Math.Round(mean, 6).ToString(CultureInfo.InvariantCulture)}, and it must be 1.",
                    "divide each of them by their mean.");
            }
        });

    /// <summary>What the section holds: [month, April first] multipliers by name.</summary>
    public static Shape<ImmutableArray<KeyValuePair<string, ImmutableArray<double>>>> Shape { get; } =
        Shapes.Each(Words.Name, Season, "season", atLeastOne: false).Then((seasons, _, context) => context.Seasons = seasons, []);
}
