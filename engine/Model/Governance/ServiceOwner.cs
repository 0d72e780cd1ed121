namespace SystemSim.Model;

/// <summary>The partner to whom a service in a pool belongs.</summary>
/// <param name="Service">The service.</param>
/// <param name="Owner">The partner.</param>
public sealed record ServiceOwner(ServiceId Service, OrganisationId Owner);
