using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SystemSim.Lanes;

/// <summary>A section as machine code.</summary>
/// <param name="pieces">Code, run in order.</param>
/// <param name="numbers">Numbers of the step or year that it reads.</param>
internal sealed unsafe class CompiledSection(CompiledSection.Piece[] pieces, SectionNumbers numbers)
{
    private const int RowBytes = LaneMemory.LaneUnit * sizeof(double);

    /// <summary>Code for one vector of lanes.</summary>
    /// <param name="rows">Their first row.</param>
    /// <param name="numbers">Numbers of the tables now.</param>
    /// <param name="time">The step or year, times the bytes of a row.</param>
    internal delegate void Piece(double* rows, double* numbers, nint time);

    /// <summary>Runs the code.</summary>
    /// <param name="memory">Rows of the program.</param>
    /// <param name="time">The step in a section of steps, the year in others.</param>
    /// <param name="width">Lanes of a vector.</param>
    public void Run(LaneMemory memory, int time, int width)
    {
        var now = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(numbers.At(time)));
        for (var lane = 0; lane < LaneMemory.LaneUnit; lane += width)
        {
            foreach (var piece in pieces)
            {
                piece(memory.Rows + lane, now, (nint)time * RowBytes);
            }
        }
    }
}
