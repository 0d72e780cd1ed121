using System.Globalization;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Tells how far a run is, once it has taken longer than a second: a bar on a terminal, a line every tenth elsewhere.</summary>
internal sealed class Progress : IProgress<RunProgress>
{
    private const int BarWidth = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Terminal terminal;
    private readonly TimeProvider clock;
    private readonly StageTimes? times;
    private readonly bool isQuiet;
    private long started;
    private int told;

    /// <summary>Starts.</summary>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="isQuiet">Whether nothing is to be told.</param>
    /// <param name="times">Takes how long each stage is; null for nobody.</param>
    public Progress(Terminal terminal, TimeProvider clock, bool isQuiet, StageTimes? times = null)
    {
        this.terminal = terminal;
        this.clock = clock;
        this.isQuiet = isQuiet;
        this.times = times;
        started = clock.GetTimestamp();
    }

    /// <summary>Takes how far the run is; a stage that begins has a bar of its own.</summary>
    /// <param name="value">The stage, and the share of it that is done.</param>
    public void Report(RunProgress value)
    {
        if (value.Share > 0.0)
        {
            Tell(value.Share);
            return;
        }

        times?.Begin(value.Stage);
        started = clock.GetTimestamp();
        told = 0;
    }

    private void Tell(double value)
    {
        if (isQuiet || clock.GetElapsedTime(started) < Patience)
        {
            return;
        }

        if (terminal.IsWatched)
        {
            var full = (int)(value * BarWidth);
            terminal.SayOver(
                $"running [{new string('#', full)}{new string('.', BarWidth - full)}] {(value * 100.0).ToString("0", CultureInfo.InvariantCulture)}%"
            );
            if (value >= 1.0)
            {
                terminal.Say("");
            }
        }
        else if ((int)(value * 10.0) > told)
        {
            told = (int)(value * 10.0);
            terminal.Say($"running: {told * 10}%");
        }
    }
}
