using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A line of an account in whole pennies.</summary>
/// <param name="Of">The line it is of.</param>
/// <param name="Pennies">[year] pennies; above 0 where the position rises by it.</param>
internal sealed record PennyLine(AccountLine Of, long[] Pennies);
