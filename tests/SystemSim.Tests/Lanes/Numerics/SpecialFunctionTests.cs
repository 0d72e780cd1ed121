using System.Globalization;
using NUnit.Framework;
using SystemSim.Lanes;

namespace SystemSim.Tests;

/// <summary>Special functions against <c>references.csv</c>, which <c>references.py</c> worked out to many more digits.</summary>
public sealed class SpecialFunctionTests
{
    private const double Agreement = 1e-13;

    private static IEnumerable<TestCaseData> References =>
        from line in File.ReadLines(RepositoryFolder.At("tests", "SystemSim.Tests", "Lanes", "Numerics", "references.csv")).Skip(1)
        let cells = line.Split(',')
        select new TestCaseData(cells[0], Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]));

    [TestCaseSource(nameof(References))]
    public void A_special_function_is_what_it_is_with_more_digits(
        string function,
        double first,
        double second,
        double third,
        double expected
    )
    {
        var found = Found(function, first, second, third);

        // A logarithm of a probability is as right as the probability is relatively, and no more.
        var isLog = function.Contains(".Log", StringComparison.Ordinal);
        var size = isLog ? Math.Max(1.0, Math.Abs(expected)) : Math.Abs(expected);
        Assert.That(found, Is.EqualTo(expected).Within(Agreement * size));
    }

    [Test]
    public void A_slope_is_what_the_logarithm_gains(
        [Values(0.02, 0.9, 7.0, 300.0)] double a, [Values(0.05, 3.0, 5000.0)] double b, [Values(-50.0, -9.0, -1.0, 0.5, 6.0)] double place)
    {
        const double Little = 1e-4;
        var (beta, gamma) = (new IncompleteBeta(a, b), new IncompleteGamma(a));

        using (Assert.EnterMultipleScope())
        {
            Gains(beta.LogBelow, 1.0);
            Gains(gamma.LogBelow, 1.0);
            Gains(gamma.LogAbove, -1.0);
        }

        void Gains(Func<double, (double Log, double Slope)> tail, double sign)
        {
            var gained = (tail(place + Little).Log - tail(place - Little).Log) / (2.0 * Little);
            Assert.That(sign * tail(place).Slope, Is.EqualTo(gained).Within(1e-5 * Math.Max(1e-4, Math.Abs(gained))));
        }
    }

    private static double Number(string cell) => cell.Length > 0 ? double.Parse(cell, CultureInfo.InvariantCulture) : 0.0;

    private static double Found(string function, double first, double second, double third) => function switch
    {
        "LogGamma" => LogGamma.Of(first),
        "NormalScore.Of" => NormalScore.Of(first),
        "NormalScore.Probability" => NormalScore.Probability(first),
        "IncompleteGamma.Below" => new IncompleteGamma(first).Below(second),
        "IncompleteGamma.LogBelow" => new IncompleteGamma(first).LogBelow(second).Log,
        "IncompleteGamma.LogAbove" => new IncompleteGamma(first).LogAbove(second).Log,
        "IncompleteBeta.Below" => new IncompleteBeta(first, second).Below(third),
        "IncompleteBeta.LogBelow" => new IncompleteBeta(first, second).LogBelow(third).Log,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "A function that no row of the table names."),
    };
}
