namespace SystemSim.Reporting;

/// <summary>What is so little that it is nothing, and may be written as 0.</summary>
internal static class Nothing
{
    /// <summary>Half a penny, GBP.</summary>
    public const double Money = 0.005;

    // Counts of people and contacts, years and ratios come out of sums of thousands of terms, whose last digits are noise.
    private const double Number = 1e-6;
    private const double Share = 1e-14;

    /// <summary>Whether an amount of money is nothing.</summary>
    public static bool IsMoney(double amount) => Math.Abs(amount) < Money;

    /// <summary>Whether a number of people, contacts, years or the like is nothing.</summary>
    public static bool IsNumber(double number) => Math.Abs(number) < Number;

    /// <summary>Whether a share or a chance is nothing; what it leaves of the whole may be asked too.</summary>
    public static bool IsShare(double share) => Math.Abs(share) < Share;
}
