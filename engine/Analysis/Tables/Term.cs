namespace SystemSim.Analysis;

/// <summary>Rows of a ledger that are added up, and then added or taken away.</summary>
/// <param name="Sign">1 or -1.</param>
/// <param name="Rows">Positions in the ledger.</param>
internal readonly record struct Term(double Sign, ImmutableArray<int> Rows);
