namespace SystemSim.Model;

/// <summary>What one organisation is expected to save for each pound spent.</summary>
/// <param name="Payer">Who saves.</param>
/// <param name="PerPound">GBP for each GBP spent.</param>
public sealed record SavingByPayer(OrganisationId Payer, Quantity PerPound);
