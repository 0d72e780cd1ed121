using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Amounts as charts and sentences write them: three digits at most before the unit, rounded half away from zero.</summary>
public static class Amount
{
    /// <summary>An amount of money, without its sign.</summary>
    /// <param name="value">GBP.</param>
    public static string Of(double value) => $"£{Short(value)}";

    /// <summary>A number of people or contacts, without its sign.</summary>
    public static string Count(double value) => Math.Abs(value) is > 0.0 and < 10.0 ? Rounded(Math.Abs(value), 1) : Short(value);

    /// <summary>A share in percent.</summary>
    /// <param name="share">The share, 1 for all.</param>
    public static string Percent(double share) => $"{Rounded(share * 100.0, Math.Abs(share) < 0.1 ? 1 : 0)}%";

    /// <summary>Whether an amount is below zero as it is written.</summary>
    public static bool IsBelow(double value) => value < 0.0 && Short(value) != "0";

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
