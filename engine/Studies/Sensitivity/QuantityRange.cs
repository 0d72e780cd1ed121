namespace SystemSim.Studies;

/// <summary>The range in which an uncertain quantity is looked at: the 10th and the 90th percentile of what would be drawn of it.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Rows">Its rows: one, and one for every option that puts another number in its place.</param>
/// <param name="Central">[row] central values.</param>
/// <param name="Low">[row] 10th percentiles.</param>
/// <param name="High">[row] 90th percentiles.</param>
internal sealed record QuantityRange(
    string Name, ImmutableArray<int> Rows, ImmutableArray<double> Central, ImmutableArray<double> Low, ImmutableArray<double> High);
