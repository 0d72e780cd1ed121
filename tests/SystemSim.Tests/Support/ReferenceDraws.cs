namespace SystemSim.Tests;

/// <summary>The uniform numbers that the reference of the borough scenario drew: SplitMix64 at a counter of draw and multiplier.</summary>
internal static class ReferenceDraws
{
    private const ulong Seed = 12345;

    /// <summary>A number from 0 to 1.</summary>
    /// <param name="draw">Draw, from 0.</param>
    /// <param name="multiplier">Multiplier, from 0.</param>
    public static double Uniform(ulong draw, int multiplier)
    {
        unchecked
        {
            var z = Seed + (((draw * 32) + (ulong)multiplier + 1) * 0x9E3779B97F4A7C15);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
