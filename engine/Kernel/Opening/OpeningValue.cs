namespace SystemSim.Kernel;

/// <summary>Names an opening value that a run asks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Row">Of which service or effect; for a multiplier, of which service or need state moved from.</param>
/// <param name="Column">Of which move, or of which cohort (-1 for a target that has one multiplier).</param>
/// <param name="Target">Kind of target, for a multiplier.</param>
/// <param name="To">Need state moved to, for a multiplier.</param>
public readonly record struct OpeningValue(OpeningKind Kind, int Row, int Column = 0, TargetKind Target = TargetKind.Move, int To = 0);
