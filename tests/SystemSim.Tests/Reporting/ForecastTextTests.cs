using System.Collections.Immutable;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Tests.Analysis;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Reporting;

/// <summary>Years after an unfunded gap are told to be no forecast, by option, and only those.</summary>
public sealed class ForecastTextTests
{
    private const string After2026 = "Years after 2026/27 are no forecast";

    // A floor of £24,000 under help, and £22,000 for it from some year on.
    [TestCase(3, 1, After2026 + ": council has an unfunded gap then.")]
    [TestCase(3, 2, "Years after 2027/28 are no forecast: council has an unfunded gap then.")]
    [TestCase(2, 2, null)]
    [TestCase(2, 3, null)]
    public void Years_after_a_gap_are_no_forecast(int years, int from, string? told) =>
        Assert.That(Told(Short(Town(years), Council, Help, from)), told is null ? Is.Empty : Is.EqualTo(new List<string> { told }));

    [Test]
    public void A_deficit_of_an_NHS_body_is_no_gap() => Assert.That(
        Told(Town(3).WithBody(Nhs, body => body with { Income = [new("income", Path(200_000.0))] })), Is.Empty);

    // £1,000 brought forward and not repaid is no new gap; £1,000 that comes again every year because it is repaid is one.
    [TestCase(0.0, null)]
    [TestCase(1.0, After2026 + ": council has an unfunded gap then.")]
    public void A_gap_that_is_carried_on_is_none_that_arises(double repays, string? told)
    {
        var town = Town(3)
            .WithBody(Council, body => body with { BroughtForward = Q(1_000.0), Repays = Q(repays) })
            .WithService(Help, service => service with { Floor = Path(24_000.0) });

        Assert.That(Told(town), told is null ? Is.Empty : Is.EqualTo(new List<string> { told }));
    }

    [Test]
    public void Options_are_named_where_they_differ()
    {
        var town = Town(3).WithService(Help, service => service with { Floor = Path(24_000.0) })
            .WithOption("short", place => place.WithBody(Council, body => body with { Income = [new("income", Path(22_000.0))] }))
            .WithOption("later", place =>
                place.WithBody(Council, body => body with { Income = [new("income", Path(24_000.0, 22_000.0))] })
            );

        Assert.That(
            Told(town),
            Is.EqualTo(
                new List<string>
                {
                    After2026 + " with short: council has an unfunded gap then.",
                    "Years after 2027/28 are no forecast with later: council has an unfunded gap then.",
                }
            )
        );
    }

    [Test]
    public void The_terminal_says_so_and_a_comparison_too()
    {
        var answers = PooledTown.Answers(Short(Town(3), Council, Help, 1));
        var comparison = Comparison.Of([
            new("one", "one", answers, new(Siloed)),
            new("other", "other", PooledTown.Answers(Town(3)), new(Siloed)),
        ]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                HeadlineText.Write(Headline.From(answers), mostLines: 100).Select(line => line.Text),
                Has.One.EqualTo(After2026 + ": council has an unfunded gap then.")
            );
            Assert.That(
                HeadlineText.Write(Headline.From(answers), mostLines: 10).Select(line => line.Text),
                Has.One.EqualTo(After2026 + ": council has an unfunded gap then.")
            );
            Assert.That(
                ComparisonText.Write(comparison).Select(line => line.Text),
                Has.One.EqualTo("one: years after 2026/27 are no forecast: council has an unfunded gap then.")
            );
        }
    }

    private static Scenario Short(Scenario town, string body, string service, int from) =>
        town.WithService(service, known => known with { Floor = Path(24_000.0) })
            .WithBody(body, known =>
                known with
                {
                    Income = [new("income", Path([.. Enumerable.Range(1, 3).Select(year => year < from ? 24_000.0 : 22_000.0)]))],
                }
            );

    private static ImmutableArray<string> Told(Scenario scenario) => ForecastText.Of(Headline.From(PooledTown.Answers(scenario)));
}
