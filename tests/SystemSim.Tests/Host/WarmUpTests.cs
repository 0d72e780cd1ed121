using NUnit.Framework;
using SystemSim.Host;

namespace SystemSim.Tests.Host;

public sealed class WarmUpTests
{
    [Test]
    public void The_way_can_be_gone([Values] bool tells)
    {
        Assert.That(() => WarmUp.GoTheWay(tells), Throws.Nothing);
    }
}
