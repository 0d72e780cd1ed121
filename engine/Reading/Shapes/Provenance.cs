using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Where numbers come from, as a <c>source</c> says that stands on them or on a block around them.</summary>
/// <param name="Source">The source; null when none is named.</param>
/// <param name="IsAssumption">Whether the word <c>assumption</c> stands there, or the source is called one.</param>
/// <param name="SaidAt">Where it is said; null when nothing is said.</param>
internal readonly record struct Provenance(SourceId? Source, bool IsAssumption, Spot? SaidAt)
{
    /// <summary>The word that stands for a source when a number is assumed.</summary>
    public const string Assumption = "assumption";
}
