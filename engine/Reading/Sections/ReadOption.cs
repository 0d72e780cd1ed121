using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An option as the file states it, without what it sets.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Name to print.</param>
/// <param name="Governance">Arrangement in force.</param>
/// <param name="From">First year in which it is, the baseline's being in force until then; null for all years.</param>
internal sealed record ReadOption(OptionId Id, string Title, GovernanceId Governance, FinancialYear? From);
