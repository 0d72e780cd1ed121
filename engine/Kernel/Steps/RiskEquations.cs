namespace SystemSim.Kernel;

/// <summary>How partners of a pool divide an underspend and an overspend.</summary>
internal static class RiskEquations
{
    private const double HalfAPenny = 0.005;

    /// <summary>[partner] weights: stated shares, or in proportion to contributions.</summary>
    /// <param name="run">The run.</param>
    /// <param name="pool">The pool's terms.</param>
    /// <param name="contributions">[partner] contributions of the year.</param>
    public static Value[] Weights(RunScope run, PoolPlan pool, Value[] contributions)
    {
        if (pool.Partners[0].RiskShare is not null)
        {
            return [.. pool.Partners.Select(partner => run.Values.Of(partner.RiskShare!))];
        }

        var paid = contributions.Select(contribution => Value.Max(contribution, 0.0)).ToArray();
        var total = run.Set.Sum(paid);
        return [.. paid.Select((amount, row) =>
            Value.IfAtMost(total, run.Set.Zero, run.Set.Constant(row == pool.Host ? 1.0 : 0.0), Value.ShareOf(amount, total)))];
    }

    /// <summary>What is underspent, and who meets what is overspent.</summary>
    /// <param name="run">The run.</param>
    /// <param name="fund">The pool.</param>
    /// <param name="pool">The pool's terms.</param>
    /// <param name="result">Money less payments and ring-fence settlements.</param>
    /// <param name="reserve">Risk reserve at hand.</param>
    public static PoolOutcome Outcome(RunScope run, FundRun fund, PoolPlan pool, Value result, Value reserve)
    {
        var weights = Weights(run, pool, fund.Contributions);
        if (pool.RiskRule == RiskShare.EachItsOwn)
        {
            return EachItsOwn(run, fund, pool, weights, reserve);
        }

        var under = Value.Max(result, 0.0);
        var over = Value.Max(run.Set.Zero - result, 0.0);
        if (pool.Corridor is not { } corridor)
        {
            return Beyond(run, pool, (under, over), (run.Set.Zero, run.Set.Zero), weights, reserve);
        }

        var within = run.Values.Of(corridor) * Value.Max(run.Set.Sum(fund.Contributions), 0.0);
        var excluded = run.Set.Sum(pool.Partners.SelectMany(partner => Over(run, partner)));
        var host = (Under: Value.Min(under, within), Over: Value.Min(Value.Max(over - excluded, 0.0), within));
        return Beyond(run, pool, (under - host.Under, over - host.Over), host, weights, reserve);
    }

    /// <summary>Overspends on a partner's excluded services.</summary>
    private static IEnumerable<Value> Over(RunScope run, PartnerPlan partner) =>
        partner.Excluded.Select(row => Value.Max(run.Set.Zero - EndOfYear.Variance(run, row), 0.0));

    /// <summary>What is beyond the corridor is shared, and what is within it is the host's.</summary>
    private static PoolOutcome Beyond(
        RunScope run,
        PoolPlan pool,
        (Value Under, Value Over) shared,
        (Value Under, Value Over) host,
        Value[] weights,
        Value reserve
    )
    {
        var drawn = Value.Min(shared.Over, reserve);
        var borne = Share(run, pool, shared.Over - drawn, weights).Select((part, row) => row == pool.Host ? part + host.Over : part);
        return new PoolOutcome([.. weights.Select(weight => shared.Under * weight)], host.Under, drawn, [.. borne]);
    }

    /// <summary>Each partner keeps or pays what its services and its weight of the contingency come to, whatever the others' come
    /// to.</summary>
    private static PoolOutcome EachItsOwn(RunScope run, FundRun fund, PoolPlan pool, Value[] weights, Value reserve)
    {
        var set = run.Set;
        var spare = fund.Money - set.Sum(fund.Plan.Services.Select(row => run.Services[row].Budget));
        var nets = pool
            .Partners.Select(
                (partner, row) =>
                    Value.MultiplyAdd(weights[row], spare, set.Sum(partner.Unfenced.Select(service => EndOfYear.Variance(run, service))))
            )
            .ToArray();
        var overs = nets.Select(net => Value.Max(set.Zero - net, 0.0)).ToArray();
        var over = set.Sum(overs);
        var drawn = Value.Min(over, reserve);
        var shares = overs.Select(own => (over - drawn) * Value.ShareOf(own, over)).ToArray();

        // What caps leave must not go to whoever is over by a rounding.
        var weighty = overs.Select(own => Value.IfAtMost(own, set.Constant(HalfAPenny), set.Zero, own)).ToArray();
        return new PoolOutcome([.. nets.Select(net => Value.Max(net, 0.0))], set.Zero, drawn, Capped(run, pool, shares, weighty));
    }

    /// <summary>[partner] what each bears of an overspend; together the overspend.</summary>
    private static Value[] Share(RunScope run, PoolPlan pool, Value overspend, Value[] weights)
    {
        var (excluded, left) = Excluded(run, pool, overspend);
        return [.. Capped(run, pool, ByRule(run, pool, left, weights), weights).Select((share, row) => share + excluded[row])];
    }

    /// <summary>Overspends on services that are excluded, borne by whoever brought them in, and what goes on to be shared.</summary>
    private static (Value[] Shares, Value Left) Excluded(RunScope run, PoolPlan pool, Value overspend)
    {
        if (pool.Partners.All(partner => partner.Excluded.IsEmpty))
        {
            return ([.. pool.Partners.Select(_ => run.Set.Zero)], overspend);
        }

        var over = pool
            .Partners.Select(partner => run.Set.Sum(Over(run, partner)))
            .ToArray();
        var part = Value.Min(Value.ShareOf(overspend, run.Set.Sum(over)), 1.0);
        var shares = over.Select(amount => amount * part).ToArray();
        return (shares, Value.Max(overspend - run.Set.Sum(shares), 0.0));
    }

    private static Value[] ByRule(RunScope run, PoolPlan pool, Value overspend, Value[] weights)
    {
        if (pool.RiskRule != RiskShare.LeadFirst)
        {
            return [.. weights.Select(weight => overspend * weight)];
        }

        var slice = Value.Min(overspend, Value.Max(run.Values.ByYear(pool.Slice!), 0.0));
        var rest = overspend - slice;
        return [.. weights.Select((weight, row) => row == pool.Host ? Value.MultiplyAdd(rest, weight, slice) : rest * weight)];
    }

    /// <summary>What exceeds caps goes to partners below theirs, by weights; when none of them has a weight, to the host.</summary>
    private static Value[] Capped(RunScope run, PoolPlan pool, Value[] shares, Value[] weights)
    {
        if (pool.Partners.All(partner => partner.Cap is null))
        {
            return shares;
        }

        var beyond = run.Set.Zero;

        var caps = pool
            .Partners.Select(partner =>
                partner.Cap is { } path ? Value.Max(run.Values.ByYear(path), 0.0) : run.Set.Constant(double.MaxValue)
            )
            .ToArray();
        for (var round = 0; round < shares.Length; round++)
        {
            var excess = run.Set.Sum(shares.Zip(caps, (share, cap) => Value.Max(share - cap, 0.0)));
            var below = shares.Select((share, row) => Value.IfAtMost(caps[row], share, run.Set.Zero, weights[row])).ToArray();
            var total = run.Set.Sum(below);
            shares = [.. shares.Select((share, row) => Value.Min(share, caps[row]) + (excess * Value.ShareOf(below[row], total)))];
            beyond += Value.IfAbove(total, run.Set.Zero, run.Set.Zero, excess);
        }

        return [.. shares.Select((share, row) => row == pool.Host ? share + beyond : share)];
    }
}
