namespace SystemSim.Analysis;

/// <summary>Something of which no option may have more than the baseline without doing harm.</summary>
/// <param name="Of">[option] the outcome that counts it.</param>
/// <param name="Baseline">The baseline's.</param>
/// <param name="Sign">1 where more is harm, -1 where less is.</param>
internal sealed record Harm(ImmutableArray<int> Of, int Baseline, double Sign)
{
    // Two runs may differ by rounding alone: a part in 10^9 of the baseline, or of 1.
    private const double Rounding = 1e-9;

    /// <summary>Whether an amount is harm beside the baseline's.</summary>
    public bool IsDone(double own, double baseline) => Sign * (own - baseline) > Rounding * Math.Max(1.0, Math.Abs(baseline));
}
