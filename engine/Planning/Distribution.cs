using SystemSim.Lanes;

namespace SystemSim.Planning;

/// <summary>A distribution: its quantiles, and its mean and standard deviation where they have a formula.</summary>
/// <param name="Curve">Its quantiles.</param>
/// <param name="Mean">Its mean; null without a formula.</param>
/// <param name="Deviation">Its standard deviation; null without a formula.</param>
internal sealed record Distribution(QuantileCurve Curve, double? Mean = null, double? Deviation = null);
