using System.Globalization;

namespace SystemSim.Host;

/// <summary>Tells how far a run is, once it has taken longer than a second: a bar on a terminal, a line every tenth elsewhere.</summary>
internal sealed class Progress : IProgress<double>
{
    private const int BarWidth = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Terminal terminal;
    private readonly TimeProvider clock;
    private readonly long started;
    private readonly bool isQuiet;
    private int told;

    /// <summary>Starts.</summary>
    public Progress(Terminal terminal, TimeProvider clock, bool isQuiet)
    {
        this.terminal = terminal;
        this.clock = clock;
        this.isQuiet = isQuiet;
        started = clock.GetTimestamp();
    }

    /// <summary>Takes how far the run is.</summary>
    /// <param name="value">Share that is done, 0 to 1.</param>
    public void Report(double value)
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
