namespace SystemSim.Reporting;

/// <summary>A place in a drawing, in its units; y grows downwards.</summary>
public sealed record Point(double X, double Y);
