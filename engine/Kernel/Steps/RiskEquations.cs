namespace SystemSim.Kernel;

/// <summary>What each partner of a pool bears of an overspend.</summary>
internal static class RiskEquations
{
    private const double HalfAPenny = 0.005;

    /// <summary>[partner] GBP; never negative, and together the overspend.</summary>
    /// <param name="run">The run.</param>
    /// <param name="pool">The pool's terms.</param>
    /// <param name="overspend">What is left of the overspend for partners.</param>
    /// <param name="weights">[partner] stated shares, or shares of contributions.</param>
    public static Value[] Share(RunScope run, PoolPlan pool, Value overspend, Value[] weights)
    {
        var burdens = pool.RiskRule == RiskRule.EachItsOwn ? OwnOverspends(run, pool, weights) : weights;
        var (excluded, left) = Excluded(run, pool, overspend);
        var shares = ByRule(run, pool, left, burdens);
        var (capped, beyond) = Capped(run, pool, shares, burdens);
        return [.. capped.Select((share, row) => share + excluded[row] + (row == pool.Host ? beyond : run.Set.Zero))];
    }

    /// <summary>Overspends on services that are excluded, borne by whoever brought them in, and what goes on to be shared.</summary>
    private static (Value[] Shares, Value Left) Excluded(RunScope run, PoolPlan pool, Value overspend)
    {
        if (pool.Partners.All(partner => partner.Excluded.IsEmpty))
        {
            return ([.. pool.Partners.Select(_ => run.Set.Zero)], overspend);
        }

        var over = pool.Partners
            .Select(partner => run.Set.Sum(partner.Excluded.Except(partner.RingFenced).Select(row => Value.Max(run.Set.Zero - EndOfYear.Variance(run, row), 0.0)))).ToArray();
        var part = Value.Min(Value.ShareOf(overspend, run.Set.Sum(over)), 1.0);
        var shares = over.Select(amount => amount * part).ToArray();
        return (shares, Value.Max(overspend - run.Set.Sum(shares), 0.0));
    }

    private static Value[] ByRule(RunScope run, PoolPlan pool, Value overspend, Value[] burdens)
    {
        if (pool.RiskRule != RiskRule.LeadFirst)
        {
            return [.. burdens.Select(burden => overspend * burden)];
        }

        var slice = Value.Min(overspend, Value.Max(run.Values.ByYear(pool.Slice!), 0.0));
        var rest = overspend - slice;
        return [.. burdens.Select((burden, row) => row == pool.Host ? Value.MultiplyAdd(rest, burden, slice) : rest * burden)];
    }

    /// <summary>What exceeds caps goes to partners below theirs, by weights; when none of them has a weight, to the host.</summary>
    private static (Value[] Shares, Value Beyond) Capped(RunScope run, PoolPlan pool, Value[] shares, Value[] weights)
    {
        var beyond = run.Set.Zero;
        if (pool.Partners.All(partner => partner.Cap is null))
        {
            return (shares, beyond);
        }

        var caps = pool.Partners.Select(partner => partner.Cap is { } path ? Value.Max(run.Values.ByYear(path), 0.0) : run.Set.Constant(double.MaxValue)).ToArray();
        for (var round = 0; round < shares.Length; round++)
        {
            var excess = run.Set.Sum(shares.Zip(caps, (share, cap) => Value.Max(share - cap, 0.0)));
            var below = shares.Select((share, row) => Value.IfAtMost(caps[row], share, run.Set.Zero, weights[row])).ToArray();
            var total = run.Set.Sum(below);
            shares = [.. shares.Select((share, row) => Value.Min(share, caps[row]) + (excess * Value.ShareOf(below[row], total)))];
            beyond += Value.IfAbove(total, run.Set.Zero, run.Set.Zero, excess);
        }

        return (shares, beyond);
    }

    private static Value[] OwnOverspends(RunScope run, PoolPlan pool, Value[] otherwise)
    {
        var least = run.Set.Constant(HalfAPenny);
        var over = pool.Partners.Select(partner => OverspendOf(run, partner)).Select(amount => Value.IfAtMost(amount, least, run.Set.Zero, amount)).ToArray();
        var total = run.Set.Sum(over);
        return [.. over.Select((amount, row) => Value.IfAtMost(total, run.Set.Zero, otherwise[row], Value.ShareOf(amount, total)))];
    }

    private static Value OverspendOf(RunScope run, PartnerPlan partner) => run.Set.Zero
        - run.Set.Sum(partner.BroughtIn.Except(partner.RingFenced).Except(partner.Excluded).Select(row => EndOfYear.Variance(run, row)));
}
