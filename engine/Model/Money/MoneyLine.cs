namespace SystemSim.Model;

/// <summary>A line of income, by name.</summary>
/// <param name="Name">Name of the line.</param>
/// <param name="Amount">GBP a year, nominal.</param>
public sealed record MoneyLine(string Name, YearlyPath Amount);
