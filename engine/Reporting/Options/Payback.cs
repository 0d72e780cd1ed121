namespace SystemSim.Reporting;

/// <summary>When what an option spends more to date is no longer more than in the baseline.</summary>
/// <param name="IsEverMore">Whether at the end of any year more has been spent.</param>
/// <param name="Year">Row of the first year from which on no more has been spent; null where the run ends before that.</param>
public sealed record Payback(bool IsEverMore, int? Year)
{
    private const double HalfAPenny = 0.005;

    /// <summary>Finds it.</summary>
    /// <param name="toDate">[year] what is spent more up to its end, GBP.</param>
    public static Payback Of(IReadOnlyList<double> toDate)
    {
        var last = toDate.ToList().FindLastIndex(amount => amount > HalfAPenny);
        return last < 0 ? new Payback(false, null)
            : new Payback(true, last == toDate.Count - 1 ? null : last + 1);
    }
}
