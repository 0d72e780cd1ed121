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
        NumberKinds.Chance, NumberKinds.Quality, NumberKinds.Rate, NumberKinds.BirthRate, NumberKinds.MigrationRate, NumberKinds.Count,
        NumberKinds.Number,
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
    [TestCase("share", "0", 0.0)]
    [TestCase("share", "100%", 1.0)]
    [TestCase("growth", "0 a year", 0.0)]
    [TestCase("quality", "1", 1.0)]
    [TestCase("quality", "-0.2", -0.2)]
    [TestCase("ratio", "1", 1.0)]
    [TestCase("birth_rate", "9.8 per 1000", 0.0098)]
    [TestCase("birth_rate", "0.0098 a year", 0.0098)]
    [TestCase("migration_rate", "-1.7 per 1000 a year", -0.0017)]
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
    [TestCase("growth", "0.2% a month")]
    public void Anything_else_is_refused(string kind, string text)
    {
        Assert.That(Read(kind, text), Is.Null);
    }

    [TestCase("share", "1", "1% or 100%")]
    [TestCase("share", "1.0", "1.0% or 100%")]
    [TestCase("share_or_more", "1", "1% or 100%")]
    [TestCase("share_or_more", "18", "18% or 1,800%")]
    [TestCase("less", "1", "1% or 100%")]
    [TestCase("rise", "+1", "+1% or +100%")]
    [TestCase("chance", "1 a year", "1% a year or 100% a year")]
    [TestCase("growth", "1", "1% or 100%")]
    [TestCase("growth", "3", "3% or 300%")]
    [TestCase("growth", "0.5 a year", "0.5% a year or 50% a year")]
    [TestCase("growth", "-0.29", "-0.29% or -29%")]
    [TestCase("pace", "0.1", "0.1% or 10%")]
    [TestCase("tolerance", "1", "1% or 100%")]
    public void A_bare_number_that_could_be_two_shares_is_refused_with_both(string kind, string text, string both)
    {
        var problems = new Problems();

        NumberText.Read(Word(text), Kind(kind), problems);

        Assert.That(
            problems.All.Single().ToString(),
            Is.EqualTo($"test:1:1: error SIM038: '{text}' can be {both}.\n  hint: write {both}.")
        );
    }

    [TestCase("birth_rate", "11", "'11' is 11 for each person.\n  hint: write 11 per 1000, or a rate of births below 1.")]
    [TestCase(
        "migration_rate",
        "-1.7 a year",
        "'-1.7 a year' is 1.7 for each person.\n  hint: write -1.7 per 1000 a year, or a rate of net migration below 1."
    )]
    public void A_bare_rate_of_births_or_migration_that_nobody_has_is_refused(string kind, string text, string says)
    {
        var problems = new Problems();

        NumberText.Read(Word(text), Kind(kind), problems);

        Assert.That(problems.All.Single().ToString(), Is.EqualTo($"test:1:1: error SIM038: {says}"));
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

    [TestCase("30%", "-10 points", 0.2)]
    [TestCase("30%", "-1 point", 0.29)]
    [TestCase("30%", "+0.1", 0.4)]
    [TestCase("30%", "x 0.5", 0.15)]
    public void A_change_of_a_share_says_points_or_a_factor(string text, string change, double value)
    {
        Assert.That(Changed(NumberKinds.Share, text, change), Is.EqualTo(value).Within(1e-12));
    }

    [TestCase("growth", "3.5% a year", "-1.5 points", "3.5% a year less 1.5 points: 2% a year")]
    [TestCase("growth", "3.5% a year", "-1.5 points a year", "3.5% a year less 1.5 points a year: 2% a year")]
    [TestCase("growth", "1% a year", "-3 points", "1% a year less 3 points: -2% a year")]
    [TestCase("money_a_year", "£900k a year", "+£600k", "£900k a year plus £600k: £1,500k a year")]
    [TestCase("money_a_year", "£75k a month", "-10%", "£75k a month less 10%: £67.5k a month")]
    [TestCase("cost_of_unit", "£340 a week", "x 1.2", "£340 a week x 1.2: £408 a week")]
    [TestCase("rate", "120 per 1000 a year", "+10%", "120 per 1000 a year plus 10%: 132 per 1000 a year")]
    [TestCase("share", "0.18", "+2 points", "0.18 plus 2 points: 0.2")]
    [TestCase("number", "53 300", "x 2", "53 300 x 2: 106,600")]
    public void A_change_is_told_with_what_was_and_what_is(string kind, string text, string change, string told)
    {
        var written = NumberText.Read(Word(text).ChangedBy(new StatedChange(Word(change), IsNamed: true)), Kind(kind), new Problems());

        Assert.That(written?.Told(Kind(kind), StepsPerYear), Is.EqualTo(told));
    }

    [TestCase("share", "+10%", false, "'+10%' can be 10 points or 10% of what is there.\n  hint: write +10 points, or x 1.1.")]
    [TestCase("share", "-10%", true, "'-10%' can be 10 points or 10% of what is there.\n  hint: write by: -10 points, or x 0.9.")]
    [TestCase(
        "growth",
        "+1% a year",
        false,
        "'+1% a year' can be 1 points a year or 1% a year of what is there.\n  hint: write +1 points a year, or x 1.01."
    )]
    [TestCase(
        "rise",
        "+0%",
        false,
        "'+0%' can be a rise of 0% or a change of the one that is there.\n  hint: write 0% for the one, and {by: +0 points} or x and a number for the other."
    )]
    [TestCase("money", "10%", true, "'10%' does not say whether it is more or less.\n  hint: write +10%, -10%, or x and a number.")]
    [TestCase(
        "money",
        "+10 points",
        false,
        "'+10 points' is in points, and money is not written in percent.\n  hint: write +10%, or x 1.1."
    )]
    public void A_change_that_can_be_two_things_is_refused_with_both(string kind, string change, bool isNamed, string says)
    {
        var problems = new Problems();

        NumberText.Read(Word(kind == "money" ? "£5" : "5%").ChangedBy(new StatedChange(Word(change), isNamed)), Kind(kind), problems);

        Assert.That(problems.All.Single().ToString(), Does.EndWith(says));
    }

    [Test]
    public void Changes_are_made_one_after_the_other()
    {
        var twice = Word("100").ChangedBy(Change("x 2")).ChangedBy(Change("+50"));

        Assert.That(
            NumberText.Read(twice, NumberKinds.Number, new Problems())?.Value(NumberKinds.Number, "", StepsPerYear), Is.EqualTo(250.0));
    }

    private static double? Changed(NumberKind kind, string text, string change) =>
        NumberText.Read(Word(text).ChangedBy(Change(change)), kind, new Problems())?.Value(kind, "", StepsPerYear);

    private static Written? Read(string kind, string text) => NumberText.Read(Word(text), Kind(kind), new Problems());

    private static NumberKind Kind(string name) => Kinds.Single(kind => kind.Name == name);

    private static StatedChange Change(string text) => new(Word(text), IsNamed: true);

    private static Scalar Word(string text) => new(new Spot("test", 1, 1), text, isPlain: true);
}
