namespace SystemSim.Planning;

/// <summary>Turns what is given by month into what is given by step of the year.</summary>
internal static class Months
{
    private const int PerYear = 12;

    /// <summary>[step] the mean of the months that a step covers; empty when nothing is given.</summary>
    public static ImmutableArray<double> Means(ImmutableArray<double> months, int stepsPerYear) =>
        months.IsEmpty
            ? []
            : stepsPerYear switch
            {
                1 => [1.0],
                4 =>
                [
                    .. Enumerable
                        .Range(0, 4)
                        .Select(quarter => (months[quarter * 3] + months[(quarter * 3) + 1] + months[(quarter * 3) + 2]) / 3.0),
                ],
                _ => [.. Enumerable.Range(0, stepsPerYear).Select(step => months[step * PerYear / stepsPerYear])],
            };

    /// <summary>[step] the share of a year that falls to a step; even when nothing is given.</summary>
    public static ImmutableArray<double> Shares(ImmutableArray<double> months, int stepsPerYear) => months.IsEmpty
        ? [.. Enumerable.Repeat(1.0 / stepsPerYear, stepsPerYear)]
        : stepsPerYear switch
        {
            1 => [1.0],
            4 => [.. Enumerable.Range(0, 4).Select(quarter => months[quarter * 3] + months[(quarter * 3) + 1] + months[(quarter * 3) + 2])],
            _ => [.. Enumerable.Range(0, stepsPerYear).Select(step => months[step * PerYear / stepsPerYear] * PerYear / stepsPerYear)],
        };
}
