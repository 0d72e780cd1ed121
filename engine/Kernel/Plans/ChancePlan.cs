using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>What comes about by chance in draws, and the streams of random numbers that it takes.</summary>
public sealed record ChancePlan
{
    /// <summary>[cohort] what people do; empty where they do as expected.</summary>
    public ImmutableArray<CohortChance> People { get; init; } = [];

    /// <summary>[service] stream of need-led demand; empty where it is as expected.</summary>
    public ImmutableArray<ulong> Demand { get; init; } = [];
}
