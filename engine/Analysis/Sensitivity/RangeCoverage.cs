namespace SystemSim.Analysis;

/// <summary>How much of what moves an answer has a range, every number being moved by a tenth either way.</summary>
/// <param name="Ranged">Numbers that have a range.</param>
/// <param name="All">Numbers.</param>
/// <param name="Share">The share of the sum of what numbers move that comes of those with a range, from 0 to 1.</param>
public sealed record RangeCoverage(int Ranged, int All, double Share)
{
    private const double Least = 0.5;

    /// <summary>Whether the range of the answer tells too little of what is not known.</summary>
    public bool IsTooNarrow => Share < Least;
}
