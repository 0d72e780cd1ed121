using System.Globalization;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;
using SystemSim.Tests.Analysis;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Reporting;

/// <summary>All options side by side: the numbers are those of the tidy files, and what is the same is one.</summary>
public sealed class OptionsTableTests
{
    // Sums are taken in another order.
    private const double Rounding = 1e-9;

    [Test]
    public void Numbers_are_those_of_the_tidy_files_and_payers_add_up([Range(1, 40)] int seed, [Values(0, 12)] int draws)
    {
        if (ToldRun.Of(RandomScenario.Make(seed), draws) is not { } run || run.Draws is { Used: < 2 })
        {
            Assert.Ignore("This scenario's run is stopped.");
            return;
        }

        var table = Of(run);
        var tidy = new CitedRows(run.Tidy);
        using (Assert.EnterMultipleScope())
        {
            foreach (var line in table.Lines)
            {
                foreach (var number in NumbersOf(line))
                {
                    Assert.That(tidy.Sum(number), Is.EqualTo(number.Value).Within(Within(number.Value)), $"{number.Of}, seed {seed}");
                }

                if (line.Difference is { } difference)
                {
                    // Who spends less than half a penny more is not named.
                    Assert.That(
                        line.Payers.Sum(payer => payer.More.Middle.Value),
                        Is.EqualTo(difference.Middle.Value).Within(Within(line.Spent.Value) + (0.005 * run.Answers.Options.Length * 8)),
                        $"seed {seed}"
                    );
                }
            }

            if (table.Lines.All(line => line.Cheapest is not null))
            {
                Assert.That(table.Lines.Sum(line => line.Cheapest!.Value), Is.EqualTo(1.0).Within(1e-12), $"seed {seed}");
            }
        }
    }

    [Test]
    public void The_cover_of_the_workbook_leads_with_means_and_ranges([Range(1, 5)] int seed)
    {
        if (ToldRun.Of(RandomScenario.Make(seed), 12) is not { Draws.Used: > 1 } run)
        {
            Assert.Ignore("This scenario's run is stopped.");
            return;
        }

        var table = Of(run);
        using var bytes = new MemoryStream();
        WorkbookXlsx.Write(new WorkbookContents(run.Run, run.Answers, AssumptionsLog.Of(run.Answers.Scenario, null), table), bytes);
        var cover = new OpenedBook(bytes.ToArray())["Cover"];
        Assert.That(cover.Headings[2..5], Is.EqualTo(["More or (less) spent, on average", "– likely range from", "– to"]));
        using (Assert.EnterMultipleScope())
        {
            foreach (var line in table.Lines.Where(line => !line.IsBaseline))
            {
                var option = run.Answers.Options.First(option => option.Id == line.Options[0]).Title;
                AssertRow("All together", option, line.Difference!, null);
                foreach (var organisation in line.Organisations.Where(one => cover.Rows.Any(row => row["Organisation or pool"] == one.Title)))
                {
                    AssertRow(organisation.Title, option, organisation.More, organisation.Gain);
                }
            }
        }

        void AssertRow(string account, string option, Ranged more, Ranged? gain)
        {
            var row = cover.Rows.First(row => row["Organisation or pool"] == account && row["Option"] == option);
            Assert.That(
                cover.Headings[2..8].Select(heading => row[heading]),
                Is.EqualTo(new[] { more.Middle, more.Low, more.High, gain?.Middle, gain?.Low, gain?.High }.Select(Whole)),
                $"{account}, {option}, seed {seed}"
            );
        }

        static string Whole(Cited? number) => number is null
            ? "[z]"
            : Math.Round(number.Value, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture).Replace("-0", "0", StringComparison.Ordinal);
    }

    [Test]
    public void The_town_comes_out_as_on_paper()
    {
        var table = Of(new ToldRun(PooledTown.Answers(), null));
        var (siloed, pooled) = (table.Lines[0], table.Lines[1]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(siloed.Spent.Value, Is.EqualTo(528_000.0).Within(Rounding));
            Assert.That(siloed.Difference, Is.Null);
            Assert.That(pooled.Difference!.Middle.Value, Is.EqualTo(-1_000.0).Within(1e-6));
            Assert.That(pooled.NextYear, Is.Zero);
            Assert.That(pooled.InNextYear!.Middle.Value, Is.Zero.Within(1e-6));
            Assert.That(
                pooled.Payers.Select(payer => (payer.Title, Math.Round(payer.More.Middle.Value, 6))),
                Is.EqualTo([(Council, Math.Round(-PooledTown.CouncilShare, 6)), (Nhs, Math.Round(-PooledTown.NhsShare, 6))])
            );
            Assert.That(pooled.Helped!.Value, Is.EqualTo(4_500.0).Within(1e-6));
            Assert.That(pooled.TurnedAway.Value, Is.EqualTo(300.0).Within(1e-6));
            Assert.That(pooled.Harm, Is.EqualTo("turns more people away"));
            Assert.That(pooled.Losses, Is.Empty, "150 of 2,400 are six points, and £1,500 of £24,000 a sixteenth");
            Assert.That(pooled.Payback.IsEverMore, Is.False);
        }
    }

    [Test]
    public void Options_that_are_the_same_are_one_line_and_change_no_other()
    {
        var alone = Of(new ToldRun(PooledTown.Answers(), null));
        var twice = Of(new ToldRun(PooledTown.Answers(Twice(PooledTown.Scenario)), null));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(twice.Lines.Select(line => line.Options.Length), Is.EqualTo([2, 1]));
            Assert.That(
                twice.Lines.SelectMany(NumbersOf).Select(number => number.Value),
                Is.EqualTo(alone.Lines.SelectMany(NumbersOf).Select(number => number.Value))
            );
            Assert.That(Lines(twice), Does.Contain("Each pays for its own ="));
        }

        static Scenario Twice(Scenario scenario) =>
            scenario with
            {
                Options = [.. scenario.Options, scenario.BaselineOption with { Id = new("again"), Title = "The same again" }],
            };
    }

    [TestCase(8_000.0, "£16k less", "help (cut from 2026/27)")]
    [TestCase(0.0, "£24k less", "help (ended from 2026/27)")]
    [TestCase(22_000.0, "£2,000 less", "none")]
    [TestCase(24_000.0, "the same", "none")]
    public void A_service_that_ends_or_is_cut_is_named(double budget, string less, string lost)
    {
        var scenario = Town()
            .WithService(Help, service => service with { Budget = Q(24_000.0) })
            .WithOption("other", place => place.WithService(Help, service => service with { Budget = Q(budget), Title = Help }));
        var table = Of(ToldRun.Of(scenario)!);
        if (budget == 24_000.0)
        {
            Assert.That(table.Lines, Has.Length.EqualTo(1));
            return;
        }

        Assert.That(Lines(table), Does.Contain(less).And.Contain(lost));
    }

    [TestCase(5.0, "£12k less", "never spends more")]
    [TestCase(20.0, "£24k more", "not in 1 year")]
    public void Signs_turned_turn_the_words(double cost, string says, string paidBack)
    {
        var scenario = Town()
            .WithBody(Council, body => body with { Income = [new("income", Path(60_000.0))] })
            .WithService(Help, service => service with { Budget = null, Duty = Duty.Statutory })
            .WithOption("other", place => place.WithService(Help, service => service with { Cost = service.Cost with { Unit = Q(cost) } }));

        Assert.That(Lines(Of(ToldRun.Of(scenario)!)), Does.Contain(says).And.Contain(paidBack));
    }

    [Test]
    public void An_option_that_turns_people_away_is_never_the_cheapest()
    {
        var scenario = PooledTown.Scenario.WithService(
            Help,
            service => service with { Cost = service.Cost with { Unit = Q(10.0) with { Spread = Spread(9.0, 11.0), Name = "cost" } } }
        );
        var run = ToldRun.Of(scenario, draws: 50)!;
        var table = Of(run);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Lines[1].Difference!.Middle.Value, Is.Negative, "it is the cheaper of the two");
            Assert.That(table.Lines[1].Harm, Is.EqualTo("turns more people away"));
            Assert.That(table.Lines[1].Cheapest!.Value, Is.Zero);
            Assert.That(table.Lines[0].Cheapest!.Value, Is.EqualTo(1.0));
        }

        static Spread Spread(double low, double high) => new() { Shape = "uniform", Low = low, High = high };
    }

    internal static OptionsTable Of(ToldRun run) =>
        OptionsTable.Of(
            new EvidenceRequest
            {
                Version = "1.0",
                Record = run.Record,
                Answers = run.Answers,
                Grades = GradeStudy.Run(Prepared.Of(run.Answers.Scenario), [.. run.Answers.Options.Select(option => option.Id)]),
            }
        );

    private static IEnumerable<Cited> NumbersOf(OptionLine line) =>
        ((IEnumerable<Cited?>)
            [
                line.Spent, line.Difference?.Middle, line.Difference?.Low, line.Difference?.High, line.InNextYear?.Middle,
                line.InNextYear?.Low, line.InNextYear?.High, .. line.Organisations.SelectMany(NumbersOf), line.Helped, line.TurnedAway,
                line.LifeYears, line.ForOnePound?.Ratio, line.ForOnePound?.Net, line.ForOnePound?.LittleCost, line.Cheapest,
            ]).OfType<Cited>();

    private static IEnumerable<Cited?> NumbersOf(OrganisationLine line) =>
        [line.More.Middle, line.More.Low, line.More.High, line.Gain.Middle, line.Gain.Low, line.Gain.High];

    private static string Lines(OptionsTable table) => string.Join('\n', OptionsText.Write(table).Select(line => line.Text));

    private static double Within(double value) => Math.Max(1e-6, Math.Abs(value) * Rounding);
}
