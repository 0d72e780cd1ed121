using System.Globalization;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Reporting;
using SystemSim.Tests.Analysis;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Reporting;

public sealed class HeadlineTextTests
{
    private const int MostLines = 41;

    [Test]
    public void The_town_reads_like_this()
    {
        var headline = Headline.From(PooledTown.Answers());

        Assert.That(HeadlineText.Write(headline, MostLines).Select(line => line.Text), Is.EqualTo(
        [
            "A town",
            "2026/27 to 2027/28, by month. Money is nominal, as it is paid. Uncertain numbers at central values.",
            "",
            "Held against Each pays for its own (siloed)",
            "pooled: £1k (0.2%) less is spent on services over 2 years.",
            "  By 2027/28 nhs gains £909; council gains £91.",
            "",
            "Spending on services, £k (nominal)",
            "                         2026/27   2027/28   2 years   difference",
            "All together",
            "  Each pays for its own      264       264       528            -",
            "  pooled                     264       263       527           (1)",
            "council",
            "  Each pays for its own       24        24        48            -",
            "  pooled                      24        24        48          (<1)",
            "nhs",
            "  Each pays for its own      240       240       480            -",
            "  pooled                     240       239       479           (1)",
            "",
            "At the end of 2027/28       Each pays for its own   pooled",
            "Gain or (loss) in position, £",
            "  council (pays, provides)                      -       91",
            "  nhs (pays, provides)                          -      909",
            "  all together                                  -    1,000",
            "Deficits and unfunded gaps                   none     none",
            "Waiting, all services                           0        0",
            "Left unmet in 2 years                           0      300",
        ]));
    }

    [Test]
    public void A_scenario_of_one_option_ends_with_positions()
    {
        var lines = HeadlineText.Write(Headline.From(PooledTown.Answers(Town(years: 2))), MostLines).Select(line => line.Text).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Some.StartsWith("Position: reserves less deficits"));
            Assert.That(lines, Has.None.Contains("difference"));
        }
    }

    [Test]
    public void Any_scenario_fits_the_screen_and_adds_up_as_printed([Range(1, 120)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            return;
        }

        var lines = HeadlineText.Write(Headline.From(answers), MostLines).Select(line => line.Text).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.LessThanOrEqualTo(MostLines), $"seed {seed}");
            Assert.That(lines.Select(line => line.Length), Is.All.LessThanOrEqualTo(HeadlineText.Width), $"seed {seed}");
            AssertSpendingAddsUp(lines, seed);
        }
    }

    [Test]
    public void However_long_titles_are_no_sentence_ends_before_its_answer([Range(1, 120)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            return;
        }

        var headline = Headline.From(answers);
        var stretched = headline with
        {
            Title = Long(seed),
            Question = Long(seed + 1),
            Options =
            [
                .. headline.Options.Select(
                    (option, row) =>
                        option with
                        {
                            Title = Long(seed + row),
                            Accounts = [.. option.Accounts.Select((account, at) => account with { Title = Long(seed + at) })],
                        }
                ),
            ],
        };
        var view = new HeadlineView(stretched, HeadlineText.MostOptions);

        var lines = HeadlineText.Write(stretched, int.MaxValue).Select(line => line.Text).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Select(line => line.Length), Is.All.LessThanOrEqualTo(HeadlineText.Width), $"seed {seed}");
            foreach (
                var sentence in view
                    .Others.SelectMany(option => HeadlineSentences.Of(view, option))
                    .Append(stretched.Title)
                    .Append(stretched.Question)
            )
            {
                Assert.That(Joined(lines), Does.Contain(Joined(sentence)), $"seed {seed}");
            }
        }
    }

    /// <summary>A title of up to thirty words, some of them wider than a screen.</summary>
    private static string Long(int seed)
    {
        var random = new Random(seed);
        return string.Join(
            ' ',
            Enumerable
                .Range(0, random.Next(1, 31))
                .Select(_ => new string((char)random.Next('a', 'z'), random.Next(10) == 0 ? 120 : random.Next(1, 15)))
        );
    }

    private static string Joined(params string[] lines) => string.Concat(string.Concat(lines).Where(letter => letter != ' '));

    [Test]
    public void Many_options_and_organisations_still_fit_the_screen([Values(2, 6, 9)] int options, [Values(2, 12)] int organisations)
    {
        var town = Town(years: 20);
        for (var organisation = 3; organisation <= organisations; organisation++)
        {
            town = town.WithBystander($"organisation_{organisation}", 1_000.0 * organisation);
        }

        for (var option = 1; option < options; option++)
        {
            town = town.WithOption($"option_with_a_stretchedname_{option}", place => place.WithService(Help, help => help with
            {
                Cost =
                            new() { Unit = Q(10.0 + option), PriceYear = Start }
            }));
        }

        var lines = HeadlineText.Write(Headline.From(PooledTown.Answers(town)), MostLines);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.LessThanOrEqualTo(MostLines));
            Assert.That(lines.Select(line => line.Text.Length), Is.All.LessThanOrEqualTo(HeadlineText.Width));
        }
    }

    /// <summary>Reads the table of spending back: organisations add up to what is all together, and differences are those of the last
    /// sums.</summary>
    private static void AssertSpendingAddsUp(string[] lines, int seed)
    {
        var start = Array.FindIndex(lines, line => line.StartsWith("Spending on services", StringComparison.Ordinal));
        var columns = lines[start + 1].Split("  ", StringSplitOptions.RemoveEmptyEntries).Length;
        var hasDifferences = lines[start + 1].EndsWith("difference", StringComparison.Ordinal);
        var groups = new List<List<decimal[]>>();
        foreach (var line in lines.Skip(start + 2).TakeWhile(line => line.Length > 0))
        {
            if (!line.StartsWith(' '))
            {
                groups.Add([]);
                continue;
            }

            groups[^1].Add([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^columns..].Select(Value)]);
        }

        // Differences are rounded by themselves, which is said where it shows.
        var places = groups.SelectMany(group => group).SelectMany(row => row).Select(value => (int)value.Scale).DefaultIfEmpty().Max();
        var unit = new decimal(1, 0, 0, isNegative: false, (byte)places);
        var off = groups
            .Where(_ => hasDifferences)
            .SelectMany(group => group.Select(row => Math.Abs(row[^1] - (row[^2] - group[0][^2]))))
            .ToArray();
        Assert.That(off, Is.All.LessThanOrEqualTo(groups.Count * unit), $"seed {seed}");
        Assert.That(
            lines[start].Contains(SpendingTable.DifferencesAreOwn, StringComparison.Ordinal),
            Is.EqualTo(off.Any(by => by > 0.0m)),
            $"seed {seed}"
        );

        if (groups.Count > 1)
        {
            for (var option = 0; option < groups[0].Count; option++)
            {
                var parts = groups.Skip(1).Select(group => group[option]).Aggregate((one, other) => [.. one.Zip(other, decimal.Add)]);
                Assert.That(parts, Is.EqualTo(groups[0][option]), $"seed {seed}, option {option}");
            }
        }
    }

    private static decimal Value(string text)
    {
        if (text == "-")
        {
            return 0;
        }

        // What is too little to show counts as 0.
        var number = text.Contains('<', StringComparison.Ordinal)
            ? 0
            : decimal.Parse(text.Trim('(', ')'), NumberStyles.Number, CultureInfo.InvariantCulture);
        return text.StartsWith('(') ? -number : number;
    }
}
