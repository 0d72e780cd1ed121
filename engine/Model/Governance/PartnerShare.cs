namespace SystemSim.Model;

/// <summary>A stated share of one partner.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Share">Its share.</param>
public sealed record PartnerShare(OrganisationId Partner, Quantity Share);
