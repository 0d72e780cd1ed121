namespace SystemSim.Tests;

/// <summary>What was borrowed in a year for day-to-day cost, and how it is paid back (section 8).</summary>
/// <param name="Year">Row of the year; -1 before the run.</param>
/// <param name="Amount">How much.</param>
/// <param name="Rate">Interest a year.</param>
/// <param name="Years">Years over which it is repaid, from the year after.</param>
/// <param name="IsAnnuity">Whether repayment and interest come to the same sum each year.</param>
internal sealed record PlainLoan(int Year, double Amount, double Rate, int Years, bool IsAnnuity)
{
    /// <summary>What is repaid in a year.</summary>
    public double Repaid(int y)
    {
        var left = Years - (y - Year) + 1;
        return y <= Year || left < 1 ? 0.0
            : IsAnnuity && Rate != 0.0 ? Amount * Rate / (Math.Pow(1.0 + Rate, Years) - 1.0) * Math.Pow(1.0 + Rate, Years - left)
            : Amount / Years;
    }

    /// <summary>Interest of a year, on what is owed when it starts.</summary>
    public double Interest(int y) =>
        y <= Year ? 0.0 : Rate * (Amount - Enumerable.Range(Year + 1, y - Year - 1).Sum(Repaid));
}
