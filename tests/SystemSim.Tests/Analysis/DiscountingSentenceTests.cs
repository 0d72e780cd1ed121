using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

public sealed class DiscountingSentenceTests
{
    private static readonly Appraisal Terms = new()
    {
        Money = new([new(1, Q(0.035)), new(31, Q(0.03)), new(76, Q(0.025))]),
        Health = new([new(1, Q(0.015))]),
    };

    [TestCase(Discounting.ByYear, "by financial year, 2026/27 not at all")]
    [TestCase(Discounting.StepStart, "from the start of each month")]
    [TestCase(Discounting.StepMiddle, "from the middle of each month")]
    [TestCase(Discounting.StepEnd, "from the end of each month")]
    public void It_says_from_when(Discounting discounting, string says) =>
        Assert.That(
            DiscountingSentence.Of(Town(2) with { Appraisal = Terms with { Discounting = discounting } }),
            Is.EqualTo(
                $"Discounted {says}: money at 3.5% a year, life years and what they are worth at 1.5% a year; money is taken as it is paid, since no deflator is stated."
            )
        );

    [TestCase(1, "year")]
    [TestCase(4, "quarter")]
    [TestCase(12, "month")]
    [TestCase(24, "step")]
    public void Steps_are_called_what_people_call_them(int stepsPerYear, string step)
    {
        var town = Town(2);
        var scenario = town with
        {
            Horizon = town.Horizon with { StepsPerYear = stepsPerYear },
            Appraisal = Terms with { Discounting = Discounting.StepEnd },
        };

        Assert.That(DiscountingSentence.Of(scenario), Does.StartWith($"Discounted from the end of each {step}:"));
    }

    [TestCase(30, "money at 3.5% a year, life")]
    [TestCase(31, "money at 3.5% a year, 3% from year 31 on, life")]
    [TestCase(80, "money at 3.5% a year, 3% from year 31 on, 2.5% from year 76 on, life")]
    public void Rates_are_those_that_the_run_comes_to(int years, string says) =>
        Assert.That(DiscountingSentence.Of(Town(years) with { Appraisal = Terms }), Does.Contain(says));

    [Test]
    public void Rates_that_are_drawn_are_said_to_be()
    {
        var drawn = Terms with { Health = new([new(1, Q(0.015) with { Spread = new() { Shape = "uniform", Low = 0.01, High = 0.02 } })]) };

        Assert.That(
            DiscountingSentence.Of(Town(2) with { Appraisal = drawn }),
            Does.Contain("worth at 1.5% a year, in draws at their own rates;")
        );
    }

    [Test]
    public void What_is_not_appraised_is_not_discounted() => Assert.That(DiscountingSentence.Of(Town(2)), Is.Null);

    [Test]
    public void Only_what_is_of_the_appraisal_is_discounted()
    {
        var scenario = Town(2) with { Appraisal = Terms };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DiscountingSentence.For(scenario, "benefit_cost_ratio_fiscal"), Is.EqualTo(DiscountingSentence.Of(scenario)));
            Assert.That(DiscountingSentence.For(scenario, "spend"), Is.Null);
        }
    }
}
