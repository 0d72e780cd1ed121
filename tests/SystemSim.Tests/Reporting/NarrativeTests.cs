using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;
using SystemSim.Tests.Analysis;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Reporting;

/// <summary>The story of a run: what it must say, whatever comes out, and that it follows from the numbers.</summary>
public sealed class NarrativeTests
{
    private const int Scenarios = 30;

    // Sums are taken in another order.
    private const double Rounding = 1e-9;

    [Test]
    public void Every_number_in_a_sentence_is_that_of_the_tidy_files([Range(1, Scenarios)] int seed, [Values(0, 12)] int draws)
    {
        if (Run(seed, draws) is not { } run)
        {
            return;
        }

        var tidy = new CitedRows(run.Tidy);
        using (Assert.EnterMultipleScope())
        {
            foreach (var number in Told(run.Evidence).SelectMany(prose => prose.Pieces).Select(piece => piece.Number).OfType<Cited>())
            {
                Assert.That(
                    tidy.Sum(number),
                    Is.EqualTo(number.Value).Within(Math.Max(1e-6, Math.Abs(number.Value) * Rounding)),
                    $"{number.Of}, seed {seed}"
                );
            }
        }
    }

    [Test]
    public void Who_pays_more_or_less_is_named_and_nobody_is_said_to_lose_nothing_by_it(
        [Range(1, Scenarios)] int seed,
        [Values(0, 12)] int draws
    )
    {
        if (Run(seed, draws) is not { } run)
        {
            return;
        }

        var evidence = run.Evidence;
        var answer = string.Join(' ', evidence.Story.Answer);
        using (Assert.EnterMultipleScope())
        {
            foreach (var line in evidence.Options.Lines.Where(line => line.NextYear is not null).Take(6))
            {
                foreach (var payer in line.Payers)
                {
                    Assert.That(answer, Does.Contain("Who pays: ").And.Contain($"{payer.Title} £"), $"seed {seed}");
                }

                // The table has room for three beside all together.
                if (
                    line.Payers.Length <= 3
                    && evidence.Story.Payers is { } table
                    && run.Record.Featured is { } told
                    && line.Options.Contains(told)
                )
                {
                    Assert.That(line.Payers.Select(payer => payer.Title), Is.SubsetOf(table.Columns), $"seed {seed}");
                }

                Assert.That(line.Payers.IsEmpty || !answer.Contains("nobody has gained or lost", StringComparison.Ordinal), $"seed {seed}");
            }
        }
    }

    [Test]
    public void A_service_that_ends_or_is_cut_is_named_in_the_first_three_sentences([Range(1, Scenarios)] int seed)
    {
        if (Run(seed, draws: 0) is not { } run)
        {
            return;
        }

        var first = string.Join(' ', run.Evidence.Story.Answer.Take(3));
        var lines = run.Evidence.Options.Lines.Where(line => line.NextYear is not null).Take(3);
        Assert.That(
            lines
                .SelectMany(line => line.Losses)
                .Where(loss => loss.Ends)
                .Select(loss => loss.Title)
                .Where(title => !first.Contains(title)),
            Is.Empty,
            $"seed {seed}: {first}"
        );
    }

    [Test]
    public void A_service_that_closes_is_told_with_its_year_and_reason()
    {
        var town = Town(years: 3).WithOption("closed", place => place.WithService(Help, service => service with { Budget = Q(0.0) }));
        var closed = town with { Options = [.. town.Options.Select(Setting)] };

        Assert.That(
            new ToldRun(PooledTown.Answers(closed), null).Evidence.Story.Answer[1].ToString(),
            Is.EqualTo("From 2026/27 there is no more help, as this option sets it.")
        );

        static Option Setting(Option option) => option.Id.Name == "closed" ? option with { Sets = ["services.help.budget=£0"] } : option;
    }

    [Test]
    public void Fewer_that_ask_are_no_cut()
    {
        var fewer = Town(years: 2)
            .WithOption("fewer", place =>
                place.WithService(Care, service => service with { Demand = service.Demand with { Rates = [null, Q(1.0)] } })
            );

        Assert.That(
            string.Join(' ', new ToldRun(PooledTown.Answers(fewer), null).Evidence.Story.Answer),
            Does.Not.Contain("there is less of").And.Not.Contain("there is no more")
        );
    }

    [Test]
    public void Options_that_are_the_same_are_told_of_once_and_move_no_other_number([Range(1, 20)] int seed)
    {
        if (Run(seed, draws: 0) is not { } run)
        {
            return;
        }

        var scenario = run.Answers.Scenario;
        var last = scenario.Options[^1];
        var twice = scenario with { Options = [.. scenario.Options, last with { Id = new("twin"), Title = "Twin" }] };
        if (ToldRun.Of(twice) is not { } twin)
        {
            return;
        }

        var (before, after) = (run.Evidence.Options.Lines, twin.Evidence.Options.Lines);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after, Has.Length.EqualTo(before.Length), $"seed {seed}");
            Assert.That(after.Select(line => line.Spent.Value), Is.EqualTo(before.Select(line => line.Spent.Value)), $"seed {seed}");
            Assert.That(
                after.Select(line => line.Difference?.Middle.Value),
                Is.EqualTo(before.Select(line => line.Difference?.Middle.Value)),
                $"seed {seed}"
            );
            Assert.That(string.Join(' ', twin.Evidence.Story.Options), Does.Contain("‘Twin’ are the same in every number"), $"seed {seed}");
        }
    }

    // The same town with either of two costs as the baseline: what is more the one way is less the other.
    [TestCase(80.0, 120.0)]
    [TestCase(120.0, 80.0)]
    public void Where_every_sign_turns_every_title_and_sentence_turns(double here, double there)
    {
        var evidence = new ToldRun(
            PooledTown.Answers(
                Town(years: 3).WithService(Care, service => service with { Cost = service.Cost with { Unit = Q(here) } })
                    .WithOption("other", place =>
                        place.WithService(Care, service => service with { Cost = service.Cost with { Unit = Q(there) } })
                    )
            ),
            null
        ).Evidence;
        var (says, not) = there > here ? ("more", "less") : ("less", "more");

        using (Assert.EnterMultipleScope())
        {
            foreach (var chart in evidence.Pictures.Where(chart => chart.Name is "difference" or "options"))
            {
                Assert.That(chart.Title, Does.Contain($" {says}").And.Not.Contain($" {not}"), chart.Name);
            }

            Assert.That(evidence.Story.Whole!.ToString(), Does.Contain($" {says} is spent").And.Not.Contain($" {not}"));
            Assert.That(evidence.Story.Answer[0].ToString(), Does.Contain($" {says} is spent").And.Not.Contain($" {not}"));
            Assert.That(
                evidence.Pictures.Single(chart => chart.Name == "break-even").Title,
                there > here ? Does.Contain("never breaks even") : Does.Contain("less")
            );
        }
    }

    [Test]
    public void A_saving_by_turning_people_away_is_called_none()
    {
        var evidence = new ToldRun(PooledTown.Answers(), null).Evidence;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(evidence.Pictures.Single(chart => chart.Name == "difference").Title, Does.Contain("300 more turned away"));
            Assert.That(
                evidence.Pictures.Select(chart => chart.Title).Concat(evidence.Story.Answer.Select(sentence => sentence.ToString())),
                Has.None.Contains("sav")
            );
        }
    }

    [Test]
    public void Which_option_is_told_of_follows_from_the_file_and_from_who_asks()
    {
        var town = Town(years: 1).WithOption("one", place => place).WithOption("other", place => place);
        OptionId[] names = [new("one"), new("other")];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Featured.Of(town, town.Options, told: null), Is.Null);
            Assert.That(Featured.Of(town with { Headline = names[0] }, town.Options, told: null), Is.EqualTo(names[0]));
            Assert.That(Featured.Of(town with { Headline = names[0] }, town.Options, names[1]), Is.EqualTo(names[1]));
            Assert.That(Featured.Of(town, [town.BaselineOption, town.Options[^1]], told: null), Is.EqualTo(names[1]));
            Assert.That(
                Featured.Of(town with { Headline = names[0] }, [town.BaselineOption, town.Options[^1]], told: null),
                Is.EqualTo(names[1])
            );
            Assert.That(Featured.Of(town, [town.BaselineOption], told: null), Is.Null);
        }
    }

    [Test]
    public void A_first_page_has_no_path_no_base_unit_and_no_count_of_none([Range(1, Scenarios)] int seed, [Values(0, 12)] int draws)
    {
        if (Run(seed, draws) is not { } run)
        {
            return;
        }

        var page = WebUtility.HtmlDecode(Encoding.UTF8.GetString(Rendering.Summary(run.Evidence)));
        var first = Regex.Replace(
            Regex.Replace(page.Split("class=\"officers\"")[0].Split("<main>")[1], "<svg.*?</svg>", "", RegexOptions.Singleline),
            "<[^>]*>",
            " "
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Regex.Match(first, @"\b(services|people|organisations|governance|prices|effects|factors)\.\w").Value,
                Is.Empty,
                $"seed {seed}"
            );
            Assert.That(Regex.Match(first, @"(?<![\d.])\b0 of\b").Value, Is.Empty, $"seed {seed}");
            Assert.That(first, Does.Not.Contain("GBP").And.Not.Contain("NaN"), $"seed {seed}");
        }
    }

    [TestCase(0.2771, 0.12, "share", "28%", "12%")]
    [TestCase(0.04137, 0.04, "share a year", "4.1% a year", "4% a year")]
    [TestCase(330.0, 305.0, "GBP a unit", "£330", "£305")]
    [TestCase(59.73, 60.0, "GBP a unit", "£59.73", "£60")]
    [TestCase(161_663.0, 300_000.0, "GBP a year", "£162,000 a year", "£300,000 a year")]
    [TestCase(17_219.0, 17_216.0, "GBP", "£17,219", "£17,216")]
    [TestCase(105.0, 105.0, "GBP", "£105", "£105")]
    [TestCase(105.004, 105.001, "GBP a unit", "£105.004", "£105.001")]
    [TestCase(105.5, 105.0, "GBP", "£105.50", "£105")]
    [TestCase(0.75, 1.0, "years", "9 months", "1 year")]
    [TestCase(1_234_000.0, 1_000_000.0, "GBP a year", "£1.2m a year", "£1m a year")]
    [TestCase(0.026, 0.022, "share a year", "2.6% a year", "2.2% a year")]
    public void Numbers_are_written_as_people_write_them(double one, double other, string unit, string first, string second)
    {
        Assert.That(PlainNumber.Pair(one, other, unit), Is.EqualTo((first, second)));
    }

    [TestCase("services.care.cost.unit", 17_219.0, 10_000.0, "£330 a week", "£192 a week")]
    [TestCase("factors.all_demand", 0.87, 1.0, "87% of what is assumed", "100% of what is assumed")]
    [TestCase("organisations.council.reserves.general", 17_219.0, 10_000.0, "£17,200", "£10,000")]
    public void Care_is_paid_by_the_week_and_a_factor_is_a_share(string path, double one, double other, string first, string second)
    {
        var scenario = Town(years: 1) with
        {
            Numbers =
            [
                new Quantity { Name = path, Value = one, Unit = path.EndsWith("unit", StringComparison.Ordinal) ? "GBP a year" : "GBP" },
            ],
        };

        Assert.That(PlainNumber.Pair(one, other, Written.Of(scenario, path)), Is.EqualTo((first, second)));
    }

    [TestCase("services.help.cost.unit", "Help: unit cost")]
    [TestCase("services.help.effects.demand care.less", "Help: effect on demand for Care")]
    [TestCase("organisations.nhs.income.allocation.growth", "NHS: growth of allocation")]
    [TestCase("people.moves.well -> ill.chance", "People: moves from Well to Ill, chance")]
    [TestCase("factors.all_demand", "All demand")]
    public void Paths_have_labels(string path, string label)
    {
        Assert.That(new NumberLabels(Town(years: 1)).Of(path), Is.EqualTo(label));
    }

    [TestCase(0.0, "in no simulation")]
    [TestCase(0.001, "in less than 1 of 100 simulations")]
    [TestCase(0.83, "in 83 of 100 simulations")]
    [TestCase(0.999, "in more than 99 of 100 simulations")]
    [TestCase(1.0, "in every simulation")]
    public void Chances_are_counts(double chance, string says)
    {
        Assert.That(Figures.Chance(chance), Is.EqualTo(says));
    }

    [Test]
    public void A_range_of_which_little_is_drawn_is_too_narrow_to_use()
    {
        var wide = Town(years: 1)
            .WithOption("dear", place =>
                place.WithService(Care, service =>
                    service with
                    {
                        Cost = service.Cost with { Unit = Stated("services.care.cost.unit", 120.0) },
                    }
                )
            );
        var numbers = wide with { Numbers = [Stated("services.care.cost.unit", 120.0)] };

        Assert.That(
            new RangeCoverage(1, 59, 0.49).IsTooNarrow && !new RangeCoverage(30, 59, 0.5).IsTooNarrow && CoverageStudy.Run(
                Prepared.Of(numbers),
                new("dear")
            ) is { Ranged: 0, Share: 0.0 }
        );

        static Quantity Stated(string name, double value) => Quantity.Of(value) with { Name = name };
    }

    private static ToldRun? Run(int seed, int draws)
    {
        var scenario = draws == 0 ? RandomScenario.Make(seed) : RandomScenario.Uncertain(seed);
        var run = ToldRun.Of(scenario, draws);
        if (run is null or { Draws.Used: < 2 })
        {
            Assert.Pass("An invariant stopped this one.");
            return null;
        }

        return run;
    }

    private static IEnumerable<Prose> Told(Evidence evidence) =>
        [
            .. evidence.Story.Answer,
            .. evidence.Story.Options,
            .. evidence.Story.Turns,
            .. evidence.Story.Trust,
            .. evidence.Claims.SelectMany(claim => (Prose[])[claim.Sentence, claim.Opponent, claim.Reply]),
            .. evidence.Story.Payers?.Rows.SelectMany(row => row).Select(cell => cell.Says ?? ToProse(cell)) ?? [],
            .. evidence
                .Story.ByYear.SelectMany(table => table.Rows)
                .SelectMany(row => row)
                .Select(ToProse)
                .Where(prose => prose.Pieces[0].Number is not { Of: "" }),
        ];

    private static Prose ToProse(PageCell cell) => new([new Piece(cell.Text, cell.Number)]);
}
