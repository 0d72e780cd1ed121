using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>How measures hang together, added up again from what came out.</summary>
public sealed class OracleMeasureTests
{
    private const int Seeds = 500;
    private const double Rounding = 1e-9;
    private const double ThousandthOfAPenny = 1e-5;
    private List<(string Name, Scenario Scenario, Option Option, PlainResult Result)> runs = [];

    [OneTimeSetUp]
    public void RunAll() => runs = [.. Enumerable.Range(0, Seeds).AsParallel().AsOrdered().SelectMany(RunAll)];

    [Test]
    public void Every_pound_comes_from_somewhere_and_goes_somewhere()
    {
        foreach (var (name, scenario, option, result) in runs)
        {
            var before = Opening(scenario, option);
            for (var y = 0; y < scenario.Horizon.Years; y++)
            {
                var year = y;
                double Sum(params string[] measures) =>
                    result.Rows.Where(row => row.Step is null && row.Year == year && measures.Contains(row.Measure)).Sum(row => row.Value);
                var fromWorld = Sum("income", "charges", "centre_meets", "brought_in");
                var toWorld = Sum("other_spending", "provider_cost", "set_up", "running", "transaction_cost", "returned")
                    + Sum("debt_interest", "income_lost");
                var after = Sum("position");
                var size = Rounding * (fromWorld + Sum("payment", "full_cost") + 1.0);

                using (Assert.EnterMultipleScope())
                {
                    Assert.That(before + fromWorld - toWorld, Is.EqualTo(after).Within(size), $"{name}, year {y}");
                    Assert.That(
                        Sum("payment", "charges", "break_charge") - Sum("provider_cost"),
                        Is.EqualTo(Sum("provider_surplus")).Within(size),
                        $"{name}, year {y}");
                }

                before = after;
            }
        }
    }

    [Test]
    public void Steps_add_up_to_their_year()
    {
        string[] flows = ["payment", "charges", "provider_cost", "full_cost", "full_cost_fixed", "delivered", "volume"];
        foreach (var (name, _, _, result) in runs)
        {
            foreach (var sums in result.Rows.Where(row => flows.Contains(row.Measure)).GroupBy(row => (row.Measure, row.Year, row.Item)))
            {
                var year = sums.Single(row => row.Step is null).Value;

                Assert.That(
                    sums.Where(row => row.Step is not null).Sum(row => row.Value),
                    Is.EqualTo(year).Within(Rounding * (1.0 + sums.Sum(row => Math.Abs(row.Value)))),
                    $"{name}: {sums.Key}");
            }
        }
    }

    [Test]
    public void Shares_of_an_overspend_add_up_to_it_and_are_never_negative()
    {
        var overspent = 0;
        foreach (var (name, scenario, option, result) in runs)
        {
            var held = new Dictionary<FundId, double>();
            for (var y = 0; y < scenario.Horizon.Years; y++)
            {
                foreach (var fund in option.PlaceIn(scenario.Horizon.YearAt(y)).Governance.Funds.Where(fund => fund.Pool is not null))
                {
                    var before =
                        held.GetValueOrDefault(fund.Id)
                        + fund.Pool!.Contributions.Sum(paid => result.Year("into_risk_reserve", y, $"{paid.Partner}|{fund.Id}"));
                    var reserve = result.Year("reserves", y, fund.Id.Name);
                    var over = Overspend(result, y, fund);
                    var shares = fund.Pool!.Contributions.Select(paid => result.Year("risk_share", y, $"{paid.Partner}|{fund.Id}"))
                        .ToList();
                    var shared = fund.Pool.Contributions.Sum(paid => result.Year("shared_underspend", y, $"{paid.Partner}|{fund.Id}"));
                    var isOwn = fund.Pool.EndOfYear.RiskShare == RiskShare.EachItsOwn;
                    var size = Rounding * result.Size("payment");

                    using (Assert.EnterMultipleScope())
                    {
                        Assert.That(shares, Has.All.GreaterThanOrEqualTo(-size), $"{name}, {fund.Id}, year {y}");
                        Assert.That(
                            shares.Sum(),
                            Is.EqualTo(over + shared + result.Year("returned", y, fund.Id.Name) - (before - reserve)).Within(size),
                            $"{name}, {fund.Id}, year {y}"
                        );
                        Assert.That(
                            isOwn || Math.Min(shares.Sum(), shared) < size,
                            Is.True,
                            $"{name}, {fund.Id}, year {y}: nobody keeps what others overspend"
                        );
                    }

                    overspent += over > 1.0 ? 1 : 0;
                    held[fund.Id] = reserve;
                }
            }
        }

        Assert.That(overspent, Is.GreaterThan(50));
    }

    [Test]
    public void Nobody_but_the_host_bears_more_than_its_cap()
    {
        var capped = 0;
        foreach (var (name, scenario, option, result) in runs)
        {
            for (var y = 0; y < scenario.Horizon.Years; y++)
            {
                foreach (
                    var fund in option
                        .PlaceIn(scenario.Horizon.YearAt(y))
                        .Governance.Funds.Where(fund => fund.Pool is { EndOfYear.Excluded.IsEmpty: true })
                )
                {
                    foreach (var cap in fund.Pool!.EndOfYear.Caps.Where(cap => cap.Partner != fund.Pool.Host))
                    {
                        var most = new PlainPlace(scenario, option.Place).At(cap.Amount, y);
                        var share = result.Year("risk_share", y, $"{cap.Partner}|{fund.Id}");

                        Assert.That(
                            share,
                            Is.LessThanOrEqualTo(most + (Rounding * result.Size("payment"))),
                            $"{name}, {fund.Id}, year {y}"
                        );
                        capped += share > 0.99 * most ? 1 : 0;
                    }
                }
            }
        }

        Assert.That(capped, Is.GreaterThan(5));
    }

    // As long as wards fill the peak exactly: a ward that was nearly empty frees more cash than its last patients cost.
    [Test]
    public void What_is_avoided_is_cash_capacity_or_stranded(
        [Values(null, 1.0, 0.5, 0.25, 0.1)] double? blocksOf,
        [Values(null, 0.25, 1.0)] double? releasedAfter,
        [Values(0.99, 0.87, 0.5, 0.13, 0.0)] double growth)
    {
        var town = Town(years: 2).WithService(Care, service => service with
        {
            Cost = service.Cost with
            {
                Fixed = Q(0.31),
                SemiFixed = Q(0.42),
                BlocksOf = blocksOf is { } share ? Q(share) : null,
                ReleasedAfter = releasedAfter,
            },
        }).WithOption("less", place => place.WithService(Care, service =>
            service with { Demand = service.Demand with { Growth = Path(1.0, growth) } }));
        var (more, less) = (PlainEngine.Run(town), PlainEngine.Run(town, "less"));

        for (var s = 0; s < 12; s++)
        {
            var avoided = (more.Get("volume", 1, s, Care) - less.Get("volume", 1, s, Care)) * 100.0;
            var cash = more.Get("provider_cost", 1, s, Care) - less.Get("provider_cost", 1, s, Care);
            var stranded = more.Get("full_cost_fixed", 1, s, Care) - less.Get("full_cost_fixed", 1, s, Care);
            var capacity = avoided - cash - stranded;

            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    more.Get("full_cost", 1, s, Care) - less.Get("full_cost", 1, s, Care),
                    Is.EqualTo(avoided).Within(ThousandthOfAPenny)
                );
                Assert.That(stranded, Is.EqualTo(0.31 * avoided).Within(ThousandthOfAPenny));
                Assert.That(cash, Is.GreaterThanOrEqualTo((0.27 * avoided) - ThousandthOfAPenny));
                Assert.That(capacity, Is.InRange(-ThousandthOfAPenny, (0.42 * avoided) + ThousandthOfAPenny));
            }
        }
    }

    private static IEnumerable<(string Name, Scenario Scenario, Option Option, PlainResult Result)> RunAll(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        foreach (var option in scenario.Options)
        {
            if (Run(scenario, option) is { } result)
            {
                yield return ($"seed {seed}, {option.Id}", scenario, option, result);
            }
        }
    }

    private static PlainResult? Run(Scenario scenario, Option option)
    {
        try
        {
            return PlainEngine.Run(scenario, option);
        }
        catch (PlainEngineException)
        {
            return null;
        }
    }

    private static double Value(Scenario scenario, Quantity? quantity) =>
        new PlainPlace(scenario, scenario.BaselineOption.Place).Value(quantity, 0.0);

    private static double Opening(Scenario scenario, Option option) =>
        option.Places.First().Bodies.Sum(body =>
            Value(scenario, body.Reserves?.General)
            + (body.Reserves?.Earmarked ?? []).Sum(reserve => Value(scenario, reserve.Amount))
            - Value(scenario, body.BroughtForward)
            - Value(scenario, body.Capitalisation?.OpeningDebt?.Amount)
        );

    /// <summary>What a pool spent beyond its money, ring-fenced services settled; negative when it spent less.</summary>
    private static double Overspend(PlainResult result, int y, Fund fund)
    {
        var name = fund.Id.Name;
        var contributed = fund.Pool!.Contributions.Sum(paid => result.Year("contribution", y, $"{paid.Partner}|{name}"));
        var fenced = fund.Pool.Contributions.Sum(paid => result.Year("ring_fence", y, $"{paid.Partner}|{name}"));
        string[] costs = ["set_up", "running", "transaction_cost"];
        return costs.Sum(measure => result.Year(measure, y, name))
            + fund.Pays.Sum(service => result.Year("payment", y, service.Name) + result.Year("break_charge", y, service.Name))
            + fenced
            - contributed;
    }
}
