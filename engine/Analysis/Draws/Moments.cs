namespace SystemSim.Analysis;

/// <summary>A distribution in five numbers.</summary>
/// <param name="Mean">Mean; null where it is not known.</param>
/// <param name="Deviation">Standard deviation; null where it is not known.</param>
/// <param name="P5">What one in twenty is below; null where it is not known.</param>
/// <param name="P50">Median; null where it is not known.</param>
/// <param name="P95">What one in twenty is above; null where it is not known.</param>
public sealed record Moments(double? Mean, double? Deviation, double? P5, double? P50, double? P95);
