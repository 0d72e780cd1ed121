using System.Globalization;

namespace SystemSim.Tests;

/// <summary>How far colours are apart to an eye, as WCAG 2 has it.</summary>
internal static class Colours
{
    /// <summary>Relative luminance of a colour, 0 to 1: what greyscale shows.</summary>
    /// <param name="colour">Colour, as <c>#rrggbb</c>.</param>
    public static double Luminance(string colour)
    {
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));

        double Channel(int at)
        {
            var channel = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
        }
    }

    /// <summary>Contrast of two colours, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }
}
