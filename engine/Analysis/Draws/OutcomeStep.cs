using SystemSim.Kernel;

namespace SystemSim.Analysis;

/// <summary>How one outcome follows from ledgers and from outcomes before it, lane by lane.</summary>
/// <param name="result">The outcome.</param>
internal abstract class OutcomeStep(int result)
{
    /// <summary>Works it out.</summary>
    public void Run(Ledger[] ledgers, int lanes, double[] values) => Run(ledgers, lanes, values, values.AsSpan(result * lanes, lanes));

    /// <summary>Works it out into its own row.</summary>
    protected abstract void Run(Ledger[] ledgers, int lanes, double[] values, Span<double> to);
}
