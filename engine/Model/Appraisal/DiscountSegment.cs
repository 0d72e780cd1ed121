namespace SystemSim.Model;

/// <summary>A discount rate and the year from which it holds.</summary>
/// <param name="FromYear">Year of discounting, from 1: the first year after the start.</param>
/// <param name="Rate">Share a year, in real terms (0.035 is 3.5%).</param>
public sealed record DiscountSegment(int FromYear, Quantity Rate);
