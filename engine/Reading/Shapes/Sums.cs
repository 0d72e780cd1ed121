using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Checks numbers that must add up.</summary>
internal static class Sums
{
    /// <summary>How far a sum of decimal fractions may be from what it should be, for their rounding in binary.</summary>
    public const double Rounding = 1e-9;

    /// <summary>Reports shares whose central values do not add up to 1.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="here">The block or list that holds them.</param>
    /// <param name="problems">Takes the problem.</param>
    public static void CheckShares(IEnumerable<Quantity> shares, Field here, Problems problems)
    {
        var sum = shares.Sum(share => share.Value);
        if (Math.Abs(sum - 1.0) > Rounding)
        {
            problems.Add(Codes.SharesSum, here.At, $"the shares of {here.Path} add up to {Percent(sum)}, and must add up to 100%.");
        }
    }

    /// <summary>A share as text, in percent, with as many places as tell it from its neighbours.</summary>
    public static string Percent(double share) => $"{Math.Round(share * 100.0, 6).ToString(CultureInfo.InvariantCulture)}%";
}
