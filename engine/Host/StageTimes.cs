using System.Collections.Immutable;

namespace SystemSim.Host;

/// <summary>How long each stage of a command took.</summary>
internal sealed class StageTimes
{
    private readonly TimeProvider clock;
    private readonly List<(string Stage, double Seconds)> stages = [];
    private long since;

    /// <summary>Starts the first stage.</summary>
    public StageTimes(TimeProvider clock)
    {
        this.clock = clock;
        Started = clock.GetUtcNow();
        since = clock.GetTimestamp();
    }

    /// <summary>When the first stage started.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>The stages so far, with their seconds.</summary>
    public ImmutableArray<(string Stage, double Seconds)> Stages => [.. stages];

    /// <summary>Ends a stage and starts the next.</summary>
    /// <param name="stage">What the one that ends is called.</param>
    public void Note(string stage)
    {
        stages.Add((stage, clock.GetElapsedTime(since).TotalSeconds));
        since = clock.GetTimestamp();
    }
}
