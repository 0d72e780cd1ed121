using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

public sealed class OracleOpeningTests
{
    // The opening state is settled to one part in 10^13; at a failure share of 0.8 five times that is left over.
    private const double Settled = 1e-9;

    [Test]
    public void Failure_demand_of_four_in_five_settles_at_five_times_the_need()
    {
        var run = PlainEngine.Run(Failing(0.8));

        // 200 = 0.2 x 1,000
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Care), Is.EqualTo(1_000.0).Within(Settled));
            Assert.That(run.Get("failure_demand", 0, 11, Care), Is.EqualTo(800.0).Within(Settled));
        }
    }

    [Test]
    public void Observed_rates_have_failure_demand_inside()
    {
        var run = PlainEngine.Run(Failing(0.8) with { Rates = RateBasis.Observed });

        // The 200 seen a month are 40 needed and 160 that came back.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("need_led", 0, 0, Care), Is.EqualTo(40.0).Within(Settled));
            Assert.That(run.Get("asked", 0, 11, Care), Is.EqualTo(200.0).Within(Settled));
        }
    }

    [Test]
    public void Observed_returns_above_what_is_observed_are_refused()
    {
        // 240 a month would come back to help, which is seen to be asked 200 times.
        var failing = Town().WithService(Care, service =>
            service with { Failures = [new() { ReturnsTo = new(Help), Share = Q(1.2), After = 0.1 }] });

        Assert.That(() => PlainEngine.Run(failing with { Rates = RateBasis.Observed }), Throws.InstanceOf<PlainEngineException>());
    }

    [Test]
    public void Returns_that_feed_on_themselves_are_refused() =>
        Assert.That(() => PlainEngine.Run(Failing(1.01)), Throws.InstanceOf<PlainEngineException>().With.Message.Contains("never settles"));

    [Test]
    public void What_was_delivered_before_the_start_may_be_stated()
    {
        var run = PlainEngine.Run(Failing(0.8).WithService(Care, service => service with { AtStart = new() { Delivered = Q(0) } }));

        // Nothing comes back at first; then 0.8 x 200, then 0.8 x 360.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("asked", 0, 0, Care), Is.EqualTo(200.0).Within(Settled));
            Assert.That(run.Get("asked", 0, 1, Care), Is.EqualTo(360.0).Within(Settled));
            Assert.That(run.Get("asked", 0, 2, Care), Is.EqualTo(488.0).Within(Settled));
        }
    }

    // Paid from two funds, 10% more come back; one fund pays in the pooled option, but the share does not fade.
    [TestCase(Siloed)]
    [TestCase(Pooled)]
    public void A_hand_off_is_that_of_today(string option)
    {
        var handing = Town()
            .WithService(Care, service =>
                service with { Failures = [new() { ReturnsTo = new(Help), Share = Q(0.2), After = 0.1, HandOff = Q(0.1) }] })
            .WithOption(Pooled, place => place with { Governance = OnePool() });

        Assert.That(PlainEngine.Run(handing, option).Get("failure_demand", 0, 0, Help), Is.EqualTo(60.0).Within(Settled));
    }

    // A fifth and a tenth of 200; in the pool the tenth is half gone after three months, and gone after six.
    [TestCase(Siloed, 60.0, 60.0, 60.0)]
    [TestCase(Pooled, 60.0, 50.0, 40.0)]
    public void A_hand_off_may_fade_once_one_fund_pays_both(string option, double first, double fourth, double seventh)
    {
        var handing = Town()
            .WithService(Care, service => service with
            {
                Failures = [new() { ReturnsTo = new(Help), Share = Q(0.2), After = 0.1, HandOff = Q(0.1), HandOffFadesOver = Q(0.5) }],
            })
            .WithOption(Pooled, place => place with { Governance = OnePool() });

        var run = PlainEngine.Run(handing, option);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("failure_demand", 0, 0, Help), Is.EqualTo(first).Within(Settled));
            Assert.That(run.Get("failure_demand", 0, 3, Help), Is.EqualTo(fourth).Within(Settled));
            Assert.That(run.Get("failure_demand", 0, 6, Help), Is.EqualTo(seventh).Within(Settled));
        }
    }

    [Test]
    public void Places_start_with_the_people_that_opening_demand_sustains()
    {
        var run = PlainEngine.Run(CareHome());

        // 200 x 1.2 a year are 20 starts a month; with a mean stay of six months 120 are in it, and 20 leave a month.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Care), Is.EqualTo(20.0).Within(Settled));
            Assert.That(run.Get("in_places", 0, 11, Care), Is.EqualTo(120.0).Within(Settled));
            Assert.That(run.Year("volume", 0, Care), Is.EqualTo(120.0).Within(Settled));
            Assert.That(run.Year("provider_cost", 0, Care), Is.EqualTo(1_200_000.0).Within(1e-6));
        }
    }

    [Test]
    public void Places_start_full_when_there_are_too_few()
    {
        var run = PlainEngine.Run(CareHome().WithService(Care, service => service with { Capacity = new() { Amount = Path(90.0) } }));

        // 90 places and a stay of six months: 15 starts a month of 20 asked
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("in_places", 0, 0, Care), Is.EqualTo(90.0).Within(Settled));
            Assert.That(run.Get("delivered", 0, 0, Care), Is.EqualTo(15.0).Within(Settled));
            Assert.That(run.Get("left", 0, 0, Care), Is.EqualTo(5.0).Within(Settled));
        }
    }

    [Test]
    public void A_stated_number_in_places_drifts_to_what_demand_sustains()
    {
        var run = PlainEngine.Run(CareHome().WithService(Care, service => service with { AtStart = new() { InPlaces = Q(60) } }));

        // 60 - 10 + 20 = 70
        Assert.That(run.Get("in_places", 0, 0, Care), Is.EqualTo(70.0).Within(Settled));
    }

    private static Scenario Failing(double share) =>
        Town().WithService(Care, service =>
            service with { Failures = [new() { ReturnsTo = new(Care), Share = Q(share), After = 1.0 / 12.0 }] });

    private static Scenario CareHome() => Town().WithService(Care, service => service with
    {
        Places = new() { Stay = Q(0.5) },
        Demand = new() { Rates = [null, Q(1.2)] },
        Cost = service.Cost with { Unit = Q(10_000) },
    });
}
