namespace SystemSim.Analysis;

/// <summary>How many draws were made and how many of them broke a rule and are left out; from that follows what may be told of the
/// others.</summary>
/// <remarks>Draws that break a rule are not missing at random: those that are left lie nearer the middle than was stated.</remarks>
/// <param name="Made">Draws made, those left out among them.</param>
/// <param name="LeftOut">Draws that broke a rule.</param>
public readonly record struct DrawCount(long Made, long LeftOut)
{
    // One draw has no spread.
    private const long LeastUsed = 2;
    private const double MostForHeadline = 0.02;
    private const double MostForRanges = 0.1;

    /// <summary>Draws that everything told of draws rests on.</summary>
    public long Used => Made - LeftOut;

    /// <summary>The share of the draws that is left out.</summary>
    public double ShareLeftOut => Made > 0 ? (double)LeftOut / Made : 0.0;

    /// <summary>What may be told.</summary>
    public DrawTelling Telling => Used < LeastUsed || ShareLeftOut > MostForRanges ? DrawTelling.CentralAlone
        : ShareLeftOut > MostForHeadline ? DrawTelling.NoHeadline
        : DrawTelling.All;
}
