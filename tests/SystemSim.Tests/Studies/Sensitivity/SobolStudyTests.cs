using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Tests;

public sealed class SobolStudyTests
{
    [Test]
    public void Of_a_difference_of_prices_each_has_the_share_of_its_variance()
    {
        var found = Run(PricedTown.Make(), new DrawRequest { Draws = 4096 });

        const double Both = PricedTown.VisitVariance + PricedTown.CareVariance;
        var (visits, care, help) = (Of(found, PricedTown.VisitPrice), Of(found, PricedTown.CarePrice), Of(found, PricedTown.HelpPrice));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(visits.First.Value, Is.EqualTo(PricedTown.VisitVariance / Both).Within(4.0 * visits.First.Error));
            Assert.That(visits.Total.Value, Is.EqualTo(PricedTown.VisitVariance / Both).Within(4.0 * visits.Total.Error));
            Assert.That(care.First.Value, Is.EqualTo(PricedTown.CareVariance / Both).Within(4.0 * care.First.Error));
            Assert.That(care.Total.Value, Is.EqualTo(PricedTown.CareVariance / Both).Within(4.0 * care.Total.Error));
            Assert.That((help.First.Value, help.Total.Value), Is.EqualTo((0.0, 0.0)));
            Assert.That(found.Deviation, Is.EqualTo(PricedTown.Contacts * Math.Sqrt(Both)).Within(3.0).Percent);
            Assert.That(found.Indices[0].Names, Is.EqualTo([PricedTown.VisitPrice]));
        }
    }

    [Test]
    public void What_is_correlated_is_moved_together()
    {
        var town = PricedTown.Make();

        var found = Run(
            town with
            {
                Drawing = town.Drawing with { Correlations = [new(PricedTown.VisitPrice, PricedTown.CarePrice, 0.5)] },
            },
            new DrawRequest { Draws = 1024 }
        );

        var together = found.Indices[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(together.Names, Is.EquivalentTo([PricedTown.VisitPrice, PricedTown.CarePrice]));
            Assert.That(together.Total.Value, Is.EqualTo(1.0).Within(4.0 * together.Total.Error));
        }
    }

    [Test]
    public void Shares_of_one_whole_are_moved_together()
    {
        var scenario = Read("draws");
        var found = SobolStudy.Run(
            Prepared.Of(scenario),
            PricedTown.Spend,
            scenario.Options[^1].Id,
            scenario.Baseline,
            new DrawRequest { Draws = 64 }
        )!;

        Assert.That(
            found.Indices.Select(index => string.Join(' ', index.Names)),
            Has.One.Contains("people.moves.well.counts.well").And.One.Contains("people.moves.well.counts.ill")
        );
        Assert.That(
            found.Indices.Single(index => index.Names.Contains("people.moves.well.counts.ill")).Names,
            Does.Contain("people.moves.well.counts.well")
        );
    }

    [Test]
    public void Threads_change_no_byte_and_nor_does_the_way_of_running()
    {
        var scenario = Read("borough");
        var bytes = Enumerable
            .Range(1, 3)
            .Select(threads =>
                SobolJson.Write(
                    SobolStudy.Run(
                        Prepared.Of(scenario),
                        PricedTown.Spend,
                        scenario.Options[^1].Id,
                        scenario.Baseline,
                        new DrawRequest { Draws = 32, Threads = threads }
                    )!
                )
            )
            .ToArray();

        Assert.That(bytes[1..], Has.All.EqualTo(bytes[0]));
    }

    private static SobolIndices Run(Scenario scenario, DrawRequest request) =>
        SobolStudy.Run(Prepared.Of(scenario), PricedTown.Spend, PricedTown.Option, PricedTown.Now, request)!;

    private static SobolIndex Of(SobolIndices found, string name) => found.Indices.Single(index => index.Names.Contains(name));

    private static Scenario Read(string name) => ScenarioReader.Read(Repository.Find("scenarios", "features", name), []).Scenario!;
}
