using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A column of the assumptions log.</summary>
/// <param name="Name">Its name in <c>assumptions.csv</c>.</param>
/// <param name="Heading">Its heading for readers.</param>
/// <param name="Width">Most characters of width where text is long; 0 where it is not.</param>
/// <param name="Of">What it holds of an entry: a <see cref="string"/>, a <see cref="double"/>, or null.</param>
public sealed record AssumptionColumn(string Name, string Heading, int Width, Func<AssumptionEntry, object?> Of)
{
    /// <summary>Whether it holds a measured effect, of which there may be none in a run.</summary>
    public bool IsEffect { get; init; }
}
