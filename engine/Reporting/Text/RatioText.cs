using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Ratios of pounds to a pound as tables write them: two places, negatives in brackets.</summary>
internal static class RatioText
{
    /// <summary>Writes one as an amount of money.</summary>
    /// <param name="ratio">Pounds for each pound.</param>
    public static string Pounds(double ratio) => Of(ratio) is var text && text.StartsWith('(') ? $"(£{text[1..]}" : $"£{text}";

    /// <summary>Writes one.</summary>
    /// <param name="ratio">Pounds for each pound.</param>
    public static string Of(double ratio)
    {
        var digits = Math.Abs(ratio).ToString("#,0.00", CultureInfo.InvariantCulture);
        return (digits, ratio < 0.0) switch
        {
            ("0.00", _) when Nothing.IsNumber(ratio) => digits,
            ("0.00", true) => "(<0.01)",
            ("0.00", false) => "<0.01",
            (_, true) => $"({digits})",
            _ => digits,
        };
    }
}
