using System.Runtime.CompilerServices;

namespace SystemSim.Lanes;

/// <summary>The rows of a program for a block of lanes, and where in time the block stands.</summary>
/// <remarks>
/// <b>Shape.</b> <c>[row * Lanes + lane]</c>, rows aligned to a vector. The number of lanes is a multiple of <see cref="LaneUnit"/>;
/// callers fill lanes they do not need with copies of another, so that no lane ever holds nonsense.
/// </remarks>
public sealed unsafe class LaneMemory
{
    /// <summary>Lanes come in multiples of this, whatever the width of the machine's vectors.</summary>
    public const int LaneUnit = 8;

    private const int Alignment = 64;
    private readonly double[] pinned;

    /// <summary>Sets memory aside for a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="lanes">Lanes; a multiple of <see cref="LaneUnit"/>.</param>
    public LaneMemory(LaneProgram program, int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(lanes % LaneUnit, 0);
        Program = program;
        Lanes = lanes;
        ProgramCheck.Verify(program);
        pinned = Numbers.Pinned(program.Rows, lanes, Alignment / sizeof(double));
        var start = (nint)Unsafe.AsPointer(ref pinned[0]);
        Rows = (double*)((start + Alignment - 1) & ~(Alignment - 1));
        for (var row = 0; row < program.Constants.Length; row++)
        {
            Row(row).Fill(program.Constants[row]);
        }
    }

    /// <summary>The program whose rows these are.</summary>
    public LaneProgram Program { get; }

    /// <summary>Lanes in the block.</summary>
    public int Lanes { get; }

    /// <summary>Step now being worked out, from 0.</summary>
    public int Step { get; set; }

    /// <summary>Year now being worked out, from 0.</summary>
    public int Year { get; set; }

    internal double* Rows { get; }

    /// <summary>All rows.</summary>
    internal Span<double> All => new(Rows, Program.Rows * Lanes);

    /// <summary>[lane] values of a row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The program has no such row.</exception>
    public Span<double> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Program.Rows, nameof(row));
        return new(Rows + ((nint)row * Lanes), Lanes);
    }

    /// <summary><c>[row * Lanes + lane]</c> values of rows that stand together.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The program has not all of these rows.</exception>
    public ReadOnlySpan<double> Consecutive(int first, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Program.Rows - first);
        return new(Rows + ((nint)first * Lanes), checked(rows * Lanes));
    }

    /// <summary>[lane] values of an input.</summary>
    public Span<double> Input(int input) => Row(Program.FirstInput + input);

    /// <summary>Fills the uniform numbers of the step.</summary>
    public void Draw(LaneDraws draws)
    {
        for (var uniform = 0; uniform < Program.Streams.Length; uniform++)
        {
            draws.Fill(Program.Streams[uniform], Step, Row(Program.FirstUniform + uniform));
        }
    }

    /// <summary>[lane] values of an output.</summary>
    public ReadOnlySpan<double> Output(int output) => Row(Program.Outputs[output]);
}
