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

    /// <summary>What is of this place alone, where several places are drawn together; null where one is.</summary>
    public LocalStreams? Local { get; init; }
}

/// <summary>Numbers of one place of several that are drawn together. Each has a stream of its own in every place; all others are known by
/// their names alone, so that one draw has one value of them for all places.</summary>
/// <param name="Place">What the place is known by.</param>
/// <param name="Paths">Paths of the numbers, and of blocks of them.</param>
public sealed record LocalStreams(string Place, ImmutableArray<string> Paths)
{
    /// <summary>The name of a number's stream.</summary>
    /// <param name="path">Path of the number.</param>
    /// <param name="stream">The name of its stream where one place is drawn.</param>
    public string NameOf(string path, string stream) =>
        Paths.Any(local => path == local || path.StartsWith($"{local}.", StringComparison.Ordinal)) ? $"{Place}: {stream}" : stream;
}
