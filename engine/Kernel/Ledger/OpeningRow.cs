namespace SystemSim.Kernel;

/// <summary>A stock as it is when the run starts.</summary>
/// <param name="Row">What it is.</param>
/// <param name="Output">Output that holds it before the first step.</param>
public readonly record struct OpeningRow(LedgerRow Row, int Output);
