namespace SystemSim.Kernel;

/// <summary>A section as machine code.</summary>
/// <param name="Pieces">Code, run in order.</param>
/// <param name="Tables">Tables whose number of the step or year the code reads, in the order of its numbers.</param>
/// <param name="Places">Rows that move from step to step or year to year, in the order of its places.</param>
internal sealed record CompiledSection(CompiledProgram.Piece[] Pieces, (bool IsStep, int Row)[] Tables, MovingPlace[] Places);
