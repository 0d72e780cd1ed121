namespace SystemSim.Kernel;

/// <summary>What users are charged for a unit of use.</summary>
/// <param name="Amount">GBP a contact, a bed-day, or a person a year in places.</param>
/// <param name="Year">Year of its money, counted from the first of the run.</param>
/// <param name="Index">Row of the index that carries it; -1 for none.</param>
public sealed record UsePlan(Number Amount, int Year, int Index);
