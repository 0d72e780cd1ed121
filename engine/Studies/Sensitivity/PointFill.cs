namespace SystemSim.Studies;

/// <summary>Says what a point is.</summary>
/// <param name="point">Its number, from 0.</param>
/// <param name="quantities">[quantity] central values, to be changed to what the point has.</param>
internal delegate void PointFill(int point, Span<double> quantities);
