using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What is said about an index.</summary>
/// <param name="Index">The index; null when the word <c>none</c> is said.</param>
internal sealed record IndexOrNone(IndexId? Index);
