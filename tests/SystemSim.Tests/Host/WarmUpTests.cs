using NUnit.Framework;
using SystemSim.Host;

namespace SystemSim.Tests.Host;

public sealed class WarmUpTests
{
    [Test]
    public async Task The_way_can_be_gone([Values] bool tells)
    {
        await Assert.ThatAsync(() => WarmUp.Run(tells), Throws.Nothing);
    }
}
