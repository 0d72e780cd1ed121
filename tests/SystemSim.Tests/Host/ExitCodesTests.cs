using NUnit.Framework;
using SystemSim.Host;

namespace SystemSim.Tests.Host;

public sealed class ExitCodesTests
{
    [Test]
    public void The_gravest_of_several_counts()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ExitCodes.Gravest([]), Is.EqualTo(ExitCode.Done));
            Assert.That(ExitCodes.Gravest([ExitCode.Done, ExitCode.Failed]), Is.EqualTo(ExitCode.Failed));
            Assert.That(ExitCodes.Gravest([ExitCode.Failed, ExitCode.WrongScenario]), Is.EqualTo(ExitCode.WrongScenario));
            Assert.That(ExitCodes.Gravest([ExitCode.WrongScenario, ExitCode.Disk]), Is.EqualTo(ExitCode.Disk));
            Assert.That(ExitCodes.Gravest([ExitCode.Disk, ExitCode.Fault]), Is.EqualTo(ExitCode.Fault));
        }
    }
}
