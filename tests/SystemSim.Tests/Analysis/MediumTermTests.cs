using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

public sealed class MediumTermTests
{
    [Test]
    public void The_drivers_add_up_to_what_is_spent([Range(1, 60)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            return;
        }

        var own = answers
            .Tables.SelectMany(table => table.Rows)
            .Where(row => row.About.Against.Length == 0 && row.Step is null && row.About.PriceBase == "nominal")
            .ToList();
        var bridges = own.Where(row => row.About.Measure.StartsWith("bridge_", StringComparison.Ordinal)).ToList();
        foreach (var option in answers.Options)
        {
            var pools = option.Place.Governance.Funds.Where(fund => fund.Pool is not null).Select(fund => fund.Id.Name).ToHashSet();
            foreach (
                var year in Enumerable
                    .Range(1, answers.Scenario.Horizon.Years - 1)
                    .Select(year => answers.Scenario.Horizon.YearAt(year).ToString())
            )
            {
                foreach (var organisation in option.Place.Organisations.Select(organisation => organisation.Id.Name))
                {
                    Same(
                        Sum(bridges, "bridge_", organisation, ""),
                        Sum(own, "spend", organisation, "") + Sum(own, "other_spending", organisation, ""),
                        Sum(bridges, "bridge_last_year", organisation, "")
                    );
                }

                foreach (var pool in pools)
                {
                    Same(
                        Sum(bridges, "bridge_", "", pool),
                        Sum(own, "payment", "", pool)
                            + Sum(own, "set_up", "", pool)
                            + Sum(own, "running", "", pool)
                            + Sum(own, "break_charge", "", pool)
                            + Sum(own, "transaction_cost", "", pool),
                        Sum(bridges, "bridge_last_year", "", pool)
                    );
                }

                double Sum(List<Observation> rows, string measure, string organisation, string fund) =>
                    rows.Where(row =>
                            row.About.Option == option.Id.Name
                            && row.Year == year
                            && row.About.Measure.StartsWith(measure, StringComparison.Ordinal)
                        )
                        .Where(row => row.About.Organisation == organisation && (fund.Length == 0 || row.About.Fund == fund))
                        .Sum(row => row.Value);

                // Who ends spends nothing any more, and drivers as large as its last year cancel.
                void Same(double bridge, double spent, double last) => Assert.That(
                    bridge,
                    Is.EqualTo(spent).Within(1e-8 * (1.0 + Math.Abs(spent) + Math.Abs(last))),
                    $"{option.Id} {year}");
            }
        }
    }

    [Test]
    public void Paying_in_to_a_pool_less_is_a_driver_of_its_own()
    {
        var answers = PooledTown.Answers();

        // The council pays in £24,000 in both years; in the second £1,000 is shared, one part in eleven to it.
        var rows = answers
            .Rows(Pooled, "", "bridge_pools")
            .Where(row => row.About.Organisation == Council && row.About.PriceBase == "nominal");

        Assert.That(rows.Select(row => row.Value), Is.EqualTo(new[] { -PooledTown.CouncilShare }).Within(1e-6));
    }

    [Test]
    public void A_gap_is_told_in_council_tax()
    {
        var scenario = Town()
            .WithService(Help, service => service with { Duty = Duty.Statutory })
            .WithBody(Council, body => body with { Income = [new("council_tax", Path(20_000.0))] });

        Assert.That(PooledTown.Answers(scenario).Rows(Siloed, "", "gap_in_council_tax").Single().Value, Is.EqualTo(0.2).Within(1e-9));
    }

    [TestCase(10_000.0, ExpectedResult = 3.0)]
    [TestCase(100_000.0, ExpectedResult = null)]
    [TestCase(0.0, ExpectedResult = null)]
    public double? Reserves_run_out_in_a_year(double reserves)
    {
        var scenario = Town(years: 4)
            .WithService(Help, service => service with { Duty = Duty.Statutory })
            .WithBody(Council, body => body with
            {
                Income = [new("council_tax", Path(20_000.0))],
                Reserves = new()
                {
                    General = Q(reserves),
                }
            });

        return PooledTown.Answers(scenario).Rows(Siloed, "", "reserves_run_out") is [var row] ? row.Value : null;
    }
}
