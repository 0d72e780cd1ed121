namespace SystemSim.Lanes;

/// <summary>Something the caller wants to read: a value, or what a variable is.</summary>
internal readonly record struct Output(int Node, Variable? Variable);
