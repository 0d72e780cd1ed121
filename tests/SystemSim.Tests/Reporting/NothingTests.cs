using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Reporting;

/// <summary>What is not nothing is never written as 0, and what is not all never as all, in any medium.</summary>
public sealed class NothingTests
{
    private const double HalfPenny = 0.005;

    // Too little for any table of these scenarios to show.
    private const double Nudge = 1e-7;

    [Test]
    public void Money_is_written_as_0_only_below_half_a_penny([Range(1, 400)] int seed)
    {
        var random = new Random(seed);
        var (value, largest) = (AnySize(random), Math.Abs(AnySize(random)));
        var scale = MoneyScale.For(largest);

        using (Assert.EnterMultipleScope())
        {
            foreach (
                var text in (string[])
                    [Amount.Of(value), ChartUnit.Money.Write(value), scale.CellOf(value), scale.Words(scale.Round(value), value)]
            )
            {
                Assert.That(IsZero(text), Is.EqualTo(Math.Abs(value) < HalfPenny), $"{value} as '{text}', seed {seed}");
            }

            Assert.That(ChartUnit.Money.Write(value).StartsWith('-'), Is.EqualTo(value <= -HalfPenny));
            Assert.That(scale.CellOf(value).StartsWith('('), Is.EqualTo(value < 0.0 && !IsZero(scale.CellOf(value))));
        }
    }

    [Test]
    public void Numbers_and_ratios_are_written_as_0_only_where_they_are_noise([Range(1, 400)] int seed)
    {
        const double Noise = 1e-6;
        var random = new Random(seed);
        var value = AnySize(random);
        var scale = MoneyScale.Plain(random.Next(0, 5), "years");

        using (Assert.EnterMultipleScope())
        {
            foreach (
                var text in (string[])
                    [
                        Amount.Count(value),
                        ChartUnit.Count.Write(value),
                        scale.CellOf(value),
                        SensitivityLines.Amount(scale, value),
                        RatioText.Of(value),
                    ]
            )
            {
                Assert.That(IsZero(text), Is.EqualTo(Math.Abs(value) < Noise), $"{value} as '{text}', seed {seed}");
            }
        }
    }

    [Test]
    public void Shares_are_written_as_none_or_all_only_where_they_are([Range(1, 400)] int seed)
    {
        var random = new Random(seed);
        var small = Math.Pow(10.0, -12.0 * random.NextDouble());
        double[] shares = [small, 1.0 - small];

        using (Assert.EnterMultipleScope())
        {
            foreach (var share in shares.Where(share => share is > 0.0 and < 1.0))
            {
                foreach (
                    var text in (string[])
                        [
                            Amount.Percent(share),
                            Amount.Percent(share, "0.0"),
                            Amount.Percent(share, "0.#"),
                            Amount.PercentCell(share),
                            ChartUnit.Share.Write(share),
                        ]
                )
                {
                    Assert.That(IsZero(text), Is.False, $"{share} as '{text}'");
                    Assert.That(text, Does.Not.StartWith("100"), $"{share}");
                }
            }
        }
    }

    [TestCase(0.0, "0%", "0.0%")]
    [TestCase(1.0, "100%", "100.0%")]
    [TestCase(0.0004, "less than 0.1%", "<0.1%")]
    [TestCase(0.0006, "0.1%", "0.1%")]
    [TestCase(0.9997, "more than 99.9%", ">99.9%")]
    [TestCase(0.997, "99.7%", "99.7%")]
    [TestCase(0.42, "42%", "42.0%")]
    public void Shares_read_like_this(double share, string sentence, string cell)
    {
        Assert.That((Amount.Percent(share), Amount.PercentCell(share)), Is.EqualTo((sentence, cell)));
    }

    [Test]
    public void No_number_of_a_page_reads_as_nothing_that_is_something([Range(1, 40)] int seed, [Values(0, 24)] int draws)
    {
        if (ToldRun.Of(Nudged(seed), draws)?.Evidence is not { } evidence)
        {
            Assert.Pass("An invariant stopped this one.");
            return;
        }

        var cells = evidence
            .Tables.Concat(evidence.Details)
            .SelectMany(table => table.Rows)
            .SelectMany(row => row)
            .Select(cell => (cell.Text, cell.Number));
        var pieces = evidence
            .Story.Answer.Append(evidence.Losers)
            .Concat(evidence.Story.Options)
            .Concat(evidence.Claims.SelectMany(claim => (Prose[])[claim.Sentence, claim.Range, claim.Pessimistic, claim.Losers]))
            .SelectMany(prose => prose.Pieces)
            .Select(piece => (piece.Text, piece.Number));

        Assert.That(
            cells
                .Concat(pieces)
                .Where(told => told.Number is { } number && Math.Abs(number.Value) >= LeastOf(number) && IsZero(told.Text))
                .Select(told => $"{told.Text}: {told.Number}"),
            Is.Empty,
            $"seed {seed}"
        );
    }

    [Test]
    public void No_line_of_a_terminal_says_nothing_where_there_is_something([Range(1, 60)] int seed)
    {
        if (ToldRun.Of(Nudged(seed))?.Answers is not { } answers)
        {
            Assert.Pass("An invariant stopped this one.");
            return;
        }

        var headline = Headline.From(answers);
        var difference = headline.Options[^1].SpendInAll - headline.Baseline.SpendInAll;
        var lines = HeadlineText.Write(headline, int.MaxValue).Select(line => line.Text).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.None.Contains("(0.0%)"), $"seed {seed}");
            Assert.That(
                string.Join(' ', lines).Contains("nudged: as much", StringComparison.Ordinal),
                Is.EqualTo(Math.Abs(difference) < HalfPenny),
                $"seed {seed}"
            );
            Assert.That(
                IsZero(
                    lines
                        .First(line => line.StartsWith("  nudged ", StringComparison.Ordinal))
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]
                ),
                Is.EqualTo(Math.Abs(difference) < HalfPenny),
                $"seed {seed}"
            );
        }
    }

    /// <summary>A random scenario with one more option, which is the baseline with a unit cost moved by next to nothing.</summary>
    private static Scenario Nudged(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var service = scenario.BaselineOption.Place.Services[0].Id.Name;
        return scenario.WithOption("nudged", place =>
            place.WithService(service, given => given with { Cost = given.Cost with { Unit = Q(given.Cost.Unit.Value * (1.0 + Nudge)) } })
        );
    }

    /// <summary>What of a cited number is something: half a penny of money, and more than noise of the rest.</summary>
    private static double LeastOf(Cited number) => number.Of.Contains("price_base=", StringComparison.Ordinal) ? HalfPenny : 1e-6;

    private static double AnySize(Random random) => (random.Next(2) == 0 ? 1.0 : -1.0) * Math.Pow(10.0, (random.NextDouble() * 20.0) - 9.0);

    private static bool IsZero(string text) => text.Any(char.IsAsciiDigit) && !text.AsSpan().ContainsAnyInRange('1', '9');
}
