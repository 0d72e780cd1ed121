using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;
using static SystemSim.Tests.Strengths;

namespace SystemSim.Tests.Studies;

/// <summary>Several numbers that are moved in proportion until the answer turns.</summary>
public sealed class ProportionTests
{
    // With both effects f times as strong care costs £24,000 f less, and help, at £15 instead of £10, £36,000 (1 - f/2) instead of
    // £24,000: nothing is left of £12,000 - £42,000 f at two sevenths.
    private static Scenario Stronger
    {
        get
        {
            Effect[] off = [Less(Care, 0.0, null, "a"), Less(Help, 0.0, null, "b")];
            Effect[] on = [Set(Care, 0.1, null, "a"), Set(Help, 0.5, null, "b")];
            return Town().WithService(Help, service => service with { Duty = Duty.Statutory })
                .With(place => place with { Effects = [.. off] })
                .WithOption("help", place => (place with { Effects = [.. on] }).WithService(
                    Help, service => service with { Cost = service.Cost with { Unit = Q(15.0) } })) with
            {
                Numbers = [.. off.Concat(on).Select(effect => effect.Strength)],
            };
        }
    }

    [Test]
    public void What_multiplies_them_all_is_solved_for()
    {
        var found = Run("a, b");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Quantity, Is.EqualTo("what multiplies a, b"));
            Assert.That(found.Central, Is.EqualTo(1.0));
            Assert.That(found.AtCentral, Is.EqualTo(-30_000.0).Within(1e-6));
            Assert.That(found.Crossings.Single().Value, Is.EqualTo(2.0 / 7.0).Within(1e-9));
            Assert.That(found.Crossings.Single().ChanceBelow, Is.Null);
        }
    }

    [Test]
    public void One_alone_is_solved_for_by_itself()
    {
        // With help's effect as it is, £6,000 is saved without any on care.
        Assert.That(Run("a").Crossings, Is.Empty);
    }

    private static SwitchingValue Run(string quantities) =>
        SwitchingStudy.Run(Prepared.Of(Stronger), new Selection { Measure = "spend" }, new("help"), new(Siloed), quantities, (0.0, 0.9))!;
}
