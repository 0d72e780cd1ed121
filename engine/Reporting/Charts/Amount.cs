using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Amounts as charts and sentences write them: three digits at most before the unit, rounded half away from zero.</summary>
/// <remarks>What is not nothing is never written as 0, and a share that is not the whole never as all of it.</remarks>
public static class Amount
{
    // As many as what is just not nothing has.
    private const int MostPlaces = 6;

    /// <summary>An amount of money, without its sign.</summary>
    /// <param name="value">GBP.</param>
    public static string Of(double value) => Math.Abs(value) switch
    {
        < Nothing.Money => "£0",
        < 9.995 => $"£{Rounded(Math.Abs(value), 2, "0.00")}".Replace(".00", "", StringComparison.Ordinal),
        _ => $"£{Short(value)}",
    };

    /// <summary>A number of people or contacts, without its sign.</summary>
    public static string Count(double value) =>
        Math.Abs(value) switch
        {
            _ when Nothing.IsNumber(value) => "0",
            < 0.05 => Enumerable
                .Range(2, MostPlaces)
                .Select(places => Rounded(Math.Abs(value), places, "0.########"))
                .First(digits => digits.AsSpan().ContainsAnyInRange('1', '9')),
            < 9.95 => Rounded(Math.Abs(value), 1),
            _ => Short(value),
        };

    /// <summary>A share in percent.</summary>
    /// <param name="share">The share, 1 for all.</param>
    public static string Percent(double share) => Percent(share, Math.Abs(share) < 0.1 || (share is >= 0.995 and < 1.0) ? "#,0.#" : "#,0");

    /// <summary>A share in percent.</summary>
    /// <param name="share">The share, 1 for all.</param>
    /// <param name="format">How many digits it has: one after the point at most.</param>
    public static string Percent(double share, string format)
    {
        var (places, least) = format.Contains('.', StringComparison.Ordinal) ? (1, "0.1") : (0, "1");
        var percent = Rounded(share * 100.0, places, format);
        var isZero = !percent.AsSpan().ContainsAnyInRange('1', '9');
        return isZero && !Nothing.IsShare(share) ? $"less than {least}%" : IsAll(percent, share) ? "more than 99.9%" : $"{percent}%";
    }

    /// <summary>A share in percent as a narrow column writes it.</summary>
    /// <param name="share">The share, 1 for all.</param>
    public static string PercentCell(double share)
    {
        var percent = Percent(share, "0.0");
        return percent.StartsWith("less", StringComparison.Ordinal)
            ? share < 0.0
                ? ">-0.1%"
                : "<0.1%"
            : percent.Replace("more than ", ">", StringComparison.Ordinal);
    }

    /// <summary>Whether an amount of money is below nothing.</summary>
    public static bool IsBelow(double value) => value <= -Nothing.Money;

    /// <summary>Whether an amount of money is nothing.</summary>
    public static bool IsNothing(double value) => Nothing.IsMoney(value);

    private static bool IsAll(string percent, double share) => percent is "100" or "100.0" && share < 1.0 && !Nothing.IsShare(1.0 - share);

    private static string Short(double value) => Math.Abs(value) switch
    {
        >= 9.995e8 => $"{Digits(value / 1e9)}bn",
        >= 9.995e5 => $"{Digits(value / 1e6)}m",
        >= 9.995e3 => $"{Digits(value / 1e3)}k",
        _ => Rounded(Math.Abs(value), 0, "#,0"),
    };

    private static string Digits(double value) => Rounded(Math.Abs(value), Math.Abs(value) < 99.95 ? 1 : 0);

    private static string Rounded(double value, int places, string? format = null)
    {
        var rounded = Math.Round((decimal)value, places, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString(format ?? (places == 0 ? "#,0" : "#,0.#"), CultureInfo.InvariantCulture);
    }
}
