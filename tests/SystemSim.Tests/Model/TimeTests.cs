using NUnit.Framework;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Financial years, horizons and lags.</summary>
public sealed class TimeTests
{
    [TestCase("2026/27", 2026)]
    [TestCase("1999/00", 1999)]
    [TestCase("1900/01", 1900)]
    public void A_financial_year_is_read_and_written_alike(string text, int start)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FinancialYear.TryParse(text, out var year));
            Assert.That(year.Start, Is.EqualTo(start));
            Assert.That(year.ToString(), Is.EqualTo(text));
        }
    }

    [TestCase("2026")]
    [TestCase("2026/28")]
    [TestCase("2026-27")]
    [TestCase("202 /27")]
    [TestCase("1899/00")]
    [TestCase("2201/02")]
    [TestCase("")]
    public void What_is_not_a_financial_year_is_refused(string text)
    {
        Assert.That(FinancialYear.TryParse(text, out _), Is.False);
    }

    [TestCase(12, 1.0 / 12.0, 1)]
    [TestCase(12, 1.5 / 12.0, 2)]
    [TestCase(12, 0.001, 1)]
    [TestCase(12, 1.5, 18)]
    [TestCase(1, 0.4, 1)]
    [TestCase(24, 0.25, 6)]
    public void A_lag_is_rounded_half_up_to_at_least_a_step(int stepsPerYear, double years, int steps)
    {
        var horizon = new Horizon { Start = new FinancialYear(2026), Years = 2, StepsPerYear = stepsPerYear };

        Assert.That(horizon.LagSteps(years), Is.EqualTo(steps));
    }

    [TestCase(2.0, 24)]
    [TestCase(25.0 / 12.0, 25)]
    [TestCase(26.0 / 12.0, 25)]
    [TestCase(1e9, 25)]
    [TestCase(1e300, 25)]
    public void A_lag_is_held_to_a_step_more_than_the_run(double years, int steps)
    {
        var horizon = new Horizon { Start = new FinancialYear(2026), Years = 2 };

        Assert.That(horizon.LagSteps(years), Is.EqualTo(steps));
    }

    [TestCase(12, 1.0 / 12.0, true)]
    [TestCase(12, 0.25, true)]
    [TestCase(12, 1.5 / 12.0, false)]
    [TestCase(4, 1.0 / 12.0, false)]
    public void A_lag_of_whole_steps_is_known_as_such(int stepsPerYear, double years, bool isWhole)
    {
        var horizon = new Horizon { Start = new FinancialYear(2026), Years = 1, StepsPerYear = stepsPerYear };

        Assert.That(horizon.IsWholeSteps(years), Is.EqualTo(isWhole));
    }

    [TestCase(0)]
    [TestCase(2)]
    [TestCase(13)]
    [TestCase(384)]
    public void A_step_that_does_not_divide_a_year_is_refused(int stepsPerYear)
    {
        Assert.That(
            () => new Horizon { Start = new FinancialYear(2026), Years = 1, StepsPerYear = stepsPerYear },
            Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
