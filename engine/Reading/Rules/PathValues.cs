using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Central values of paths over years, for the rules.</summary>
internal static class PathValues
{
    /// <summary>The central value of a path in a year.</summary>
    /// <param name="path">The path.</param>
    /// <param name="year">The year, not before the first point.</param>
    /// <param name="prices">Prices, whose index it may follow.</param>
    public static double At(YearlyPath path, FinancialYear year, ReadPrices? prices)
    {
        var latest = path.Points[0];
        foreach (var point in path.Points.Where(point => point.From <= year))
        {
            latest = point;
        }

        if (latest != path.Points[^1] || year <= latest.From)
        {
            return latest.Value.Value;
        }

        if (prices?.Levels(path.Index) is { } levels)
        {
            return latest.Value.Value * At(levels, year, null) / At(levels, latest.From, null);
        }

        return latest.Value.Value * YearlyPath.Compounded(path.Growth?.Value ?? 0.0, year - latest.From);
    }
}
