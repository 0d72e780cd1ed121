namespace SystemSim.Tests;

/// <summary>The few functions that lose digits when they are written as in the book.</summary>
internal static class PlainMath
{
    /// <summary><c>exp(x) - 1</c>. The error that exp makes near 1 is divided out again by its own logarithm.</summary>
    public static double ExpLessOne(double x)
    {
        var u = Math.Exp(x);
        if (u == 1.0)
        {
            return x;
        }

        return u - 1.0 == -1.0 ? -1.0 : (u - 1.0) * x / Math.Log(u);
    }

    /// <summary><c>log(1 + x)</c>, with the same correction the other way round.</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1.0 + x;
        return u == 1.0 ? x : Math.Log(u) * x / (u - 1.0);
    }

    /// <summary><c>1 - (1 - p)^e</c>: the chance in a part of the time over which a chance is stated.</summary>
    /// <remarks>Counts of people who all leave add up to 1 but for rounding.</remarks>
    public static double ShareLeaving(double p, double exponent) =>
        p >= 1.0 - 1e-12 ? 1.0 : -ExpLessOne(exponent * LogOnePlus(-p));

    /// <summary><c>1 - exp(-x)</c>: the chance in a step of something that happens at a rate.</summary>
    public static double ShareAtRate(double x) => -ExpLessOne(-x);
}
