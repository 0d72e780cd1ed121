using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Terms of one fund, where they differ from those of all.</summary>
/// <param name="StartOfYear">How it sets its budgets; null for as all do.</param>
/// <param name="InYear">How it releases them; null for as all do.</param>
internal sealed record ReadFund(StartOfYear? StartOfYear, InYear? InYear);
