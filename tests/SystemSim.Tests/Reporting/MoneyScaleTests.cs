using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class MoneyScaleTests
{
    [TestCase(12_345_678_901.0, "12,346 ", "£12,346m")]
    [TestCase(683_049_999.0, "683.0 ", "£683.0m")]
    [TestCase(-683_049_999.0, "(683.0)", "£683.0m")]
    [TestCase(12_344_999.0, "12.34 ", "£12.34m")]
    [TestCase(1_234_567.0, "1,235 ", "£1,235k")]
    [TestCase(99_999.4, "99,999 ", "£99,999")]
    [TestCase(0.0, "0 ", "£0")]
    [TestCase(0.4, "0.40 ", "£0.40")]
    [TestCase(0.004, "0 ", "£0")]
    public void Amounts_keep_four_or_five_digits_and_negatives_stand_in_brackets(double amount, string cell, string words)
    {
        var scale = MoneyScale.For(amount);

        Assert.That((scale.CellOf(amount), scale.Words(scale.Round(amount), amount)), Is.EqualTo((cell, words)));
    }

    [TestCase(40_000.0, "<0.1 ", "£40,000")]
    [TestCase(-40_000.0, "(<0.1)", "£40,000")]
    [TestCase(0.4, "<0.1 ", "£0.40")]
    [TestCase(0.004, "0.0 ", "£0.0m")]
    public void What_is_too_little_for_a_scale_is_less_than_its_least(double amount, string cell, string words)
    {
        var scale = MoneyScale.For(683e6);

        Assert.That((scale.CellOf(amount), scale.Words(scale.Round(amount), amount)), Is.EqualTo((cell, words)));
    }
}
