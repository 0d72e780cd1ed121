namespace SystemSim.Model;

/// <summary>GBP a head a year for one need state.</summary>
/// <param name="Need">The need state.</param>
/// <param name="Amount">The amount.</param>
public sealed record AmountAHead(NeedStateId Need, Quantity Amount);
