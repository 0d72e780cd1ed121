namespace SystemSim.Lanes;

/// <summary>Turns the instructions of a section into functions of a WebAssembly module.</summary>
/// <remarks>
/// A piece is a function that goes over all lanes, a vector of them at a time. One more, which is exported, calls the pieces. All of them
/// are given where the first row stands, where the numbers of the step or year stand, and the step or year times the bytes of a row.
/// </remarks>
internal sealed class ModuleCompiler : SectionCompiler
{
    private const int FirstRow = 0;
    private const int FirstNumber = 1;
    private const int Time = 2;
    private const int Width = 2;
    private const int VectorBytes = Width * sizeof(double);
    private const byte NumberAlignment = 3;

    private readonly ModuleBuilder module;
    private readonly ModuleFunctions functions;
    private readonly int rowBytes;
    private readonly List<int> pieces = [];
    private ModuleFunction function = null!;

    private ModuleCompiler(LaneProgram program, SectionCode code, ModuleBuilder module, ModuleFunctions functions, int lanes)
        : base(program, code) => (this.module, this.functions, rowBytes) = (module, functions, lanes * sizeof(double));

    private ModuleBytes Bytes => function.Code;

    /// <summary>Adds the functions of a section.</summary>
    /// <param name="program">The program.</param>
    /// <param name="code">What the section does.</param>
    /// <param name="module">Receives the functions.</param>
    /// <param name="functions">Those that all sections share.</param>
    /// <param name="lanes">Lanes of a block; a power of two.</param>
    /// <param name="name">Under which the section is exported; it is not where it does nothing.</param>
    /// <returns>Numbers that the section reads; null where it does nothing.</returns>
    public static SectionNumbers? AddTo(
        LaneProgram program, SectionCode code, ModuleBuilder module, ModuleFunctions functions, int lanes, string name)
    {
        var compiler = new ModuleCompiler(program, code, module, functions, lanes);
        compiler.WritePieces();
        if (compiler.pieces.Count == 0)
        {
            return null;
        }

        var all = Function();
        foreach (var piece in compiler.pieces)
        {
            all.Write(ModuleBuilder.Call(piece, ModuleType.Int, all.Parameter(FirstRow), all.Parameter(FirstNumber), all.Parameter(Time)));
        }

        module.Export(name, module.Add(all));
        return compiler.Numbers;
    }

    /// <inheritdoc/>
    protected override void WritePiece(Action write)
    {
        function = Function();
        var end = function.Declare(ModuleType.Int);
        PushAddress();
        Bytes.Opcode(ModuleOpcode.IntConstant).Signed(rowBytes).Opcode(ModuleOpcode.IntAdd).Opcode(ModuleOpcode.LocalSet).Unsigned(end);
        function.Repeat(() =>
        {
            write();
            PushAddress();
            Bytes.Opcode(ModuleOpcode.IntConstant).Signed(VectorBytes).Opcode(ModuleOpcode.IntAdd)
                .Opcode(ModuleOpcode.LocalTee).Unsigned(FirstRow)
                .Opcode(ModuleOpcode.LocalGet).Unsigned(end)
                .Opcode(ModuleOpcode.IntIsNot);
        });
        pieces.Add(module.Add(function));
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
                PushAddressInTurn(instruction.B, instruction.C);
                LoadRow(instruction.A);
                break;
            case Operation.YearChoice:
                PushAddress();
                Bytes.Opcode(ModuleOpcode.LocalGet).Unsigned(Time).Opcode(ModuleOpcode.IntAdd);
                LoadRow(instruction.A);
                break;
            case Operation.StepTable:
            case Operation.YearTable:
                Bytes.Opcode(ModuleOpcode.LocalGet).Unsigned(FirstNumber).Opcode(ModuleOpcode.VectorLoadSplat)
                    .Byte(NumberAlignment).Unsigned(Numbers.PlaceOf(instruction) * sizeof(double));
                break;
            case Operation.Add:
                Write(ModuleOpcode.VectorAdd, instruction.A, instruction.B);
                break;
            case Operation.Subtract:
                Write(ModuleOpcode.VectorSubtract, instruction.A, instruction.B);
                break;
            case Operation.Multiply:
                Write(ModuleOpcode.VectorMultiply, instruction.A, instruction.B);
                break;
            case Operation.Divide:
                Write(ModuleOpcode.VectorDivide, instruction.A, instruction.B);
                break;
            case Operation.MultiplyAdd:
            case Operation.MultiplySubtract:
                WriteMultiplyAdd(instruction);
                break;
            case Operation.Minimum:
                Write(ModuleOpcode.VectorLeast, instruction.B, instruction.A);
                break;
            case Operation.Maximum:
                Write(ModuleOpcode.VectorMost, instruction.B, instruction.A);
                break;
            case Operation.Choose:
                Push(instruction.C);
                Push(instruction.D);
                Write(ModuleOpcode.VectorIsAtMost, instruction.A, instruction.B);
                Bytes.Opcode(ModuleOpcode.VectorSelect);
                break;
            default:
                throw new InvalidOperationException($"{instruction.Operation} is no instruction.");
        }
    }

    /// <inheritdoc/>
    protected override void WriteRare(Instruction instruction)
    {
        for (var lane = 0; lane < Width; lane++)
        {
            var (a, b, c) = (Number(instruction.A, lane), Number(instruction.B, lane), Number(instruction.C, lane));
            PushAddress();
            function.Write(
                instruction.Operation switch
                {
                    Operation.Floor => a.To(ModuleType.Double, ModuleOpcode.DoubleFloor),
                    Operation.Exp => ModuleBuilder.Call(functions.Exp, ModuleType.Double, a),
                    _ => ModuleBuilder.CallApply(instruction.Operation, a, b, c),
                }
            );
            Bytes.Opcode(ModuleOpcode.DoubleStore).Byte(NumberAlignment).Unsigned(Offset(instruction.Result, lane));
        }
    }

    /// <inheritdoc/>
    protected override int Keep()
    {
        var local = function.Declare(ModuleType.Vector);
        Bytes.Opcode(ModuleOpcode.LocalSet).Unsigned(local);
        return local;
    }

    /// <inheritdoc/>
    protected override void PushLocal(int local) => Bytes.Opcode(ModuleOpcode.LocalGet).Unsigned(local);

    /// <summary>A constant stands in its row, which is quicker read than made.</summary>
    protected override void PushConstant(int row) => PushRow(row);

    /// <inheritdoc/>
    protected override void PushRow(int row)
    {
        PushAddress();
        LoadRow(row);
    }

    /// <inheritdoc/>
    protected override void WriteStore(int row, int length, Action push)
    {
        if (length == 0)
        {
            PushAddress();
        }
        else
        {
            PushAddressInTurn(length, ago: 0);
        }

        push();
        Bytes.Opcode(ModuleOpcode.VectorStore).Byte(NumberAlignment).Unsigned(Offset(row));
    }

    private static ModuleFunction Function() => new([ModuleType.Int, ModuleType.Int, ModuleType.Int], result: null);

    private void WriteMultiplyAdd(Instruction instruction)
    {
        var isNegated = instruction.Operation == Operation.MultiplySubtract;
        if (functions.MultiplyAdd is not { } emulated)
        {
            var opcode = isNegated ? ModuleOpcode.VectorMultiplySubtract : ModuleOpcode.VectorMultiplyAdd;
            Write(opcode, instruction.A, instruction.B, instruction.C);
            return;
        }

        Push(instruction.A);
        if (isNegated)
        {
            Bytes.Opcode(ModuleOpcode.VectorNegate);
        }

        Push(instruction.B);
        Push(instruction.C);
        Bytes.Opcode(ModuleOpcode.Call).Unsigned(emulated);
    }

    private void Write(ModuleOpcode opcode, params ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            Push(row);
        }

        Bytes.Opcode(opcode);
    }

    private void PushAddress() => Bytes.Opcode(ModuleOpcode.LocalGet).Unsigned(FirstRow);

    /// <summary>Pushes where, after the first row of a history, that in turn stands, or that of some steps ago.</summary>
    private void PushAddressInTurn(int length, int ago)
    {
        PushAddress();
        Bytes.Opcode(ModuleOpcode.LocalGet).Unsigned(Time)
            .Opcode(ModuleOpcode.IntConstant).Signed(ago * rowBytes)
            .Opcode(ModuleOpcode.IntSubtract)
            .Opcode(ModuleOpcode.IntConstant).Signed((length - 1) * rowBytes)
            .Opcode(ModuleOpcode.IntAnd)
            .Opcode(ModuleOpcode.IntAdd);
    }

    private void LoadRow(int row) => Bytes.Opcode(ModuleOpcode.VectorLoad).Byte(NumberAlignment).Unsigned(Offset(row));

    private ModuleTerm Number(int row, int lane) => new(
        ModuleType.Double,
        new ModuleBytes().Opcode(ModuleOpcode.LocalGet).Unsigned(FirstRow)
            .Opcode(ModuleOpcode.DoubleLoad).Byte(NumberAlignment).Unsigned(Offset(row, lane))
    );

    private int Offset(int row, int lane = 0) => checked((row * rowBytes) + (lane * sizeof(double)));
}
