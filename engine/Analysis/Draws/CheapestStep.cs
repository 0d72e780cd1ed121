using SystemSim.Kernel;

namespace SystemSim.Analysis;

/// <summary>1 where none of some outcomes is smaller, shared among those that are equal; else 0.</summary>
internal sealed class CheapestStep(int result, int own, ImmutableArray<int> all) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(Ledger[] ledgers, int lanes, double[] values, Span<double> to)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var mine = values[(own * lanes) + lane];
            var (smaller, equal) = (0, 0);
            foreach (var row in all)
            {
                var other = values[(row * lanes) + lane];
                smaller += other < mine ? 1 : 0;
                equal += other == mine ? 1 : 0;
            }

            to[lane] = smaller > 0 ? 0.0 : 1.0 / equal;
        }
    }
}
