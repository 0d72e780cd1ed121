using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>Every feature, worked by hand, still comes out as its checks say.</summary>
public sealed class FeatureTests
{
    private static readonly string Features = Repository.Find("scenarios", "features");

    private static IEnumerable<string> Names =>
        Directory.GetDirectories(Features).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void A_feature_holds_its_checks(string name)
    {
        var result = ScenarioReader.Read(Path.Combine(Features, name, "scenario.yaml"), []);
        var study = CentralStudy.Run(Prepared.Of(result.Scenario!), bySteps: ExpectationCheck.NeedsSteps(result.Expectations));
        Assert.That(study.Broken, Is.Null);
        var held = ExpectationCheck.Hold(Answers.Of(result.Scenario!, study.Runs), result.Expectations);

        Assert.That(held.SelectMany(of => of.Failures), Is.Empty);
    }
}
