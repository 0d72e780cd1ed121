namespace SystemSim.Analysis;

/// <summary>Outcomes draw by draw, for whoever wants to look into them.</summary>
/// <param name="Outcomes">What is kept.</param>
/// <param name="Draws">Numbers of the draws that were not stopped, draw 0 first.</param>
/// <param name="Values">[outcome][draw] values.</param>
public sealed record KeptDraws(ImmutableArray<Outcome> Outcomes, IReadOnlyList<long> Draws, ImmutableArray<IReadOnlyList<double>> Values);
