using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SystemSim.Lanes;

/// <summary>Runs a program instruction by instruction, each over all lanes: the plain way, quick to start.</summary>
public sealed unsafe class Interpreter : IExecutor
{
    private const int Width = LaneMemory.LaneUnit;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(Section section, LaneMemory memory)
    {
        var code = memory.Program.Code(section);
        foreach (ref readonly var instruction in code.Instructions.AsSpan())
        {
            Run(in instruction, memory);
        }

        foreach (ref readonly var store in code.Stores.AsSpan())
        {
            var row = store.Length == 0 ? store.To : store.To + (memory.Step & (store.Length - 1));
            memory.Row(store.From).CopyTo(memory.Row(row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run(in Instruction instruction, LaneMemory memory)
    {
        var lanes = memory.Lanes;
        var rows = memory.Rows;
        var result = rows + ((nint)instruction.Result * lanes);
        var a = rows + ((nint)instruction.A * lanes);
        var b = rows + ((nint)instruction.B * lanes);
        var c = rows + ((nint)instruction.C * lanes);
        var d = rows + ((nint)instruction.D * lanes);
        switch (instruction.Operation)
        {
            case Operation.Add:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    (Vector512.LoadAligned(a + lane) + Vector512.LoadAligned(b + lane)).StoreAligned(result + lane);
                }

                break;
            case Operation.Subtract:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    (Vector512.LoadAligned(a + lane) - Vector512.LoadAligned(b + lane)).StoreAligned(result + lane);
                }

                break;
            case Operation.Multiply:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    (Vector512.LoadAligned(a + lane) * Vector512.LoadAligned(b + lane)).StoreAligned(result + lane);
                }

                break;
            case Operation.Divide:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    (Vector512.LoadAligned(a + lane) / Vector512.LoadAligned(b + lane)).StoreAligned(result + lane);
                }

                break;
            case Operation.MultiplyAdd:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    Vector512
                        .FusedMultiplyAdd(Vector512.LoadAligned(a + lane), Vector512.LoadAligned(b + lane), Vector512.LoadAligned(c + lane))
                        .StoreAligned(result + lane);
                }

                break;
            case Operation.MultiplySubtract:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    Vector512
                        .FusedMultiplyAdd(
                            -Vector512.LoadAligned(a + lane),
                            Vector512.LoadAligned(b + lane),
                            Vector512.LoadAligned(c + lane)
                        )
                        .StoreAligned(result + lane);
                }

                break;
            case Operation.Minimum:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    var left = Vector512.LoadAligned(a + lane);
                    var right = Vector512.LoadAligned(b + lane);
                    Vector512.ConditionalSelect(Vector512.LessThan(left, right), left, right).StoreAligned(result + lane);
                }

                break;
            case Operation.Maximum:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    var left = Vector512.LoadAligned(a + lane);
                    var right = Vector512.LoadAligned(b + lane);
                    Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), left, right).StoreAligned(result + lane);
                }

                break;
            case Operation.Choose:
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    var test = Vector512.LessThanOrEqual(Vector512.LoadAligned(a + lane), Vector512.LoadAligned(b + lane));
                    Vector512
                        .ConditionalSelect(test, Vector512.LoadAligned(c + lane), Vector512.LoadAligned(d + lane))
                        .StoreAligned(result + lane);
                }

                break;
            default:
                RunRare(in instruction, memory);
                break;
        }
    }

    private static void RunRare(in Instruction instruction, LaneMemory memory)
    {
        var result = memory.Row(instruction.Result);
        switch (instruction.Operation)
        {
            case Operation.Load:
                memory.Row(instruction.A).CopyTo(result);
                break;
            case Operation.Recall:
                memory.Row(instruction.A + Recalled(memory.Step, instruction)).CopyTo(result);
                break;
            case Operation.YearChoice:
                memory.Consecutive(instruction.A, instruction.B).Slice(memory.Year * memory.Lanes, memory.Lanes).CopyTo(result);
                break;
            case Operation.StepTable:
                result.Fill(memory.Program.StepTables[instruction.A][memory.Step]);
                break;
            case Operation.YearTable:
                result.Fill(memory.Program.YearTables[instruction.A][memory.Year]);
                break;
            default:
                var a = memory.Row(instruction.A);
                var b = memory.Row(instruction.B);
                var c = memory.Row(instruction.C);
                for (var lane = 0; lane < result.Length; lane++)
                {
                    result[lane] = Arithmetic.Apply(instruction.Operation, a[lane], b[lane], c[lane], 0.0);
                }

                break;
        }
    }

    /// <summary>Which row of a history held the value of so many steps ago: rows are used in turn.</summary>
    internal static int Recalled(int step, in Instruction instruction) =>
        (step - instruction.C) & (instruction.B - 1);
}
