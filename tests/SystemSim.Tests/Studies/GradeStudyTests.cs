using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;
using static SystemSim.Tests.Strengths;

namespace SystemSim.Tests.Studies;

/// <summary>What an option's effect rests on is shared out by what its effects move.</summary>
public sealed class GradeStudyTests
{
    [Test]
    public void Shares_are_of_what_each_effect_moves_by_its_grade()
    {
        // Care costs £240,000, of which a fifth is £48,000; help £24,000, of which a half is £12,000.
        Effect[] off = [Less(Care, 0.0, null, "a"), Less(Help, 0.0, null, "b")];
        Effect[] effects = [Set(Care, 0.2, "A", "a"), Set(Help, 0.5, null, "b")];
        var scenario = Town().WithService(Help, service => service with { Duty = Duty.Statutory })
            .With(place => place with { Effects = [.. off] })
            .WithOption("help", place => place with { Effects = [.. effects] }) with
        {
            Numbers = [.. off.Concat(effects).Select(effect => effect.Strength)],
        };
        var shares = GradeStudy.Run(Prepared.Of(scenario), [new("help")])[new("help")];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shares.Select(share => share.Grade), Is.EqualTo(["A", null]));
            Assert.That(shares[0].Share, Is.EqualTo(0.8).Within(1e-9));
            Assert.That(shares[1].Share, Is.EqualTo(0.2).Within(1e-9));
        }
    }

    [Test]
    public void An_option_without_effects_rests_on_nothing()
    {
        Assert.That(GradeStudy.Run(Prepared.Of(Town().WithOption("same", place => place)), [new("same")]), Is.Empty);
    }

    [Test]
    public void Shares_add_up_to_all([Range(1, 20)] int seed)
    {
        var scenario = RandomScenario.Make(seed);
        if (CentralStudy.Run(Prepared.Of(scenario)).Broken is not null)
        {
            Assert.Ignore("This scenario's run is stopped.");
        }

        foreach (var (option, shares) in GradeStudy.Run(Prepared.Of(scenario), [.. scenario.Options.Select(option => option.Id)]))
        {
            Assert.That(shares.IsEmpty ? 1.0 : shares.Sum(share => share.Share), Is.EqualTo(1.0).Within(1e-12), $"{option}, seed {seed}");
        }
    }
}
