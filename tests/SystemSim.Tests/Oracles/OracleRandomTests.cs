using NUnit.Framework;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Every option of many random scenarios. Whatever the engine checks of itself (section 11) is checked in each.</summary>
public sealed class OracleRandomTests
{
    private const int Seeds = 200;
    private const int FewSeeds = 40;

    // Less than this part of what was asked is rounding.
    private const double Rounding = 1e-9;
    private List<(string Name, Option Option, PlainResult? Result, string? Refusal)> runs = [];

    [OneTimeSetUp]
    public void RunAll() => runs = [.. Enumerable.Range(0, Seeds).AsParallel().AsOrdered().SelectMany(RunAll)];

    [Test]
    public void Few_are_refused_and_in_words()
    {
        var refused = runs.Where(run => run.Result is null).ToList();

        var readable = string.Join(Environment.NewLine, refused.Select(run => $"{run.Name}: {run.Refusal}"));
        Assert.That(refused, Has.Count.LessThan(runs.Count / 20), readable);
    }

    [Test]
    public void Every_number_is_finite()
    {
        foreach (var (name, _, result, _) in runs.Where(run => run.Result is not null))
        {
            Assert.That(result!.Rows, Has.All.Matches<(string, int, int?, string, double Value)>(row => double.IsFinite(row.Value)), name);
        }
    }

    [TestCase(Duty.Statutory)]
    [TestCase(Duty.Discretionary)]
    public void Limits_bind_about_half_of_the_time(Duty duty)
    {
        List<bool> binds = [];
        foreach (var (_, option, result, _) in runs.Where(run => run.Result is not null))
        {
            var names = option.Place.Services.Where(service => service.Duty == duty).Select(service => service.Id.Name).ToHashSet();
            binds.AddRange(result!.Rows.Where(row => row is { Measure: "unmet", Step: not null } && names.Contains(row.Item))
                .Select(row => row.Value > Rounding * result.Get("asked", row.Year, row.Step, row.Item)));
        }

        Assert.That(binds.Count(bind => bind) / (double)binds.Count, Is.InRange(0.25, 0.75));
    }

    // Shares of the runs in which something of the kind ever happens.
    [TestCase("budgeted_gap", 0.2, 0.8)]
    [TestCase("contingency", 0.5, 1.0)]
    [TestCase("deficit", 0.2, 0.8)]
    [TestCase("returned", 0.2, 0.9)]
    [TestCase("risk_share", 0.05, 0.6)]
    [TestCase("shared_underspend", 0.1, 0.8)]
    [TestCase("waiting", 0.3, 1.0)]
    [TestCase("diverted", 0.2, 0.9)]
    [TestCase("break_charge", 0.05, 0.5)]
    [TestCase("transaction_cost", 0.05, 0.8)]
    [TestCase("borrowing", 0.05, 0.5)]
    [TestCase("centre_meets", 0.02, 0.3)]
    [TestCase("account_deficit", 0.01, 0.3)]
    [TestCase("receipts_used", 0.05, 0.5)]
    [TestCase("debt_repaid", 0.05, 0.6)]
    [TestCase("income_lost", 0.02, 0.5)]
    [TestCase("section_114", 0.05, 0.5)]
    public void Years_end_in_different_ways(string measure, double least, double most)
    {
        var results = runs.Where(run => run.Result is not null).Select(run => run.Result!).ToList();

        var share = results.Count(result => result.Rows.Any(row => row.Measure == measure && row.Value >= 1.0)) / (double)results.Count;

        Assert.That(share, Is.InRange(least, most));
    }

    [Test]
    public void An_option_that_changes_nothing_comes_out_the_same()
    {
        for (var seed = 0; seed < FewSeeds; seed++)
        {
            var scenario = RandomScenario.Make(seed);
            var copy = scenario.BaselineOption with { Id = new("the_same") };
            var missing = Outcome(scenario, scenario.BaselineOption);

            missing.ExceptWith(Outcome(scenario with { Options = [.. scenario.Options, copy] }, copy));

            Assert.That(missing, Is.Empty, $"seed {seed}");
        }
    }

    [Test]
    public void A_pool_for_each_with_its_whole_fund_is_the_same_as_silos()
    {
        var passedOn = 0;
        for (var seed = 0; seed < FewSeeds; seed++)
        {
            var scenario = RandomScenario.Make(seed).WithOwnFundsLikePools();
            foreach (var silos in scenario.Options.Where(option => option.Place.Governance.Funds.All(fund => fund.Pool is null)))
            {
                var missing = Outcome(scenario, silos);
                var pools = silos with { Place = silos.Place with { Governance = PoolForEach(silos.Place.Governance) } };

                missing.ExceptWith(Outcome(scenario with { Options = scenario.Options.Replace(silos, pools) }, pools));

                Assert.That(missing, Is.Empty, $"seed {seed}, {silos.Id}");
                passedOn += silos.Place.Governance.Succession.IsEmpty ? 0 : 1;
            }
        }

        Assert.That(passedOn, Is.GreaterThan(1), "bodies that end");
    }

    private static IEnumerable<(string Name, Option Option, PlainResult? Result, string? Refusal)> RunAll(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        foreach (var option in scenario.Options)
        {
            var (result, refusal) = Try(scenario, option);
            yield return ($"seed {seed}, {option.Id}", option, result, refusal);
        }
    }

    private static (PlainResult? Result, string? Refusal) Try(Scenario scenario, Option option)
    {
        try
        {
            return (PlainEngine.Run(scenario, option), null);
        }
        catch (PlainEngineException refusal)
        {
            return (null, refusal.Message);
        }
    }

    /// <summary>All rows but those that have a fund's name or are summed another way in a pool; none when the run is refused.</summary>
    private static HashSet<(string, int, int?, string, double)> Outcome(Scenario scenario, Option option) =>
        [.. (Try(scenario, option).Result?.Rows ?? []).Where(row => row.Measure is not
            ("contingency" or "budgeted_gap" or "fund_money" or "share_of_money" or "raided" or "break_charge" or "transaction_cost" or "spend"))];

    private static StartOfYear Unruled(Fund fund) =>
        new() { Rule = new BudgetRule.Historic(), BalancesOver = fund.StartOfYear.BalancesOver };

    private static Arrangement PoolForEach(Arrangement silos) => silos with
    {
        Funds =
        [
            .. silos.Funds.Select(fund => fund with { Pays = [], StartOfYear = Unruled(fund) }),
            .. silos.Funds.Where(fund => !fund.Pays.IsEmpty).Select(fund => fund with
            {
                Id = new($"{fund.Id}_pool"),
                Owner = null,
                Pool = new()
                {
                    Host = fund.Owner!.Value,
                    Contributions = [new() { Partner = fund.Owner!.Value, Follow = Follow.WholeFund }],
                    BroughtIn = [.. fund.Pays.Select(service => new ServiceOwner(service, fund.Owner!.Value))],
                    EndOfYear = new(),
                },
            }),
        ],
    };
}
