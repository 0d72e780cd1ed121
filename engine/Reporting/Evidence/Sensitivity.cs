namespace SystemSim.Reporting;

/// <summary>What is known of which numbers matter: nothing unless a study has looked.</summary>
/// <param name="Central">The result with central values: what the featured option spends more than the baseline, over all years.</param>
/// <param name="Rows">What each number does to it.</param>
/// <param name="Switching">Where it turns.</param>
public sealed record Sensitivity(double Central, ImmutableArray<TornadoRow> Rows, ImmutableArray<SwitchingValue> Switching);
