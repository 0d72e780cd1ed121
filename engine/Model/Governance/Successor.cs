namespace SystemSim.Model;

/// <summary>A body that takes on a share of what another has, which ends.</summary>
/// <param name="Ended">The body that ends.</param>
/// <param name="Body">The successor.</param>
/// <param name="Share">Its share of reserves, deficit, debt and assets; the last successor of a body takes what the others leave.</param>
public sealed record Successor(OrganisationId Ended, OrganisationId Body, Quantity Share);
