using System.Globalization;
using System.Text;
using NUnit.Framework;
using SystemSim.Lanes;

namespace SystemSim.Tests;

/// <summary>
/// The functions of the kernel's own give the bits of <c>bits.txt</c>, a golden: on whatever system and processor this runs. Where one
/// fails, nothing that is
/// worked out there can be held to what was worked out elsewhere.
/// </summary>
public sealed class FixedBitsTests
{
    // Multiples of the golden ratio, which fall evenly.
    private const double GoldenRatio = 0.61803398874989484820;
    private const int Points = 40;

    [Test]
    public void The_functions_have_the_bits_that_are_kept()
    {
        var table = new StringBuilder();
        Write("exp", Spread(-745.0, 709.0), Exponential.Exp);
        Write("exp", Spread(-2.0, 2.0), Exponential.Exp);
        Write("leaving by rate", Spread(0.0, 3.0), Exponential.OneMinusExp);
        Write("leaving by chance in a month", Spread(0.0, 1.0), chance => Exponential.OneMinusPower(chance, 1.0 / 12.0));
        Write("log", Spread(0.0, 4.0), Logarithm.Of);
        Write("log", Spread(0.0, 1e12), Logarithm.Of);
        Write("log of one plus", Spread(-0.5, 1.5), Logarithm.OfOnePlus);
        Write("to the power of a twelfth", Spread(0.5, 1.5), x => Power.Of(x, 1.0 / 12.0));
        Write("to the power of 17.25", Spread(0.0, 9.0), x => Power.Of(x, 17.25));
        Write("log of gamma", Spread(0.0, 30.0), LogGamma.Of);
        Write("normal score", Spread(0.0, 1.0), NormalScore.Of);
        Write("normal probability", Spread(-9.0, 9.0), NormalScore.Probability);
        Write("gamma of shape 0.7 below", Spread(0.0, 5.0), new IncompleteGamma(0.7).Below);
        Write("gamma of shape 250 below", Spread(200.0, 300.0), new IncompleteGamma(250.0).Below);
        Write("gamma of shape 12 above, log", Spread(-1.0, 5.0), place => new IncompleteGamma(12.0).LogAbove(place).Log);
        Write("beta of 2 and 3.5 below", Spread(0.0, 1.0), new IncompleteBeta(2.0, 3.5).Below);
        Write("beta of 40 and 900 below, log", Spread(-5.0, -2.0), odds => new IncompleteBeta(40.0, 900.0).LogBelow(odds).Log);
        Write("binomial of 30 at 0.2", Spread(0.0, 1.0), uniform => CountQuantile.Binomial(30.0, 0.2, uniform));
        Write("Poisson of 80", Spread(0.0, 1.0), uniform => CountQuantile.Poisson(80.0, uniform));

        Golden.Check("Lanes/Numerics/bits.txt", table.ToString());

        void Write(string name, IEnumerable<double> places, Func<double, double> function)
        {
            foreach (var place in places)
            {
                table.Append(CultureInfo.InvariantCulture, $"{name}: {Bits(place)} {Bits(function(place))}\n");
            }
        }
    }

    private static IEnumerable<double> Spread(double low, double high) =>
        Enumerable.Range(1, Points).Select(point => low + ((high - low) * ((point * GoldenRatio) - Math.Floor(point * GoldenRatio))));

    private static string Bits(double number) => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);
}
