namespace SystemSim.Model;

/// <summary>A value by year for one partner.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Amount">The path, in the unit of the list that holds it.</param>
public sealed record PartnerPath(OrganisationId Partner, YearlyPath Amount);
