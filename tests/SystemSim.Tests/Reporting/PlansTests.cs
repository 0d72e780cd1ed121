using System.Globalization;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;
using SystemSim.Tests.Analysis;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Reporting;

/// <summary>Medium-term plans and pool accounts add up exactly, in whole units, and are what the tidy files say.</summary>
public sealed class PlansTests
{
    [Test]
    public void A_plan_adds_up_exactly_and_is_what_the_tidy_files_say([Range(1, 80)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            Assert.Ignore("This scenario's run is stopped.");
            return;
        }

        var plans = Plans.Of(answers);
        using (Assert.EnterMultipleScope())
        {
            foreach (var table in plans.Years)
            {
                var (spending, funding) = (table.Of(PlanPart.Spending), table.Of(PlanPart.Funding));
                var (aside, met) = (table.Of(PlanPart.SetAside), table.Of(PlanPart.Met));
                foreach (var year in Enumerable.Range(0, spending.Length))
                {
                    Assert.That(
                        funding[year] - spending[year] + aside[year] + met[year],
                        Is.Zero,
                        $"{table.Option}, {table.Account}, year {year}, seed {seed}"
                    );
                    Assert.That(
                        Line(table, YearsTable.Base)[year],
                        Is.EqualTo(spending[Math.Max(0, year - 1)]),
                        $"{table.Option}, {table.Account}, base of year {year}, seed {seed}"
                    );
                }

                AssertIsTidy(plans, table, seed);
            }
        }

        void AssertIsTidy(Plans plans, YearsTable table, int seed)
        {
            // Each line of each account may be a unit off, and a few go into a sum.
            var off = 12.0 * (plans.InThousands ? 1e3 : 1.0) * answers.Options[0].Place.Organisations.Length;
            foreach (
                var (part, measures) in new[]
                {
                    (PlanPart.Spending, new[] { "spend", "other_spending" }),
                    (PlanPart.Funding, ["income", "provider_surplus", "income_lost", "centre_meets", "account_deficit"]),
                }
            )
            {
                var told = table.Of(part).Select(units => units * (plans.InThousands ? 1e3 : 1.0));
                Assert.That(
                    told,
                    Is.EqualTo(Tidy(table, measures)).Within(off),
                    $"{part} of {table.Account} under {table.Option}, seed {seed}"
                );
            }
        }

        double[] Tidy(YearsTable table, string[] measures) =>
            [
                .. Enumerable
                    .Range(0, answers.Scenario.Horizon.Years)
                    .Select(year => answers.Scenario.Horizon.YearAt(year).ToString())
                    .Select(year =>
                        measures
                            .SelectMany(measure => answers.Rows(table.Option, "", measure))
                            .Where(row => row.Year == year && row.Step is null && row.About.PriceBase == "nominal")
                            .Where(row =>
                                table.Account == YearsTable.Place
                                || TitleOf(row.About.Organisation) == table.Account
                            )
                            .Sum(row => row.About.Measure == "income_lost" ? -row.Value : row.Value)
                    ),
            ];

        string TitleOf(string organisation) =>
            answers.Options[0].Place.Organisations.First(known => known.Id.Name == organisation).Title;
    }

    [Test]
    public void A_pool_account_adds_up_exactly([Range(1, 80)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            Assert.Ignore("This scenario's run is stopped.");
            return;
        }

        foreach (var table in Plans.Of(answers).Pools)
        {
            Assert.That(table.Left, Has.All.Zero, $"{table.Pool} under {table.Option}, seed {seed}");
        }
    }

    [Test]
    public void Lines_of_funding_are_the_income([Range(1, 40)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            Assert.Ignore("This scenario's run is stopped.");
            return;
        }

        var all = answers.Tables.SelectMany(table => table.Rows).Where(row => row.About.Against.Length == 0 && row.Step is null).ToArray();
        var funding = Sums("funding");
        Assert.That(
            Sums("income").Where(income => Math.Abs(income.Value - funding.GetValueOrDefault(income.Key)) > 1e-9 * Math.Abs(income.Value)),
            Is.Empty
        );

        Dictionary<(string, string, string, string), double> Sums(string measure) =>
            all.Where(row => row.About.Measure == measure)
                .GroupBy(row => (row.About.Option, row.About.Organisation, row.Year, row.About.PriceBase))
                .ToDictionary(group => group.Key, group => group.Sum(row => row.Value));
    }

    [TestCase("partner-leaves", "leaves", "nhs", "Least that it pays into pool pool, and all that it pays from 2027/28", 15_000, 15_000)]
    [TestCase("partner-leaves", "stays", "nhs", "Least that it pays into pool pool", 15_000, 15_000)]
    [TestCase("paid-by-the-head", "corridor", "trust", "Corridor of pool pool: most that it bears or keeps alone", 4_368, 4_990)]
    [TestCase("protected-share", "kept", "council", "Protected: what prevention is short of its first share, or has (more)", 0, -12_000)]
    [TestCase("settlement-of-three-years", "evenly", "council", "Planned as one, 2026/27 to 2028/29: money for services and pools", 85_000, 85_000)]
    [TestCase("settlement-of-three-years", "with_reserves", "council", "Planned as one, 2026/27 to 2028/29: money for services and pools", 90_000, 90_000)]
    [TestCase("settlement-of-three-years", "with_reserves", "council", "Planned as one, 2026/27 to 2028/29: reserves that may be used in all", 15_000, 15_000)]
    public void What_is_agreed_stands_beside_the_plan(
        string feature, string option, string account, string line, double first, double second)
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", feature), []).Scenario!;
        var answers = Answers.Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs);

        var table = Plans.Of(answers).Years.Single(table => table.Option == option && table.Account == account);

        Assert.That(Line(table, line).Take(2), Is.EqualTo([(long)first, (long)second]));
    }

    [Test]
    public void What_partners_owe_stands_beside_the_account_of_their_pool()
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", "succession-of-names"), []).Scenario!;
        var answers = Answers.Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs);

        var owed = Plans.Of(answers).Pools.Single(table => table.Option == "new").Lines.Where(line => line.Part == PoolPart.Owed).ToArray();

        using (Assert.EnterMultipleScope())
        {
            // The old council owes until the new one takes the debt on.
            Assert.That(owed.Select(line => line.Partner), Is.EqualTo(["old", "new"]));
            Assert.That(owed[0].Units.Select(units => units > 0), Is.EqualTo([true, false, false]));
            Assert.That(owed[1].Units.Select(units => units > 0), Is.EqualTo([false, true, true]));
        }
    }

    [Test]
    public void The_pool_of_the_town_comes_out_as_on_paper()
    {
        var pool = Plans.Of(PooledTown.Answers()).Pools.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(PoolPart.Contribution), Is.EqualTo([24_000L, 24_000, 240_000, 240_000]));
            Assert.That(Of(PoolPart.Spending), Is.EqualTo([22_500L, 22_500, 240_000, 240_000, 1_500, 500]));
            Assert.That(Of(PoolPart.Share), Is.EqualTo([0L, -91, 0, -909]));
            Assert.That(Of(PoolPart.Kept), Is.EqualTo([0L, 0]));
        }

        long[] Of(PoolPart part) => [.. pool.Lines.Where(line => line.Part == part).SelectMany(line => line.Units)];
    }

    [Test]
    public void A_plan_with_pressures_savings_and_reserves_comes_out_as_on_paper()
    {
        // Prices rise by a tenth; £40,000 of other spending saves £1,000 in the second year; income stays as it is, and reserves of £10,000
        // have a floor of £2,000. Help is given by duty, so that what other spending takes does not come off its budget.
        var scenario = Town(years: 2) with
        {
            Prices = new() { Base = Start, Indices = [new() { Id = new("pay"), Levels = Path(1.0, 1.1) }] },
        };
        scenario = scenario.WithService(Help, service => service with { Duty = Duty.Statutory }).WithBody(Council, body => body with
        {
            Income = [new("council_tax", Path(50_000.0)), new("grants", Path(14_000.0))],
            OtherSpending =
            [
                new()
                {
                    Name = "all else",
                    Amount = new() { Points = [new(Start, Q(40_000.0))], Index = new("pay") },
                    Savings = Path(0.0, 1_000.0),
                },
            ],
            Reserves = new() { General = Q(10_000.0), Floor = Q(2_000.0) },
        });
        var plan = Plans.Of(PooledTown.Answers(scenario)).Years.Single(table => table.Account == Council);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Line(plan, YearsTable.Base), Is.EqualTo([64_000L, 64_000]));
            Assert.That(Line(plan, "Inflation"), Is.EqualTo([0L, 4_000]));
            Assert.That(Line(plan, "Savings"), Is.EqualTo([0L, -1_000]));
            Assert.That(Line(plan, "Council tax"), Is.EqualTo([50_000L, 50_000]));
            Assert.That(Line(plan, "Grants"), Is.EqualTo([14_000L, 14_000]));
            Assert.That(plan.Of(PlanPart.Spending), Is.EqualTo([64_000L, 67_000]));
            Assert.That(Line(plan, "From or (to) reserves"), Is.EqualTo([0L, 3_000]));
            Assert.That(Line(plan, YearsTable.General), Is.EqualTo([10_000L, 7_000]));
            Assert.That(plan.Floor, Is.EqualTo(2_000L));
        }
    }

    [Test]
    public void The_page_shows_the_numbers_of_the_workbook([Values(1, 4, 9)] int seed)
    {
        var answers = PooledTown.RandomAnswers(seed) ?? PooledTown.Answers();
        var run = new ToldRun(answers, null);
        using var bytes = new MemoryStream();
        WorkbookXlsx.Write(new WorkbookContents(run.Run, answers, AssumptionsLog.Of(answers.Scenario, null)), bytes);
        var book = new OpenedBook(bytes.ToArray());
        var plans = Plans.Of(answers);
        var shown = (answers.Options.LastOrDefault(option => option.Id != answers.Scenario.Baseline)?.Id ?? answers.Scenario.Baseline).Name;
        var rows = PlanPages.PlanRows(plans.Years.First(table => table.Option == shown && table.Account == YearsTable.Place));
        var accounts = plans.Pools.Where(table => table.Option == shown).ToArray();

        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, units) in rows)
            {
                AssertShown("Medium-term plan", "", name, units);
            }

            foreach (var account in accounts)
            {
                foreach (var (name, units) in PlanPages.PoolRows(account))
                {
                    // The page names a line with its part; the sheet has a column for that.
                    var (part, line) =
                        name == "= Contributions" ? ("Contribution", name)
                        : name.StartsWith("= Variance", StringComparison.Ordinal) ? ("Variance", name)
                        : Parts.FirstOrDefault(one => name.StartsWith($"{one}: ", StringComparison.Ordinal)) is { } of ? (of, name[(of.Length + 2)..])
                        : ("Spending", name);
                    AssertShown("Section 75", plans.Named(part, account.Pool), line, units);
                }
            }
        }

        void AssertShown(string sheetName, string part, string name, long[] units)
        {
            var sheet = book[sheetName].Cells;
            string[] found =
            [
                .. sheet
                    .Where(cell => cell.Key.StartsWith('B') && cell.Value == name)
                    .Select(cell => cell.Key[1..])
                    .Where(row => part.Length == 0 || sheet[$"A{row}"] == part),
            ];
            Assert.That(found, Has.Length.EqualTo(1), $"{sheetName}: {part} {name}");
            foreach (var (year, amount) in units.Index())
            {
                Assert.That(
                    sheet[$"{(char)('C' + year)}{found[0]}"],
                    Is.EqualTo(amount.ToString(CultureInfo.InvariantCulture)),
                    $"{sheetName}: {part} {name}, {year}"
                );
            }
        }
    }

    private static readonly string[] Parts =
    [
        "Contribution", "Share of the variance", "Into the risk reserve", "Returned", "From or (into) the pool's reserve",
    ];

    private static long[] Line(YearsTable table, string name) => table.Lines.Single(line => line.Name == name).Units;
}
