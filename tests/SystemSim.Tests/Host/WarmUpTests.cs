using NUnit.Framework;
using SystemSim.Host;

namespace SystemSim.Tests.Host;

public sealed class WarmUpTests
{
    [Test]
    public void The_way_can_be_gone()
    {
        Assert.That(WarmUp.GoTheWay, Throws.Nothing);
    }
}
