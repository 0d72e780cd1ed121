namespace SystemSim.Analysis;

/// <summary>1 where an option does no harm, and none of those that do none costs less; shared among those that cost the same; else
/// 0.</summary>
/// <param name="result">The outcome.</param>
/// <param name="own">The option.</param>
/// <param name="costs">[option] what it costs.</param>
/// <param name="harms">What counts as harm.</param>
internal sealed class CheapestStep(int result, int own, ImmutableArray<int> costs, ImmutableArray<Harm> harms) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        var mine = Row(values, costs[own]);
        for (var draw = 0; draw < to.Length; draw++)
        {
            var (smaller, equal) = (0, 0);
            for (var option = 0; option < costs.Length; option++)
            {
                var other = Row(values, costs[option])[draw];
                if (other <= mine[draw] && !DoesHarm(values, option, draw))
                {
                    smaller += other < mine[draw] ? 1 : 0;
                    equal += other == mine[draw] ? 1 : 0;
                }
            }

            to[draw] = smaller > 0 || DoesHarm(values, own, draw) ? 0.0 : 1.0 / Math.Max(1, equal);
        }
    }

    private bool DoesHarm(double[] values, int option, int draw)
    {
        foreach (var harm in harms)
        {
            if (harm.IsDone(Row(values, harm.Of[option])[draw], Row(values, harm.Baseline)[draw]))
            {
                return true;
            }
        }

        return false;
    }
}
