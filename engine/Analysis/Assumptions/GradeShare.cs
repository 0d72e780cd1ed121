namespace SystemSim.Analysis;

/// <summary>What share of an option's effect on spending rests on evidence of one grade.</summary>
/// <param name="Grade">The grade; null for strengths that nobody has graded.</param>
/// <param name="Means">What evidence of that grade looks like, as the scenario says; null where it does not say.</param>
/// <param name="Share">The share, from 0 to 1; all of an option add up to 1.</param>
public sealed record GradeShare(string? Grade, string? Means, double Share);
