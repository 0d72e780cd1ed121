namespace SystemSim.Model;

/// <summary>Who provides a service from the year on in which its provider ends.</summary>
public readonly record struct ServiceProvider(ServiceId Service, OrganisationId Provider);
