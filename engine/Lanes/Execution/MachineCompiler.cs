using System.Reflection;
using System.Reflection.Emit;

namespace SystemSim.Lanes;

/// <summary>Turns the instructions of a section into machine code.</summary>
internal sealed unsafe class MachineCompiler : SectionCompiler
{
    private const int RowBytes = LaneMemory.LaneUnit * sizeof(double);

    private readonly VectorKind vectors;
    private readonly List<CompiledSection.Piece> pieces = [];
    private ILGenerator il = null!;

    private MachineCompiler(LaneProgram program, SectionCode code, VectorKind vectors)
        : base(program, code) => this.vectors = vectors;

    private bool Fuses => Program.Passes.HasFlag(Passes.Fuse);

    /// <summary>Compiles a section.</summary>
    public static CompiledSection Compile(LaneProgram program, SectionCode code, VectorKind vectors)
    {
        var compiler = new MachineCompiler(program, code, vectors);
        compiler.WritePieces();
        return new CompiledSection([.. compiler.pieces], compiler.Numbers);
    }

    /// <inheritdoc/>
    protected override void WritePiece(Action write)
    {
        var method = new DynamicMethod(
            "lanes",
            typeof(void),
            [typeof(object), typeof(double*), typeof(double*), typeof(nint)],
            typeof(MachineCompiler).Module,
            skipVisibility: true
        );
        il = method.GetILGenerator();
        write();
        il.Emit(OpCodes.Ret);

        // A delegate with a target is called without shuffling its arguments.
        pieces.Add(method.CreateDelegate<CompiledSection.Piece>(Program));
    }

    /// <inheritdoc/>
    protected override void WriteResult(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Load:
                Push(instruction.A);
                break;
            case Operation.Recall:
                PushInTurn(instruction.A, instruction.B, instruction.C);
                il.Emit(OpCodes.Ldobj, vectors.Vector);
                break;
            case Operation.YearChoice:
                PushAddress(instruction.A);
                il.Emit(OpCodes.Ldarg_3);
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldobj, vectors.Vector);
                break;
            case Operation.StepTable:
            case Operation.YearTable:
                PushNumber(instruction);
                break;
            case Operation.MultiplyAdd:
                Call(vectors.FusedMultiplyAdd, instruction.A, instruction.B, instruction.C);
                break;
            case Operation.MultiplySubtract when Fuses && vectors.FusedNegatedMultiplyAdd is { } negated:
                Call(negated, instruction.A, instruction.B, instruction.C);
                break;
            case Operation.MultiplySubtract:
                Push(instruction.A);
                il.Emit(OpCodes.Call, vectors.Negate);
                Push(instruction.B);
                Push(instruction.C);
                il.Emit(OpCodes.Call, vectors.FusedMultiplyAdd);
                break;
            case Operation.Minimum:
                Extreme(Fuses ? vectors.Minimum : null, vectors.LessThan, instruction);
                break;
            case Operation.Maximum:
                Extreme(Fuses ? vectors.Maximum : null, vectors.GreaterThan, instruction);
                break;
            case Operation.Choose:
                Call(vectors.LessThanOrEqual, instruction.A, instruction.B);
                Select(instruction.C, instruction.D);
                break;
            default:
                Call(
                    instruction.Operation switch
                    {
                        Operation.Add => vectors.Add,
                        Operation.Subtract => vectors.Subtract,
                        Operation.Multiply => vectors.Multiply,
                        _ => vectors.Divide,
                    },
                    instruction.A,
                    instruction.B);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void WriteRare(Instruction instruction)
    {
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4, (int)instruction.Operation);
        il.Emit(OpCodes.Ldc_I4, instruction.A);
        il.Emit(OpCodes.Ldc_I4, instruction.B);
        il.Emit(OpCodes.Ldc_I4, instruction.C);
        il.Emit(OpCodes.Ldc_I4, instruction.Result);
        il.Emit(OpCodes.Ldc_I4, vectors.Width);
        il.Emit(OpCodes.Call, typeof(MachineCompiler).GetMethod(nameof(RunRare), BindingFlags.NonPublic | BindingFlags.Static)!);
    }

    /// <inheritdoc/>
    protected override int Keep()
    {
        var local = il.DeclareLocal(vectors.Vector);
        il.Emit(OpCodes.Stloc, local);
        return local.LocalIndex;
    }

    /// <inheritdoc/>
    protected override void PushLocal(int local) => il.Emit(OpCodes.Ldloc, (short)local);

    /// <inheritdoc/>
    protected override void PushConstant(int row)
    {
        il.Emit(OpCodes.Ldc_R8, Program.Constants[row]);
        il.Emit(OpCodes.Call, vectors.Create);
    }

    /// <inheritdoc/>
    protected override void PushRow(int row)
    {
        PushAddress(row);
        il.Emit(OpCodes.Ldobj, vectors.Vector);
    }

    /// <inheritdoc/>
    protected override void WriteStore(int row, int length, Action push)
    {
        if (length == 0)
        {
            PushAddress(row);
        }
        else
        {
            PushInTurn(row, length, 0);
        }

        push();
        il.Emit(OpCodes.Stobj, vectors.Vector);
    }

    private static void RunRare(double* rows, int operation, int a, int b, int c, int result, int width)
    {
        for (var lane = 0; lane < width; lane++)
        {
            rows[((nint)result * LaneMemory.LaneUnit) + lane] = Arithmetic.Apply(
                (Operation)operation,
                rows[((nint)a * LaneMemory.LaneUnit) + lane],
                rows[((nint)b * LaneMemory.LaneUnit) + lane],
                rows[((nint)c * LaneMemory.LaneUnit) + lane],
                0.0);
        }
    }

    private void Call(MethodInfo method, params ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            Push(row);
        }

        il.Emit(OpCodes.Call, method);
    }

    private void Extreme(MethodInfo? native, MethodInfo comparison, Instruction instruction)
    {
        Call(native ?? comparison, instruction.A, instruction.B);
        if (native is null)
        {
            Select(instruction.A, instruction.B);
        }
    }

    private void Select(int whereTrue, int whereFalse)
    {
        Push(whereTrue);
        Push(whereFalse);
        il.Emit(OpCodes.Call, vectors.ConditionalSelect);
    }

    private void PushNumber(Instruction instruction)
    {
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, Numbers.PlaceOf(instruction) * sizeof(double));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_R8);
        il.Emit(OpCodes.Call, vectors.Create);
    }

    private void PushAddress(int row)
    {
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4, row * RowBytes);
        il.Emit(OpCodes.Add);
    }

    /// <summary>The row of a history that is in turn, or was some steps ago.</summary>
    private void PushInTurn(int first, int length, int ago)
    {
        PushAddress(first);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Ldc_I4, ago * RowBytes);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Ldc_I4, (length - 1) * RowBytes);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Add);
    }
}
