using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class AmountTests
{
    [TestCase(0.0, "£0")]
    [TestCase(-0.004, "£0")]
    [TestCase(-0.4, "£0.40")]
    [TestCase(5.0, "£5")]
    [TestCase(9.99, "£9.99")]
    [TestCase(9.996, "£10")]
    [TestCase(10.4, "£10")]
    [TestCase(1234.5, "£1,235")]
    [TestCase(9994.0, "£9,994")]
    [TestCase(9995.0, "£10k")]
    [TestCase(58_800.0, "£58.8k")]
    [TestCase(999_499.0, "£999k")]
    [TestCase(999_500.0, "£1m")]
    [TestCase(-23_100_000.0, "£23.1m")]
    [TestCase(15_354_500_000.0, "£15.4bn")]
    public void Money_is_written_short(double value, string text) => Assert.That(Amount.Of(value), Is.EqualTo(text));

    [TestCase(0.012, "1.2%")]
    [TestCase(0.477, "48%")]
    [TestCase(0.0, "0%")]
    [TestCase(-0.04, "-4%")]
    public void Shares_are_written_in_percent(double share, string text) => Assert.That(Amount.Percent(share), Is.EqualTo(text));

    [TestCase(0.0, "0")]
    [TestCase(0.047, "0.05")]
    [TestCase(0.0004, "0.0004")]
    [TestCase(0.05, "0.1")]
    [TestCase(4.26, "4.3")]
    [TestCase(97.6, "98")]
    public void People_are_counted_to_a_first_digit(double value, string text) => Assert.That(Amount.Count(value), Is.EqualTo(text));

    [TestCase(-23.1e6, "£23.1m less")]
    [TestCase(10e3, "£10k more")]
    [TestCase(-0.2, "£0.20 less")]
    [TestCase(-0.002, "no difference")]
    public void Differences_say_which_way_they_go(double value, string text) =>
        Assert.That(ChartUnit.Money.Against(value), Is.EqualTo(text));
}
