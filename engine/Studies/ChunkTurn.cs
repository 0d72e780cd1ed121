namespace SystemSim.Studies;

/// <summary>A chunk of draws to be worked.</summary>
/// <param name="Row">Number of the chunk, from 0.</param>
/// <param name="FirstDraw">Its first draw.</param>
/// <param name="LastDraw">Its last draw.</param>
internal sealed record ChunkTurn(long Row, long FirstDraw, long LastDraw);
