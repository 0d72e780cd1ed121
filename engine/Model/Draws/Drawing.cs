using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How uncertain quantities are drawn, and what their draws have to do with each other.</summary>
public sealed record Drawing
{
    /// <summary>Seed unless the caller names another.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Draws unless the caller names another number.</summary>
    public int Number { get; init; } = UsualNumber;

    /// <summary>Draws where nobody names a number.</summary>
    public const int UsualNumber = 1000;

    /// <summary>How draws are spread.</summary>
    public Sampling Method { get; init; }

    /// <summary>What comes about by chance in every draw; as expected in draw 0.</summary>
    public ImmutableArray<ByChance> Chance { get; init; } = [];

    /// <summary>Pairs of quantities that go together.</summary>
    public ImmutableArray<Correlation> Correlations { get; init; } = [];

    /// <summary>Rows of shares or counts that are as uncertain as a sample.</summary>
    public ImmutableArray<SampledRow> Rows { get; init; } = [];

    /// <summary>Quantities whose draws are given.</summary>
    public ImmutableArray<GivenDraws> Given { get; init; } = [];
}
