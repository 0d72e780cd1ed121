using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

public sealed class HeadlineTests
{
    private const double ThousandthOfAPenny = 1e-5;

    [Test]
    public void It_says_what_each_organisation_spends_in_each_year()
    {
        var headline = Headline.From(PooledTown.Answers());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Account(headline, Siloed, Council).Spend, Is.EqualTo([24_000.0, 24_000.0]).Within(ThousandthOfAPenny));
            Assert.That(
                Account(headline, Pooled, Council).Spend,
                Is.EqualTo([24_000.0, 24_000.0 - PooledTown.CouncilShare]).Within(ThousandthOfAPenny)
            );
            Assert.That(Option(headline, Pooled).SpendIn(1), Is.EqualTo(263_000.0).Within(ThousandthOfAPenny));
            Assert.That(Option(headline, Pooled).SpendInAll, Is.EqualTo(527_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void It_says_who_has_gained_by_the_end()
    {
        var headline = Headline.From(PooledTown.Answers());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Account(headline, Pooled, Council).Gain, Is.EqualTo(PooledTown.CouncilShare).Within(ThousandthOfAPenny));
            Assert.That(Account(headline, Pooled, Nhs).Gain, Is.EqualTo(PooledTown.NhsShare).Within(ThousandthOfAPenny));
            Assert.That(Account(headline, Pooled, PoolFund).Gain, Is.Zero);
            Assert.That(Account(headline, Siloed, Council).Gain, Is.Null);
        }
    }

    [Test]
    public void It_says_who_waits_and_who_went_without()
    {
        var town = PooledTown.Scenario.WithService(Help, help => help with { Unmet = new() { Waits = Q(0.5) } });

        var siloed = Option(Headline.From(PooledTown.Answers(town)), Siloed);
        var pooled = Option(Headline.From(PooledTown.Answers()), Pooled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(siloed.Waiting, Is.Zero.Within(ThousandthOfAPenny));
            Assert.That(pooled.Left, Is.EqualTo(300.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void It_says_who_carries_a_deficit_and_of_which_kind()
    {
        var short12 = Town(years: 2).WithBody(Nhs, body => body with { Income = [new("income", Path(228_000.0))] })
            .WithBody(Council, body => body with { Income = [new("income", Path(18_000.0))] })
            .WithService(Help, help => help with { Duty = Duty.Statutory });

        var headline = Headline.From(PooledTown.Answers(short12));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Account(headline, Siloed, Nhs).Deficit, Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
            Assert.That(Account(headline, Siloed, Nhs).MayRunDeficit, Is.True);
            Assert.That(Account(headline, Siloed, Council).Deficit, Is.EqualTo(12_000.0).Within(ThousandthOfAPenny));
            Assert.That(Account(headline, Siloed, Council).MayRunDeficit, Is.False);
            Assert.That(Account(headline, Siloed, Council).Position, Is.EqualTo(-12_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Roles_follow_from_who_pays_and_who_provides()
    {
        var town = PooledTown.Scenario.WithBystander("hubs", income: 0.0)
            .WithService(Help, help => help with { Provider = new("hubs") });

        var headline = Headline.From(PooledTown.Answers(town));

        Assert.That(
            headline.Baseline.Accounts.Select(account => (account.Name, account.Role)),
            Is.EqualTo([
                (Council, AccountRole.Payer),
                (Nhs, AccountRole.PayerAndProvider),
                ("hubs", AccountRole.Provider),
                (PoolFund, AccountRole.Pool),
            ])
        );
    }

    [Test]
    public void Money_is_in_the_prices_that_the_scenario_asks_for()
    {
        var headline = Headline.From(PooledTown.Answers(PooledTown.Deflated));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(headline.PriceBase, Is.EqualTo("2026/27"));
            Assert.That(Account(headline, Siloed, Nhs).Spend, Is.EqualTo([240_000.0, 240_000.0 / 1.1]).Within(ThousandthOfAPenny));
        }
    }

    [TestCase(1, new[] { 0 })]
    [TestCase(2, new[] { 0, 1 })]
    [TestCase(3, new[] { 0, 1, 2 })]
    [TestCase(4, new[] { 0, 1, 2, 3 })]
    [TestCase(10, new[] { 0, 3, 6, 9 })]
    [TestCase(20, new[] { 0, 6, 12, 19 })]
    public void A_few_years_are_shown(int years, int[] shown)
    {
        Assert.That(Headline.YearsToShow(years), Is.EqualTo(shown));
    }

    [Test]
    public void A_new_name_is_nobodys_gain_and_nobodys_loss()
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", "succession-of-names"), []).Scenario!;
        var answers = Answers.Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs);
        var headline = Headline.From(answers);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                headline.Others.SelectMany(option => option.Accounts).Select(account => account.Gain ?? 0.0),
                Is.Not.Empty.And.All.EqualTo(0.0).Within(1e-6)
            );
            Assert.That(
                OverviewLine.Of(headline, null).Select(line => (line.GainsMost?.Name, line.LosesMost?.Name)),
                Is.Not.Empty.And.All.EqualTo(((string?)null, (string?)null))
            );
        }
    }

    [Test]
    public void Every_number_is_found_again_in_the_tidy_rows([Range(1, 40)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            return;
        }

        var headline = Headline.From(answers);
        var positions = answers.Tables.First(table => table.Name == "positions").Rows;
        var spend = positions
            .Where(row =>
                row.About.Measure == "spend"
                && row.About.Against.Length == 0
                && row.Step is null
                && row.About.PriceBase == headline.PriceBase
            )
            .Sum(row => row.Value);
        var told = headline.Options.Sum(option => option.SpendInAll);

        Assert.That(told, Is.EqualTo(spend).Within(1e-9 * Math.Max(1.0, Math.Abs(spend))), $"seed {seed}");
    }

    private static OptionHeadline Option(Headline headline, string option) => headline.Options.Single(known => known.Option.Name == option);

    private static AccountHeadline Account(Headline headline, string option, string account) =>
        Option(headline, option).Accounts.Single(known => known.Name == account);
}
