using SystemSim.Kernel;

namespace SystemSim.Analysis;

/// <summary>1 where any of some outcomes is above a bound, else 0.</summary>
internal sealed class AnyAboveStep(int result, ImmutableArray<int> of, double bound) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(Ledger[] ledgers, int lanes, double[] values, Span<double> to)
    {
        to.Clear();
        foreach (var row in of)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                to[lane] = values[(row * lanes) + lane] > bound ? 1.0 : to[lane];
            }
        }
    }
}
