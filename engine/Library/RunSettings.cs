namespace SystemSim;

/// <summary>How a scenario is run.</summary>
public sealed record RunSettings
{
    /// <summary>Simulations beside the run with central values; 0 for none.</summary>
    public int Draws { get; init; }

    /// <summary>Seed of the simulations; null for the scenario's own. The same seed gives the same bits on every machine.</summary>
    public int? Seed { get; init; }

    /// <summary>Options to run beside the baseline; none for all.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Threads; they never change a bit.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to keep every step beside the years.</summary>
    public bool Steps { get; init; }
}
