namespace SystemSim.Kernel;

/// <summary>What one row of the ledger is.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Row">Of which cohort, area and age band, area, service, fund or organisation.</param>
/// <param name="Fund">Of which fund, for what passes between an organisation and a pool; else 0.</param>
public readonly record struct LedgerRow(Measure Measure, int Row, int Fund);
