namespace SystemSim.Tests;

/// <summary>What the baseline's start of its first year comes to, for other options to start from.</summary>
/// <param name="Opened">[service] what contributions to pools start from: what an own fund gives, or what is needed where a pool
/// pays.</param>
/// <param name="Given">[service] what the service is given, whoever pays.</param>
internal sealed record PlainOpening(double[] Opened, double[] Given);
