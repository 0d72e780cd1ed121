namespace SystemSim.Kernel;

/// <summary>A settlement over which a council plans as one.</summary>
/// <param name="First">Row of its first year.</param>
/// <param name="Last">Row of its last year, which may be after the run.</param>
/// <param name="Use">General reserves that may be used over it.</param>
/// <param name="Index">Row of the index by which what is spent is to grow; -1 for none.</param>
public sealed record BalancedYearsPlan(int First, int Last, Number Use, int Index);
