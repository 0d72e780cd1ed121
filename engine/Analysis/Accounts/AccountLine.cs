namespace SystemSim.Analysis;

/// <summary>One line of an account, over all years.</summary>
/// <param name="Measure">Measure of the tidy files.</param>
/// <param name="Service">Service that is paid for; empty where it is none.</param>
/// <param name="Pool">Pool with which a partner settles, in the books of both; empty where it is none.</param>
/// <param name="Flow">What it does to the account.</param>
/// <param name="Values">[year] GBP, nominal; above 0 where the position rises by it.</param>
public sealed record AccountLine(string Measure, string Service, string Pool, AccountFlow Flow, ImmutableArray<double> Values);
