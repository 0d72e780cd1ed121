namespace SystemSim.Kernel;

/// <summary>A row that moves: of a history by step, of a choice by year.</summary>
/// <param name="First">First row.</param>
/// <param name="Length">Rows of the history; 0 for a choice by year.</param>
/// <param name="Ago">Steps ago.</param>
internal readonly record struct MovingPlace(int First, int Length, int Ago)
{
    /// <summary>The row now.</summary>
    public int Row(LaneMemory memory) =>
        Length == 0 ? First + memory.Year : First + ((memory.Step + Length - (Ago % Length)) % Length);
}
