using NUnit.Framework;

namespace SystemSim.Tests;

/// <summary>Numbers that must agree, by the hundred thousand: what is said of one that does not is only then put into words.</summary>
internal static class Numbers
{
    /// <summary>Fails where a number is not as it should be.</summary>
    /// <param name="found">The number; null where there is none.</param>
    /// <param name="wanted">What it should be.</param>
    /// <param name="within">By how much it may be off.</param>
    /// <param name="what">What number it is.</param>
    public static void AssertAgree(double? found, double wanted, double within, Func<string> what)
    {
        if (found is not { } number || !(number == wanted || Math.Abs(number - wanted) <= within))
        {
            Assert.Fail($"{what()} is {found} instead of {wanted}");
        }
    }
}
