using NUnit.Framework;
using SystemSim.Host;
using SystemSim.Runs;

namespace SystemSim.Tests.Host;

public sealed class ProgressTests
{
    [Test]
    public void Nothing_is_told_in_the_first_second()
    {
        Assert.That(Told(isWatched: false, isQuiet: false, (0.5, 0.5), (0.9, 1.0)), Is.Empty);
    }

    [Test]
    public void Elsewhere_than_on_a_terminal_every_tenth_has_a_line()
    {
        Assert.That(
            Told(isWatched: false, isQuiet: false, (1.5, 0.31), (2.0, 0.35), (2.5, 1.0)),
            Is.EqualTo("running: 30%\nrunning: 100%\n")
        );
    }

    [Test]
    public void On_a_terminal_there_is_a_bar()
    {
        Assert.That(Told(isWatched: true, isQuiet: false, (1.5, 0.5)), Is.EqualTo("\rrunning [###############...............] 50%"));
    }

    [Test]
    public void Who_asks_for_quiet_is_told_nothing([Values] bool isWatched)
    {
        Assert.That(Told(isWatched, isQuiet: true, (5.0, 1.0)), Is.Empty);
    }

    [Test]
    public void A_stage_that_begins_has_a_second_and_a_bar_of_its_own()
    {
        Assert.That(
            Told(isWatched: false, isQuiet: false, (1.5, 0.9), (2.0, 0.0), (2.5, 0.5), (3.5, 0.6)),
            Is.EqualTo("running: 90%\nrunning: 60%\n")
        );
    }

    private static string Told(bool isWatched, bool isQuiet, params (double Seconds, double Share)[] reports)
    {
        var clock = new StillClock();
        using var rest = new StringWriter { NewLine = "\n" };
        var progress = new Progress(
            new Terminal(TextWriter.Null, rest, stylesAnswers: false, stylesRest: false, isWatched),
            clock,
            isQuiet
        );
        foreach (var (seconds, share) in reports)
        {
            clock.Seconds = seconds;
            progress.Report(new RunProgress(RunProgress.Run, share));
        }

        return rest.ToString();
    }

    /// <summary>A clock that goes when it is told to.</summary>
    private sealed class StillClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => TimeSpan.FromSeconds(Seconds).Ticks;
    }
}
