namespace SystemSim.Model;

/// <summary>By how much forecasts of a grade of evidence are corrected.</summary>
/// <param name="Grade">Grade, A (best) to E.</param>
/// <param name="Costs">Share by which costs are raised.</param>
/// <param name="Benefits">Share by which benefits are lowered.</param>
public sealed record OptimismBias(string Grade, Quantity Costs, Quantity Benefits);
