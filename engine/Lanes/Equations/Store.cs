namespace SystemSim.Lanes;

/// <summary>A row that is copied to another when a section ends.</summary>
/// <param name="From">Row copied.</param>
/// <param name="To">Row that receives it; for a history the first row.</param>
/// <param name="Length">Rows of the history, used in turn by step; 0 for a single row.</param>
public readonly record struct Store(int From, int To, int Length);
