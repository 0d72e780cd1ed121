using NUnit.Framework;
using SystemSim.Kernel;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>A scenario that is moved and run again has the bits of one that is read, planned and run afresh; whatever number is
/// moved.</summary>
public sealed class PreparedTests
{
    private static IEnumerable<string> Features =>
        Directory
            .GetDirectories(RepositoryFolder.At("scenarios", "features"))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Features))]
    public void A_number_that_is_moved_gives_what_a_fresh_run_with_it_gives(string feature)
    {
        var folder = RepositoryFolder.At("scenarios", "features", feature);
        var scenario = ScenarioReader.Read(folder, []).Scenario!;
        var prepared = Prepared.Of(scenario).ToMove();
        AssertSame(CentralStudy.Run(Prepared.Of(scenario)), CentralStudy.Run(prepared), feature);
        var random = new Random(feature.Length);
        var tiers = new SortedDictionary<Rerun, int>();
        foreach (var path in scenario.Numbers.Select(number => number.Name).Where(name => name.Length > 0).Distinct())
        {
            var factor = $"x {1.0 + (random.Next(-4, 5) * 0.005):0.000}";
            if (ScenarioReader.Read(folder, [$"{path}={factor}"]).Scenario is not { } moved)
            {
                // Shares of one whole cannot be moved one at a time.
                continue;
            }

            var (tier, again) = prepared.With(moved);
            AssertSame(CentralStudy.Run(Prepared.Of(moved)), CentralStudy.Run(again), $"{path} {factor} {tier}");
            tiers[tier] = tiers.GetValueOrDefault(tier) + 1;
        }

        TestContext.Progress.WriteLine($"{feature}: {string.Join(", ", tiers.Select(tier => $"{tier.Value} by {tier.Key}"))}");
    }

    [Test]
    public void A_unit_cost_is_an_input_and_a_step_is_not()
    {
        var folder = RepositoryFolder.At("scenarios", "features", "pressure");
        var prepared = Prepared.Of(ScenarioReader.Read(folder, []).Scenario!).ToMove();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prepared.With(Read("services.walks.cost.unit=x 1.1")).Rerun, Is.EqualTo(Rerun.Inputs));
            Assert.That(prepared.With(Read("horizon.years=3")).Rerun, Is.EqualTo(Rerun.Replan));
        }

        Scenario Read(string set) =>
            ScenarioReader.Read(folder, [set]) is { Scenario: { } scenario } ? scenario : throw new InvalidOperationException(set);
    }

    private static void AssertSame(CentralStudy fresh, CentralStudy again, string what)
    {
        Assert.That(again.Broken, Is.EqualTo(fresh.Broken), what);
        foreach (var (one, other) in fresh.Runs.Zip(again.Runs))
        {
            Assert.That(other.Option.Id, Is.EqualTo(one.Option.Id), what);
            // A row that is known to be nothing is left out by one of them.
            foreach (var row in one.Ledger.Layout.Rows.Union(other.Ledger.Layout.Rows))
            {
                Assert.That(ByYear(other.Ledger, row), Is.EqualTo(ByYear(one.Ledger, row)), $"{what}: {one.Option.Id} {row}");
            }
        }
    }

    private static double[] ByYear(Ledger ledger, LedgerRow row) => ledger.Layout.Rows.IndexOf(row) is >= 0 and var position
        ? [.. Enumerable.Range(0, ledger.YearCount).Select(year => ledger.Year(position, year)[0])]
        : new double[ledger.YearCount];
}
