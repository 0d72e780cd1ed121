using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests.Analysis;

/// <summary>Where there is nothing of a measure, what the scenario would have to state is known; and where it states that, there is
/// something.</summary>
public sealed class UnstatedTests
{
    // These tell when something happens, or of what is chosen, and are there where it is; or they are of kinds of providers that a place
    // may not have. So are most drivers of a bridge.
    private static readonly string[] WhereItHappens =
    [
        "reserves_run_out",
        "cost_of_inaction",
        "into_risk_reserve",
        "break_charge",
        "payback_years",
        "benefit_cost_ratio_fiscal",
        "benefit_cost_ratio_fiscal_after_bias",
        "benefit_cost_ratio_public",
        "benefit_cost_ratio_public_after_bias",
        "paid_to_public",
        "paid_to_voluntary",
        "paid_to_private",
        "paid_in_place",
        "paid_elsewhere",
        "share_in_place",
        "lm3",
    ];

    private static IEnumerable<string> Shipped => Directory.GetDirectories(RepositoryFolder.At("scenarios", "features"))
        .Where(folder => File.Exists(Path.Combine(folder, "scenario.yaml"))).Select(folder => Path.GetFileName(folder)!);

    [Test]
    public void Of_random_scenarios([Range(1, 150)] int seed) => AssertTold(RandomScenario.Make(seed), $"seed {seed}");

    [TestCaseSource(nameof(Shipped))]
    public void Of_every_feature(string feature) =>
        AssertTold(ScenarioReader.Read(RepositoryFolder.At("scenarios", "features", feature), []).Scenario!, feature);

    [Test]
    public void A_frontier_without_weights_says_what_to_add()
    {
        Assert.That(
            Unstated.Of(SmallScenarios.Town(), "quality_adjusted_life_years"),
            Is.EqualTo(
                new Missing(
                    "people.quality is not stated",
                    "add people.quality: what a year lived in each need state is worth, such as {well: 0.95, ill: 0.71}."
                )
            )
        );
    }

    private static void AssertTold(Scenario scenario, string name)
    {
        var study = CentralStudy.Run(Prepared.Of(scenario));
        if (study.Broken is not null)
        {
            return;
        }

        var there = Answers.Of(scenario, study.Runs).Tables.SelectMany(table => table.Rows).Select(row => row.About.Measure).ToHashSet();
        using (Assert.EnterMultipleScope())
        {
            foreach (
                var measure in MeasureCatalogue
                    .All.Select(measure => measure.Name)
                    .Except(WhereItHappens)
                    .Where(measure => !measure.StartsWith("bridge_", StringComparison.Ordinal) || measure == "bridge_last_year")
            )
            {
                Assert.That(
                    Unstated.Of(scenario, measure) is null,
                    Is.EqualTo(there.Contains(measure)),
                    $"{measure}, {name}: {Unstated.Of(scenario, measure)}"
                );
            }
        }
    }
}
