using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Ratios of pounds to a pound as tables write them: two places, negatives in brackets.</summary>
internal static class RatioText
{
    /// <summary>Writes one.</summary>
    /// <param name="ratio">Pounds for each pound.</param>
    public static string Of(double ratio)
    {
        var digits = Math.Abs(ratio).ToString("#,0.00", CultureInfo.InvariantCulture);
        return ratio < 0.0 && digits != "0.00" ? $"({digits})" : digits;
    }
}
