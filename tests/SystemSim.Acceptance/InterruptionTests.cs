using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>What is left when a run is interrupted.</summary>
[Platform(Exclude = "Win")]
public sealed class InterruptionTests
{
    // By then the program has started and is at work; the run itself takes far longer.
    private static readonly TimeSpan UntilAtWork = TimeSpan.FromSeconds(2);

    [TestCase("INT")]
    [TestCase("TERM")]
    public void An_interrupted_run_ends_with_130_and_leaves_nothing(string signal)
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.ThatTakesLong);

        var call = ProgramCall.In(here.Folder, process =>
        {
            Thread.Sleep(UntilAtWork);
            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }, "run", "town.yaml", "--steps");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(130), call.Output);
            Assert.That(call.Errors, Does.EndWith("systemsim: interrupted; nothing was left half-written.\n"));
            Assert.That(here.Files(), Is.EqualTo(["town.yaml"]));
            Assert.That(Directory.Exists(here.At("results")), Is.False);
        }
    }
}
