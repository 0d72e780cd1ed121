using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Shares or counts that are known from a sample: their draws are those of a Dirichlet distribution.</summary>
/// <param name="On">Path of the row.</param>
/// <param name="Of">How many were in the sample.</param>
/// <param name="Members">Paths of the shares or counts.</param>
public sealed record SampledRow(string On, double Of, ImmutableArray<string> Members);
