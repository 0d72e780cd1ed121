using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>
/// What changes the strength of an effect changes the number that is written. 2,400 visits a year are asked without any effect, at £10;
/// half of those who ask gp have 0.6 times as much need of it and a fifth 1.5 times; half of those who ask care need 40% less and a fifth
/// 50% more.
/// </summary>
public sealed class StrengthsAsWrittenTests
{
    private const string Risk = "effects.demand gp.relative_risk";
    private const string Rise = "effects.demand care #2.more";
    private const double Rounding = 1e-9;

    [Test]
    public void A_factor_multiplies_what_is_written()
    {
        // 0.9 in the place of 0.6, and 100% more in the place of 50%.
        var spend = Spend(Read("factors={worse: {value: 1.5, on: ['" + Risk + "']}, twice: {value: 2, on: ['" + Rise + "']}}"));

        Assert.That(spend, Is.EqualTo(Gp(0.9) + Care(1.0)).Within(Rounding));
    }

    [TestCase(Risk, "{value: 0.6, low: 0.5, high: 0.8, shape: uniform}", 0.53, 0.77)]
    [TestCase(Rise, "{value: 50%, low: 20%, high: 70%, shape: uniform}", 0.25, 0.65)]
    public void A_tornado_moves_what_is_written_from_its_low_to_its_high(string path, string range, double low, double high)
    {
        var scenario = Read($"{path}={range}");

        var bar = TornadoStudy.Run(Prepared.Of(scenario), new Selection { Measure = "spend" }, scenario.Baseline, null)!.Bars.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bar.Quantity, bar.Low, bar.High), Is.EqualTo((path, low, high)).Within(Rounding));
            Assert.That(bar.AtLow, Is.EqualTo(path == Risk ? Gp(low) + Care(0.5) : Gp(0.6) + Care(low)).Within(1e-6));
            Assert.That(bar.AtHigh, Is.EqualTo(path == Risk ? Gp(high) + Care(0.5) : Gp(0.6) + Care(high)).Within(1e-6));
        }
    }

    [TestCase(Risk, 0.5)]
    [TestCase(Rise, 0.5)]
    [TestCase(Rise, 1.25)]
    public void A_table_of_draws_gives_what_is_written(string path, double given)
    {
        var scenario = Read();
        scenario = scenario with { Drawing = new Drawing { Given = [new GivenDraws(path, [given])] } };

        var kept = DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = 1, KeepsDraws = true }).Kept!;
        var spend = kept
            .Outcomes.Index()
            .Single(outcome => outcome.Item is { About: { Measure: "spend", Organisation: "", Against: "" } })
            .Index;

        Assert.That(kept.Values[spend][1], Is.EqualTo(path == Risk ? Gp(given) + Care(0.5) : Gp(0.6) + Care(given)).Within(1e-6));
    }

    [TestCase("{value: 0.6, low: 0.5, high: 0.75}", 0.75)]
    [TestCase("{mean: 0.6, sd: 0.1, shape: lognormal}", null)]
    public void A_relative_risk_is_drawn_as_it_is_written(string written, double? high)
    {
        var drawn = PreviewStudy.Run(Prepared.Of(Read($"{Risk}={written}")), 4_000).Numbers.Single();

        // A relative risk is never negative, and its tenth and ninetieth percentiles are those stated.
        using (Assert.EnterMultipleScope())
        {
            Assert.That((drawn.Name, drawn.Central), Is.EqualTo((Risk, 0.6)));
            Assert.That(drawn.Sampled!.Mean, Is.EqualTo(high is null ? 0.6 : drawn.Sampled.Mean).Within(5.0 * 0.1 / Math.Sqrt(4_000)));
            Assert.That(drawn.Theory!.P50, Is.EqualTo(high is null ? 0.6 / Math.Sqrt(1.0 + (1.0 / 36.0)) : 0.6).Within(1e-9));
        }
    }

    private static double Gp(double risk) => 24_000.0 * (1.0 - (0.5 * (1.0 - risk))) * 1.1;

    private static double Care(double rise) => 24_000.0 * 0.8 * (1.0 + (0.2 * rise));

    private static double Spend(Scenario scenario) =>
        Answers
            .Of(scenario, CentralStudy.Run(Prepared.Of(scenario)).Runs)
            .Rows(scenario.Baseline.Name, "", "spend")
            .Where(row => row.Step is null)
            .Sum(row => row.Value);

    private static Scenario Read(params string[] overrides)
    {
        var result = ScenarioReader.Read(RepositoryFolder.At("scenarios", "features", "raise-and-lower"), overrides);
        Assert.That(result.Problems, Is.Empty);
        return result.Scenario!;
    }
}
