using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>Effects on what the 200 people who are ill ask of care: 200 a month without any.</summary>
public sealed class OracleEffectTests
{
    private const double Rounding = 1e-9;

    [Test]
    public void Coverage_by_reach_saturates_below_its_ceiling()
    {
        var effect = Reaching(100.0) with { Ceiling = Q(0.6) };

        // x = 100/200; 1.2/(1 + exp(-1/0.6)) - 0.6
        var coverage = (1.2 / (1.0 + Math.Exp(-1.0 / 0.6))) - 0.6;
        Assert.That(NeedLed(effect), Is.EqualTo(200.0 * (1.0 - (0.5 * coverage))).Within(Rounding));
    }

    [Test]
    public void Reach_is_what_delivery_and_its_duration_sustain()
    {
        var reach = new Coverage.ByReach { PeoplePerUnit = Q(0.1), Lasts = Q(0.5) };

        // 0.1 x 200 a month, for six months, are 120 of 200; half of what they ask is saved: 200 x (1 - 0.6 x 0.5)
        Assert.That(NeedLed(Reaching(0.0) with { Coverage = reach }), Is.EqualTo(140.0).Within(Rounding));
    }

    [Test]
    public void Reach_fades_when_delivery_ends_and_acts_after_its_lag()
    {
        var reach = new Coverage.ByReach { PeoplePerUnit = Q(0.1), Lasts = Q(0.5) };
        var effect = Reaching(0.0) with { Coverage = reach, After = 2.0 / 12.0 };
        var ending = Town().With(place => place with { Effects = [effect] })
            .WithOption("ends", place => place.WithService(Help, service => service with { Budget = Q(0) }));

        var run = PlainEngine.Run(ending, "ends");

        // 120 reached fall by a sixth a month from the second; what is seen of that is seen two months later.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("need_led", 0, 2, Care), Is.EqualTo(140.0).Within(Rounding));
            Assert.That(run.Get("need_led", 0, 3, Care), Is.EqualTo(200.0 * (1.0 - (0.5 * 0.5))).Within(Rounding));
        }
    }

    [TestCase(null, 30.0)]
    [TestCase(0.0, 40.0)]
    public void What_is_covered_today_is_what_is_covered_in_the_first_year_unless_it_is_stated(double? today, double returned)
    {
        var coverage = new Coverage.Stated { Share = Path(0.5), Today = today is { } stated ? Q(stated) : null };
        var town = With(Stated(0.5, 0.5) with { Coverage = coverage }).WithService(Care, service => service with
        {
            Failures = [new() { ReturnsTo = new(Help), Share = Q(0.2), After = 1.0 / 12.0 }],
        });

        // 150 or 200 were delivered in the month before the first, and a fifth of them come back.
        Assert.That(PlainEngine.Run(town, Siloed).Get("failure_demand", 0, 0, Help), Is.EqualTo(returned).Within(Rounding));
    }

    // GBP 24,000 a year on 200 people is GBP 120 a head: 120/160 covered where 40 is half, 120/240 where 240 is full.
    [TestCase(null, 40.0, 170.0)]
    [TestCase(240.0, null, 180.0)]
    public void A_dose_saturates_or_grows_to_full(double? full, double? half, double needLed)
    {
        var spend = new Coverage.BySpend
        {
            Services = [new(Help)],
            Full = full is { } whole ? Q(whole) : null,
            Half = half is { } middle ? Q(middle) : null,
            SmoothedOver = Q(1.0),
        };

        Assert.That(NeedLed(Stated(0.0, 0.2) with { Coverage = spend }), Is.EqualTo(needLed).Within(Rounding));
    }

    // Coverages 0.5 and 0.6, strengths 0.4 and 0.2:
    // random 0.2 + 0.5 x 0.6 x 0.2; additive 0.2 + 0.5 x 0.2; nested 0.2 + 0.1 x 0.2; stacked 0.8 x 0.88
    [TestCase(CombinationRule.Random, 148.0)]
    [TestCase(CombinationRule.Additive, 140.0)]
    [TestCase(CombinationRule.Nested, 156.0)]
    [TestCase(CombinationRule.Stacked, 140.8)]
    public void Two_effects_are_combined_by_the_rule(CombinationRule rule, double needLed)
    {
        var town = With(Stated(0.6, 0.2), Stated(0.5, 0.4)).With(place => place with { Combine = rule });

        Assert.That(PlainEngine.Run(town).Get("need_led", 0, 0, Care), Is.EqualTo(needLed).Within(Rounding));
    }

    [Test]
    public void A_target_may_have_a_rule_of_its_own()
    {
        var town = With(Stated(0.6, 0.2), Stated(0.5, 0.4))
            .With(place => place with { Combinations = [new(new Target.DemandFor(new(Care)), CombinationRule.Nested)] });

        Assert.That(PlainEngine.Run(town).Get("need_led", 0, 0, Care), Is.EqualTo(156.0).Within(Rounding));
    }

    [Test]
    public void Effects_that_raise_are_combined_apart() =>

        // 200 x (1 - 0.5 x 0.4) x (1 + 0.2 x 0.5)
        Assert.That(NeedLed(Stated(0.5, 0.4), Stated(0.2, -0.5)), Is.EqualTo(176.0).Within(Rounding));

    [Test]
    public void Measured_from_today_only_a_change_of_coverage_changes_anything()
    {
        var effect = Stated(0.8, 0.5, today: 0.5) with { Measured = MeasuredFrom.Today };

        // (1 - 0.8 x 0.5)/(1 - 0.5 x 0.5)
        using (Assert.EnterMultipleScope())
        {
            Assert.That(NeedLed(effect), Is.EqualTo(160.0).Within(Rounding));
            Assert.That(NeedLed(Stated(0.5, 0.5) with { Measured = MeasuredFrom.Today }), Is.EqualTo(200.0));
        }
    }

    [Test]
    public void A_strength_shrinks_with_its_evidence_and_fades()
    {
        var effect = Stated(1.0, 0.5) with { Evidence = "D", Fade = new() { To = Q(0.0), Over = Q(1.0) } };
        var town = With(effect) with { Grades = [new() { Id = "D", Means = "weak", Shrinks = Q(0.4) }] };

        var run = PlainEngine.Run(town);

        // 30% at first, half of that after six months
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("need_led", 0, 0, Care), Is.EqualTo(140.0).Within(Rounding));
            Assert.That(run.Get("need_led", 0, 6, Care), Is.EqualTo(170.0).Within(Rounding));
        }
    }

    [Test]
    public void Joint_working_counts_only_where_it_is()
    {
        var joint = Stated(1.0, 0.1) with { Owner = new EffectOwner.ByGovernance(new(Pooled)) };
        var town = With(joint).WithOption(Pooled, place => place with { Governance = OnePool() });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PlainEngine.Run(town, Siloed).Get("need_led", 0, 0, Care), Is.EqualTo(200.0).Within(Rounding));
            Assert.That(PlainEngine.Run(town, Pooled).Get("need_led", 0, 0, Care), Is.EqualTo(180.0).Within(Rounding));
        }
    }

    private static double NeedLed(params Effect[] effects) => PlainEngine.Run(With(effects)).Get("need_led", 0, 0, Care);

    private static Scenario With(params Effect[] effects) => Town().With(place => place with { Effects = [.. effects] });

    private static Effect Stated(double coverage, double strength, double? today = null) => new()
    {
        Owner = new EffectOwner.Alone(),
        On = new Target.DemandFor(new(Care)),
        Strength = Q(strength),
        Group = new() { Need = [Ill] },
        Coverage = new Coverage.Stated { Share = Path(coverage), Today = Q(today ?? coverage) },
        Measured = MeasuredFrom.None,
    };

    private static Effect Reaching(double atStart) => Stated(0.0, 0.5) with
    {
        Owner = new EffectOwner.ByService(new(Help)),
        Coverage = new Coverage.ByReach { PeoplePerUnit = Q(1.0), Lasts = Q(1.0), AtStart = Q(atStart) },
    };
}
