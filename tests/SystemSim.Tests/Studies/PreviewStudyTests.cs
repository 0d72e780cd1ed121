using NUnit.Framework;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests.Studies;

public sealed class PreviewStudyTests
{
    private const int Draws = 300;
    private static readonly Prepared Template = Prepared.Of(
        ScenarioReader.Read(RepositoryFolder.At("scenarios", "places", "template"), []).Scenario!
    );

    [Test]
    public void Numbers_drawn_in_parts_are_as_drawn_together([Values(1, 2 * Draws)] int mostAtOnce)
    {
        var together = PreviewStudy.Run(Template, Draws);

        var apart = PreviewStudy.Run(Template, Draws, seed: null, mostAtOnce, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(together.Numbers, Has.Length.GreaterThan(2));
            Assert.That(apart.Numbers, Is.EqualTo(together.Numbers));
            Assert.That(apart.Stopped, Is.EqualTo(together.Stopped));
        }
    }

    [Test]
    public void It_stops_when_it_is_told_to()
    {
        Assert.That(
            () => PreviewStudy.Run(Template, Draws, seed: null, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }
}
