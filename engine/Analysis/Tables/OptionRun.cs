using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What a run of one option left.</summary>
/// <param name="Option">The option.</param>
/// <param name="Ledger">Its ledger; lane 0 is the draw that is meant.</param>
public sealed record OptionRun(Option Option, Ledger Ledger)
{
    /// <summary>Whether the answers show the steps, where the ledger holds them; an appraisal by step needs them in any case.</summary>
    public bool ShowsSteps { get; init; } = true;
}
