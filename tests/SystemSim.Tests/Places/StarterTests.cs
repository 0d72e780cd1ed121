using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Places;

namespace SystemSim.Tests;

/// <summary>What a council's starter model does: read as strictly as can be, run, and held to what it was made from.</summary>
public sealed class StarterTests
{
    // Kinds, regions and oddities: derived money, impossible counts, the estimate in place of the projection, the largest and the smallest.
    private static readonly string[] Some =
    [
        "Torbay",
        "Ealing",
        "Hackney",
        "Plymouth",
        "Cumberland",
        "Cornwall",
        "Kent",
        "Rutland",
        "Birmingham",
        "Oldham",
        "Thurrock",
        "Middlesbrough",
    ];

    private static IEnumerable<string> Others => Councils.All.Select(council => council.ShortName).Except(Some);

    [TestCaseSource(nameof(Some))]
    public void A_starter_model_reads_strictly_runs_and_gives_what_it_was_made_from(string name) => Hold(name);

    // Explicit: .ci/places runs these too.
    [Explicit]
    [TestCaseSource(nameof(Others))]
    public void So_does_every_other(string name) => Hold(name);

    [Test]
    public void Fitted_money_comes_out_and_nothing_is_below_nothing()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var model in Councils.All.Select(council => new StarterModel(council)))
            {
                var (networks, classes, _) = model.Prevention;
                var prevention = (networks + classes + model.ReablementBudget) / 1.0404;
                var explained = model.LongTermCare + model.Support + model.RestOfCare + prevention;
                Assert.That(explained / model.Council.Money.CareGross, Is.EqualTo(1.0).Within(0.005), model.Council.Name);
                double[] money = [model.FromTheNhs, model.Support, model.RestOfCare, model.RestOfNhs, model.BetterCareServices];
                Assert.That(money, Is.All.GreaterThanOrEqualTo(0.0), model.Council.Name);
                double[] levels = [model.CareLevels.HomeCare, model.CareLevels.Homes, model.NhsLevels.Acute, model.NhsLevels.Community];
                Assert.That(levels, Is.All.GreaterThan(0.0), model.Council.Name);
                Assert.That(model.RestOfNhsShare, Is.GreaterThan(0.0), model.Council.Name);
            }
        }
    }

    [Test]
    public void Attendances_and_admissions_are_as_many_as_England_has()
    {
        var models = Councils.All.Select(council => new StarterModel(council)).ToArray();
        var england = England.Figures;
        var people = models.Sum(model => model.People.All);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                models.Sum(model => model.People.Times(england.Rates("ae")) * model.EmergencyLevels.Attendances) / people,
                Is.EqualTo(26_278_922 / 57_690_323.0).Within(2).Percent);
            Assert.That(
                models.Sum(model => model.People.Times(england.Rates("emergency_admission")) * model.EmergencyLevels.Admissions) / people,
                Is.EqualTo(6_416_584 / 57_690_323.0).Within(2).Percent);
        }
    }

    [Test]
    public void What_was_held_out_is_met_in_England_as_a_whole()
    {
        var held = Councils.All.SelectMany(council => StarterChecks.HeldOutOf(new StarterModel(council))).ToLookup(one => one.What);

        using (Assert.EnterMultipleScope())
        {
            foreach (var what in held)
            {
                Assert.That(what.Sum(one => one.Modelled) / what.Sum(one => one.Published), Is.EqualTo(1.0).Within(0.12), what.Key);
            }
        }
    }

    private static void Hold(string name)
    {
        var read = ReadStarter.Of(Councils.Find(name).Found!);
        Assert.That(read.Strictly().Problems, Is.Empty);

        var held = ExpectationCheck.Hold(ReadStarter.Run(read), read.Expectations);
        Assert.That(held.SelectMany(result => result.Failures).Select(failure => failure.Sentence), Is.Empty);
    }
}
