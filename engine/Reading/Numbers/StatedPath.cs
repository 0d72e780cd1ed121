using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A path over years of chances, and the time within which they hold.</summary>
/// <param name="Path">The path.</param>
/// <param name="Over">The time, in years.</param>
internal sealed record StatedPath(YearlyPath Path, double Over);
