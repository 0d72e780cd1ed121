using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>What several arrangements state is one quantity: looked at once, and moved alone where its path is named. The pool and its twin
/// cost £5,000 a year to run, 10% less to 5% more.</summary>
public sealed class OneQuantityTests
{
    private const string Running = "governance.*.pools.*.running";
    private const string Twin = "governance.twin_pooled.pools.pool.running";

    private static readonly Selection Spend = new() { Measure = "running", Year = SmallScenarios.Start };

    private static readonly Scenario Pools = TwinArrangements.Read(
        RepositoryFolder.At("scenarios", "features", "set-up-and-running", "scenario.yaml"),
        renamesPools: false
    );

    [Test]
    public void A_tornado_shows_it_once_and_moves_it_wherever_it_stands()
    {
        var own = TornadoStudy.Run(Prepared.Of(Pools), Spend, new("pooled"), null)!.Bars.Single(bar => bar.Quantity == Running);
        var difference = TornadoStudy
            .Run(Prepared.Of(Pools), Spend, new("twin_pooled"), new("pooled"))!
            .Bars.Single(bar => bar.Quantity == Running);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((own.AtLow, own.AtHigh), Is.EqualTo((4_500.0, 5_250.0)).Within(1e-6));
            Assert.That((difference.AtLow, difference.AtHigh), Is.EqualTo((0.0, 0.0)));
        }
    }

    [Test]
    public void What_is_drawn_of_it_is_looked_at_once()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                PreviewStudy.Run(Prepared.Of(Pools), 8).Numbers.Select(number => number.Name),
                Is.EqualTo(["governance.*.pools.*.set_up", Running])
            );
            Assert.That(
                SobolStudy
                    .Run(Prepared.Of(Pools), Spend, new("pooled"), null, new DrawRequest { Draws = 64 })!
                    .Indices.SelectMany(index => index.Names),
                Is.EquivalentTo(["governance.*.pools.*.set_up", Running])
            );
        }
    }

    [TestCase(Twin, 5_000.0)]
    [TestCase(Running, null)]
    public void A_path_moves_its_own_number_alone_and_the_name_of_all_moves_all(string quantity, double? crossing)
    {
        var found = SwitchingStudy.Run(Prepared.Of(Pools), Spend, new("twin_pooled"), new("pooled"), quantity, (1_000.0, 8_000.0))!;

        Assert.That(found.Crossings.Select(where => (double?)Math.Round(where.Value, 6)).DefaultIfEmpty().Single(), Is.EqualTo(crossing));
    }
}
