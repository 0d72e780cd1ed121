using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>An uncertain quantity and what is known of its distribution before any draw.</summary>
/// <param name="Name">What to call it: its path, or the name that numbers at several paths are drawn as.</param>
/// <param name="Quantity">The quantity; the first of those that are one.</param>
/// <param name="Curve">Its distribution; null where its draws are given, or follow from those of others.</param>
/// <param name="Mean">Mean of the distribution; null where it has no formula.</param>
/// <param name="Deviation">Standard deviation of the distribution; null where it has no formula.</param>
public sealed record DrawnQuantity(string Name, Quantity Quantity, QuantileCurve? Curve, double? Mean, double? Deviation);
