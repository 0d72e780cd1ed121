using System.Text.RegularExpressions;
using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class NumberTextTests
{
    private const int StepsPerYear = 12;

    private static readonly NumberKind[] Kinds =
    [
        NumberKinds.Share, NumberKinds.ShareOrMore, NumberKinds.Rise, NumberKinds.Growth, NumberKinds.Pace, NumberKinds.Less,
        NumberKinds.Chance, NumberKinds.Quality, NumberKinds.Rate, NumberKinds.SignedRate, NumberKinds.Count, NumberKinds.Number,
        NumberKinds.Ratio, NumberKinds.Level,
        NumberKinds.Money, NumberKinds.MoneyAYear, NumberKinds.SignedMoneyAYear, NumberKinds.CostOfUnit, NumberKinds.Time, NumberKinds.Days,
        NumberKinds.Answer, NumberKinds.Tolerance,
    ];

    [TestCase("number", "53300", 53300.0)]
    [TestCase("number", "53_300", 53300.0)]
    [TestCase("number", "53,300", 53300.0)]
    [TestCase("number", "53 300", 53300.0)]
    [TestCase("number", "53\u00a0300", 53300.0)]
    [TestCase("number", "1 234 567.5", 1234567.5)]
    [TestCase("number", "1.5", 1.5)]
    [TestCase("number", "1.2m", 1200000.0)]
    [TestCase("number", "60k", 60000.0)]
    [TestCase("number", "0", 0.0)]
    [TestCase("money", "£683m", 683000000.0)]
    [TestCase("money", "£1.2bn", 1200000000.0)]
    [TestCase("money", "£60k", 60000.0)]
    [TestCase("money", "£48", 48.0)]
    [TestCase("money", "£3,001,890", 3001890.0)]
    [TestCase("money_a_year", "£900k a year", 900000.0)]
    [TestCase("money_a_year", "£75k a month", 900000.0)]
    [TestCase("money_a_year", "£900k", 900000.0)]
    [TestCase("signed_money_a_year", "-£2m", -2000000.0)]
    [TestCase("signed_money_a_year", "\u2212£2m", -2000000.0)]
    [TestCase("cost_of_unit", "£460 a bed-day", 460.0)]
    [TestCase("cost_of_unit", "£340 a week", 340.0 * (365.25 / 7.0))]
    [TestCase("cost_of_unit", "£1,500 a month", 18000.0)]
    [TestCase("share", "18%", 0.18)]
    [TestCase("share", "0.18", 0.18)]
    [TestCase("share", "1", 1.0)]
    [TestCase("rise", "+50%", 0.5)]
    [TestCase("rise", "-10%", -0.1)]
    [TestCase("growth", "3.0% a year", 0.03)]
    [TestCase("growth", "-1.5% a year", -0.015)]
    [TestCase("chance", "0.4% a month", 0.004)]
    [TestCase("chance", "9%", 0.09)]
    [TestCase("rate", "120 per 1000 a year", 0.12)]
    [TestCase("rate", "9.8 per 1,000 a year", 0.0098)]
    [TestCase("rate", "12 per 100 000 a year", 0.00012)]
    [TestCase("rate", "0.01 a month", 0.12)]
    [TestCase("rate", "0.2", 0.2)]
    [TestCase("count", "2,630 a year", 2630.0)]
    [TestCase("count", "340 a month", 4080.0)]
    [TestCase("count", "10 a step", 120.0)]
    [TestCase("time", "18 months", 1.5)]
    [TestCase("time", "1 month", 1.0 / 12.0)]
    [TestCase("time", "3 years", 3.0)]
    [TestCase("time", "1 quarter", 0.25)]
    [TestCase("time", "2 steps", 1.0 / 6.0)]
    [TestCase("time", "7.5 days", 7.5 / 365.25)]
    [TestCase("time", "2 weeks", 14.0 / 365.25)]
    [TestCase("days", "7.5 days", 7.5)]
    [TestCase("days", "2 weeks", 14.0)]
    [TestCase("days", "1 month", 365.25 / 12.0)]
    [TestCase("tolerance", "1e-9", 1e-9)]
    [TestCase("tolerance", "0.1%", 0.001)]
    [TestCase("answer", "£128.4m", 128400000.0)]
    [TestCase("answer", "-12.5", -12.5)]
    public void A_number_is_read_as_people_write_it(string kind, string text, double value)
    {
        // A few roundings of a double: conversion of units multiplies once or twice.
        Assert.That(Read(kind, text)?.Value(Kind(kind), "", StepsPerYear), Is.EqualTo(value).Within(2).Ulps);
    }

    [TestCase("number", "010")]
    [TestCase("number", "1:30")]
    [TestCase("number", "1e3")]
    [TestCase("number", "1e-3")]
    [TestCase("number", ".5")]
    [TestCase("number", "5.")]
    [TestCase("number", "+5")]
    [TestCase("number", "-5")]
    [TestCase("number", "")]
    [TestCase("number", "~")]
    [TestCase("number", "null")]
    [TestCase("number", "NaN")]
    [TestCase("number", "inf")]
    [TestCase("number", ".inf")]
    [TestCase("number", "0x1F")]
    [TestCase("number", "1,5")]
    [TestCase("number", "53 30")]
    [TestCase("number", "53 300,000")]
    [TestCase("number", "5300 000")]
    [TestCase("number", "0 300")]
    [TestCase("number", "1__000")]
    [TestCase("number", "1.2M")]
    [TestCase("number", "1.2 m")]
    [TestCase("number", " 5")]
    [TestCase("number", "5\n")]
    [TestCase("number", "٥")]
    [TestCase("number", "£5")]
    [TestCase("number", "5%")]
    [TestCase("money", "683")]
    [TestCase("money", "£-2m")]
    [TestCase("money", "-£2m")]
    [TestCase("money", "$5")]
    [TestCase("money", "£1.2 million")]
    [TestCase("money", "£5 a year")]
    [TestCase("money_a_year", "£5 a fortnight")]
    [TestCase("share", "18")]
    [TestCase("share", "1.8")]
    [TestCase("share", "18 %")]
    [TestCase("share", "18% a year")]
    [TestCase("chance", "9% per year")]
    [TestCase("rate", "120 per 999 a year")]
    [TestCase("rate", "12%")]
    [TestCase("count", "2630")]
    [TestCase("time", "18")]
    [TestCase("time", "18 moons")]
    [TestCase("growth", "3")]
    [TestCase("growth", "0.2% a month")]
    public void Anything_else_is_refused(string kind, string text)
    {
        Assert.That(Read(kind, text), Is.Null);
    }

    [Test]
    public void The_pattern_of_every_kind_accepts_exactly_what_is_read([Range(1, 40)] int seed)
    {
        string[] parts =
        [
            "+", "-", "\u2212", "£", "0", "1", "5", "12", "300", "000", "2630", ".5", ".", ",", "_", " ", "\u00a0", "k", "m", "bn", "%",
            " per ", "1000", "1,000",
            " a ", "year", "month", "step", "bed-day", " days", " months", "e-9", "x",
        ];
        var draw = new Random(seed);
        using (Assert.EnterMultipleScope())
        {
            for (var i = 0; i < 500; i++)
            {
                var text = string.Concat(Enumerable.Range(0, draw.Next(1, 6)).Select(_ => parts[draw.Next(parts.Length)]));
                var kind = Kinds[draw.Next(Kinds.Length)];
                var isMatch = Regex.IsMatch(text, kind.Pattern, RegexOptions.CultureInvariant);

                Assert.That(Read(kind.Name, text) is not null, Is.EqualTo(isMatch), $"'{text}' as {kind.What}, seed {seed}");
            }
        }
    }

    [TestCase("£900k a year", "+£100k a year", 1_000_000.0)]
    [TestCase("£900k a year", "-£100k", 800_000.0)]
    [TestCase("£900k a year", "-10%", 810_000.0)]
    [TestCase("£900k a year", "x 1.2", 1_080_000.0)]
    [TestCase("£75k a month", "+£10k", 1_020_000.0)]
    public void A_change_is_made_to_money(string text, string change, double value)
    {
        Assert.That(Changed(NumberKinds.MoneyAYear, text, change), Is.EqualTo(value).Within(1e-6));
    }

    [TestCase("30%", "-10%", 0.2)]
    [TestCase("30%", "+0.1", 0.4)]
    [TestCase("30%", "x 0.5", 0.15)]
    public void A_change_in_percent_is_made_to_a_share_in_points(string text, string change, double value)
    {
        Assert.That(Changed(NumberKinds.Share, text, change), Is.EqualTo(value).Within(1e-12));
    }

    [Test]
    public void Changes_are_made_one_after_the_other()
    {
        var twice = Word("100").ChangedBy(Word("x 2")).ChangedBy(Word("+50"));

        Assert.That(
            NumberText.Read(twice, NumberKinds.Number, new Problems())?.Value(NumberKinds.Number, "", StepsPerYear), Is.EqualTo(250.0));
    }

    private static double? Changed(NumberKind kind, string text, string change) =>
        NumberText.Read(Word(text).ChangedBy(Word(change)), kind, new Problems())?.Value(kind, "", StepsPerYear);

    private static Written? Read(string kind, string text) => NumberText.Read(Word(text), Kind(kind), new Problems());

    private static NumberKind Kind(string name) => Kinds.Single(kind => kind.Name == name);

    private static Scalar Word(string text) => new(new Spot("test", 1, 1), text, isPlain: true);
}
