using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>What is asked of a study of many draws.</summary>
public sealed record DrawRequest
{
    /// <summary>Draws; the most of them where <see cref="Until"/> is stated.</summary>
    public required long Draws { get; init; }

    /// <summary>Seed; null for the scenario's own.</summary>
    public int? Seed { get; init; }

    /// <summary>Monte Carlo error at which to stop, as a share; null to make all draws.</summary>
    public double? Until { get; init; }

    /// <summary>Threads; never changes a bit.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether to keep the outcomes of every draw.</summary>
    public bool KeepsDraws { get; init; }

    /// <summary>Options to run beside the baseline; null for all.</summary>
    public IReadOnlyCollection<OptionId>? Options { get; init; }
}
