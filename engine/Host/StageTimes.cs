using System.Collections.Immutable;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary>How long each stage of a command took.</summary>
internal sealed class StageTimes
{
    private readonly TimeProvider clock;
    private readonly DateTimeOffset started;
    private readonly List<(string Stage, double Seconds)> stages = [];
    private string stage;
    private long since;

    /// <summary>Starts the first stage.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="stage">What the stage is called.</param>
    public StageTimes(TimeProvider clock, string stage)
    {
        this.clock = clock;
        this.stage = stage;
        started = clock.GetUtcNow();
        since = clock.GetTimestamp();
    }

    /// <summary>Ends a stage and starts the next.</summary>
    /// <param name="next">What the next is called.</param>
    public void Begin(string next)
    {
        if (next != stage)
        {
            stages.Add((stage, clock.GetElapsedTime(since).TotalSeconds));
            stage = next;
            since = clock.GetTimestamp();
        }
    }

    /// <summary>What is written down of it; the stage that goes on ends with that.</summary>
    /// <param name="threads">Threads that the run could use.</param>
    /// <param name="machine">The machine, as it calls itself.</param>
    public TimingsRecord Record(int threads, string machine)
    {
        Begin("");
        // A stage that came twice has the time of both: it was of two scenarios.
        ImmutableArray<(string, double)> each =
        [
            .. stages.GroupBy(known => known.Stage).Select(known => (known.Key, known.Sum(one => one.Seconds))),
        ];
        return new TimingsRecord { Started = started, Stages = each, Threads = threads, Machine = machine };
    }
}
