using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Numbers of a scenario as a person writes them: 28% and not 0.28, £330 and not 330.</summary>
internal static class PlainNumber
{
    private const int MostDigits = 6;
    private const double MonthsAYear = 12.0;

    // What is written is within a two-hundredth of what is meant.
    private const double Near = 0.005;

    // Of what parts two values, rounding may hide so much.
    private const double Hidden = 0.3;

    /// <summary>Two values of one number, with as few digits as tell how far they are apart.</summary>
    /// <param name="one">One value, in base units.</param>
    /// <param name="other">The other.</param>
    /// <param name="written">How people write it.</param>
    public static (string One, string Other) Pair(double one, double other, Written written) =>
        Pair(one * written.Times, other * written.Times, written.Unit);

    /// <summary>Two values of one number, with as few digits as tell how far they are apart.</summary>
    /// <param name="one">One value, in units.</param>
    /// <param name="other">The other.</param>
    /// <param name="unit">Unit in words, as numbers of a scenario have it.</param>
    public static (string One, string Other) Pair(double one, double other, string unit)
    {
        var scale = IsShare(unit) ? 100.0 : 1.0;
        var hides = Hidden * scale * Math.Abs(one - other);
        if (IsMoney(unit) && IsLong(one) && IsLong(other) && Round(one) != Round(other) && Hides(one) <= hides && Hides(other) <= hides)
        {
            return (Of(Round(one), unit, 0), Of(Round(other), unit, 0));
        }

        var digits = Enumerable
            .Range(0, MostDigits)
            .FirstOrDefault(
                at =>
                    Rounding(one * scale, at) <= hides && Rounding(other * scale, at) <= hides && Of(one, unit, at) != Of(other, unit, at),
                MostDigits
            );
        return (Of(one, unit, digits), Of(other, unit, digits));
    }

    private static bool IsMoney(string unit) => unit.StartsWith("GBP", StringComparison.Ordinal);

    private static bool IsLong(double pounds) => Math.Abs(pounds) is >= 10_000.0 and < 999_500.0;

    /// <summary>An amount of five or six digits as people say it: to the hundred or the thousand.</summary>
    private static double Round(double pounds)
    {
        var unit = Math.Abs(pounds) >= 100_000.0 ? 1_000.0 : 100.0;
        return Math.Round(pounds / unit, MidpointRounding.AwayFromZero) * unit;
    }

    private static double Hides(double pounds) => Math.Abs(Round(pounds) - pounds);

    private static double Rounding(double value, int digits) => Math.Abs(Math.Round(value, digits) - value);

    /// <summary>One value.</summary>
    /// <param name="value">The value, in base units.</param>
    /// <param name="unit">Unit in words.</param>
    public static string Of(double value, string unit)
    {
        var shown = value * (IsShare(unit) ? 100.0 : 1.0);
        var digits = Enumerable
            .Range(0, MostDigits)
            .FirstOrDefault(at => Rounding(shown, at) <= Near * Math.Abs(shown), MostDigits);
        return Of(value, unit, digits);
    }

    private static bool IsShare(string unit) => unit.StartsWith("share", StringComparison.Ordinal);

    private static string Of(double value, string unit, int digits) => unit switch
    {
        _ when IsShare(unit) => $"{Digits(value * 100.0, digits)}%{unit["share".Length..]}",
        _ when IsMoney(unit) => $"{Money(value, digits)}{Per(unit)}",
        "years" when Math.Abs(value) < 1.0 => Counted(value * MonthsAYear, "month", digits),
        "years" => Counted(value, "year", digits),
        "days" => Counted(value, "day", digits),
        "a year" or "a person a year" => $"{Digits(value, digits)} {unit}",
        _ => Digits(value, digits),
    };

    /// <summary>What a sum of money is for, where that is more than one contact.</summary>
    private static string Per(string unit) => unit["GBP".Length..].Replace(" a unit", "", StringComparison.Ordinal);

    private static string Counted(double value, string noun, int digits)
    {
        var text = Digits(value, digits);
        return $"{text} {noun}{(text == "1" ? "" : "s")}";
    }

    private static string Money(double value, int digits)
    {
        var amount = Math.Abs(value);
        var text = amount switch
        {
            >= 999_500_000.0 => $"{Digits(amount / 1e9, digits + 1)}bn",
            >= 999_500.0 => $"{Digits(amount / 1e6, digits + 1)}m",
            _ => Digits(amount, digits is 0 or > 2 ? digits : 2, isMoney: digits > 0),
        };
        return $"{(value < 0.0 ? "-" : "")}£{WithoutZeros(text)}";
    }

    /// <summary>Pounds without pence where these are nothing.</summary>
    private static string WithoutZeros(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point >= 0 && text.AsSpan(point + 1).Trim('0').IsEmpty ? text[..point] : text;
    }

    private static string Digits(double value, int digits, bool isMoney = false) =>
        value.ToString(digits == 0 ? "#,0" : $"#,0.{new string(isMoney ? '0' : '#', digits)}", CultureInfo.InvariantCulture);
}
