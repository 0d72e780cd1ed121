using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>draws</c>, as read.</summary>
/// <param name="Number">How many draws there are.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Method">How draws are spread.</param>
/// <param name="Chance">What comes about by chance.</param>
/// <param name="Correlations">Quantities that go together: their paths, and how.</param>
/// <param name="One">Lists of names of numbers that are one quantity.</param>
/// <param name="Apart">Names of numbers that are drawn apart from those of other arrangements.</param>
/// <param name="Rows">Rows drawn like a sample: their paths, and how many were in it; null for as many as are counted.</param>
/// <param name="From">Name of a table of draws; null for none.</param>
internal sealed record ReadDrawing(
    int Number, int Seed, Sampling Method, ImmutableArray<ByChance> Chance,
    ImmutableArray<(ImmutableArray<string> Between, double Value)> Correlations,
    ImmutableArray<ImmutableArray<string>> One, ImmutableArray<string> Apart, ImmutableArray<(string On, double? Of)> Rows, Scalar? From)
{
    /// <summary>Nothing is said.</summary>
    public static ReadDrawing Unsaid { get; } = new(Drawing.UsualNumber, 1, Sampling.Random, [], [], [], [], [], null);
}
