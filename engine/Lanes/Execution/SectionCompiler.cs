using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;

namespace SystemSim.Lanes;

/// <summary>Turns the instructions of a section into machine code.</summary>
/// <remarks>
/// The code is cut into pieces short enough for the compiler to optimise well. Within a piece results stay in registers; only what another
/// piece or section reads goes to memory.
/// </remarks>
internal sealed unsafe class SectionCompiler
{
    private const int PieceLength = 200;
    private const int RowBytes = LaneMemory.LaneUnit * sizeof(double);
    private const int LongAgo = 24;
    private const int Never = -1;

    private readonly LaneProgram program;
    private readonly SectionCode code;
    private readonly VectorKind vectors;
    private readonly bool[] mustStore;
    private readonly int[] storesNow;
    private readonly ILookup<int, int> storesAt;
    private readonly HashSet<int> storedRows;
    private readonly HashSet<int> rowsStoredFrom;
    private readonly HashSet<int> rowsOfRare = [];
    private readonly List<ImmutableArray<double>> tables = [];
    private readonly Dictionary<ImmutableArray<double>, int> indices = [];
    private readonly Dictionary<int, Held> held = [];
    private readonly HashSet<int> overwritten = [];
    private int now;
    private ILGenerator il = null!;

    /// <summary>Looks through a section for what must go to memory.</summary>
    public SectionCompiler(LaneProgram program, SectionCode code, VectorKind vectors)
    {
        this.program = program;
        this.code = code;
        this.vectors = vectors;
        mustStore = new bool[code.Instructions.Length];
        storesNow = new int[code.Stores.Length];
        storedRows = [.. code.Stores.Select(store => store.To)];
        rowsStoredFrom = [.. code.Stores.Select(store => store.From)];
        FindStores();
        storesAt = Enumerable.Range(0, storesNow.Length).ToLookup(store => storesNow[store]);
    }

    private bool Holds => program.Passes.HasFlag(Passes.Hold);

    private bool Fuses => program.Passes.HasFlag(Passes.Fuse);

    /// <summary>Compiles the section.</summary>
    public CompiledSection Compile()
    {
        var pieces = new List<CompiledSection.Piece>();
        var instructions = code.Instructions.Length;
        for (var first = 0; first < instructions; first += PieceLength)
        {
            var last = Math.Min(first + PieceLength, instructions);
            pieces.Add(Compile(() => EmitInstructions(first, last)));
        }

        var stores = code.Stores.Where((_, store) => storesNow[store] == Never).ToArray();
        for (var first = 0; first < stores.Length; first += PieceLength)
        {
            pieces.Add(Compile(() => EmitStores(stores.AsSpan(first, Math.Min(PieceLength, stores.Length - first)))));
        }

        return new CompiledSection([.. pieces], tables.Count, Numbers(), Times());
    }

    private static bool IsRare(Operation operation) => operation >= Operation.Exp;

    private static IEnumerable<int> ReadRows(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Load:
            case Operation.Exp:
            case Operation.OneMinusExp:
            case Operation.Floor:
                yield return instruction.A;
                break;
            case Operation.Recall:
            case Operation.YearChoice:
            case Operation.StepTable:
            case Operation.YearTable:
                break;
            default:
                yield return instruction.A;
                yield return instruction.B;
                if (instruction.Operation is Operation.MultiplyAdd or Operation.MultiplySubtract or Operation.Choose or Operation.Binomial)
                {
                    yield return instruction.C;
                }

                if (instruction.Operation == Operation.Choose)
                {
                    yield return instruction.D;
                }

                break;
        }
    }

    /// <summary>
    /// A result goes to memory when it lasts, when another piece reads it, or when a rare operation does. What is stored when the section
    /// ends is stored at once if nothing later reads what stood there, or only from a register.
    /// </summary>
    private void FindStores()
    {
        var writer = new Dictionary<int, int>();
        var reads = new Dictionary<int, List<int>>();
        for (var position = 0; position < code.Instructions.Length; position++)
        {
            var instruction = code.Instructions[position];
            foreach (var row in ReadRows(instruction))
            {
                if (!reads.TryGetValue(row, out var positions))
                {
                    reads.Add(row, positions = []);
                }

                positions.Add(position);
                if (IsRare(instruction.Operation))
                {
                    rowsOfRare.Add(row);
                }

                if (writer.TryGetValue(row, out var from) && (PieceOf(from) != PieceOf(position) || IsRare(instruction.Operation)))
                {
                    mustStore[from] = true;
                }
            }

            mustStore[position] = !Holds || instruction.Result < program.FirstScratch || IsRare(instruction.Operation);
            writer[instruction.Result] = position;
        }

        for (var store = 0; store < code.Stores.Length; store++)
        {
            storesNow[store] = Never;
            if (writer.TryGetValue(code.Stores[store].From, out var position))
            {
                var isFree = IsFree(code.Stores[store], position, reads.GetValueOrDefault(code.Stores[store].To, []));
                storesNow[store] = isFree ? position : Never;
                mustStore[position] |= !isFree;
            }
        }
    }

    private static int PieceOf(int position) => position / PieceLength;

    private bool IsFree(Store store, int position, List<int> readsOfOld)
    {
        // A rare operation reads what stands in memory.
        if (
            !Holds
            || !program.Passes.HasFlag(Passes.Early)
            || store.Length > 0
            || rowsOfRare.Contains(store.To)
            || IsRare(code.Instructions[position].Operation)
            || rowsStoredFrom.Contains(store.To)
        )
        {
            return false;
        }

        var last = readsOfOld.Count == 0 ? Never : readsOfOld[^1];
        var isHeld = readsOfOld.Any(read => read <= position && PieceOf(read) == PieceOf(position));
        return last <= position || (isHeld && PieceOf(last) == PieceOf(position));
    }

    private CompiledSection.Piece Compile(Action emit)
    {
        var method = new DynamicMethod(
            "lanes",
            typeof(void),
            [typeof(object), typeof(double*), typeof(double*), typeof(nint)],
            typeof(SectionCompiler).Module,
            skipVisibility: true
        );
        il = method.GetILGenerator();
        held.Clear();
        overwritten.Clear();
        emit();
        il.Emit(OpCodes.Ret);

        // A delegate with a target is called without shuffling its arguments.
        return method.CreateDelegate<CompiledSection.Piece>(program);
    }

    private void EmitInstructions(int first, int last)
    {
        for (var position = first; position < last; position++)
        {
            now = position;
            Emit(code.Instructions[position], position);
        }
    }

    private void EmitStores(ReadOnlySpan<Store> stores)
    {
        foreach (var store in stores)
        {
            EmitStore(store);
        }
    }

    private void Emit(Instruction instruction, int position)
    {
        if (IsRare(instruction.Operation))
        {
            EmitRare(instruction);
            return;
        }

        EmitResult(instruction);
        var result = il.DeclareLocal(vectors.Vector);
        il.Emit(OpCodes.Stloc, result);
        held[instruction.Result] = new Held(result, position, mustStore[position]);
        if (mustStore[position])
        {
            StoreHeld(result, instruction.Result);
        }

        foreach (var store in storesAt[position])
        {
            StoreHeld(result, code.Stores[store].To);
            overwritten.Add(code.Stores[store].To);
        }
    }

    private void EmitResult(Instruction instruction)
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
                PushNumber(instruction.Operation == Operation.StepTable, instruction.A);
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

    /// <summary>Rare operations work on memory, one lane after the other.</summary>
    private void EmitRare(Instruction instruction)
    {
        foreach (var row in ReadRows(instruction).Where(held.ContainsKey))
        {
            StoreHeld(held[row].Local, row);
        }

        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4, (int)instruction.Operation);
        il.Emit(OpCodes.Ldc_I4, instruction.A);
        il.Emit(OpCodes.Ldc_I4, instruction.B);
        il.Emit(OpCodes.Ldc_I4, instruction.C);
        il.Emit(OpCodes.Ldc_I4, instruction.Result);
        il.Emit(OpCodes.Ldc_I4, vectors.Width);
        il.Emit(OpCodes.Call, typeof(SectionCompiler).GetMethod(nameof(RunRare), BindingFlags.NonPublic | BindingFlags.Static)!);
        held.Remove(instruction.Result);
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

    private void EmitStore(Store store)
    {
        if (store.Length == 0)
        {
            PushAddress(store.To);
        }
        else
        {
            PushInTurn(store.To, store.Length, 0);
        }

        Push(store.From);
        il.Emit(OpCodes.Stobj, vectors.Vector);
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

    private void Push(int row)
    {
        if (row < program.Constants.Length)
        {
            il.Emit(OpCodes.Ldc_R8, program.Constants[row]);
            il.Emit(OpCodes.Call, vectors.Create);
            return;
        }

        // What has long not been read is read again where it still stands in memory: registers are few.
        if (
            held.TryGetValue(row, out var known)
            && Holds
            && (now - known.LastRead <= LongAgo || !known.IsInMemory || overwritten.Contains(row))
        )
        {
            il.Emit(OpCodes.Ldloc, known.Local);
            held[row] = known with { LastRead = now };
            return;
        }

        PushAddress(row);
        il.Emit(OpCodes.Ldobj, vectors.Vector);
        if (Holds && (storedRows.Contains(row) || known.IsInMemory))
        {
            // It may be overwritten while it is still needed: keep what it was.
            var local = il.DeclareLocal(vectors.Vector);
            il.Emit(OpCodes.Stloc, local);
            il.Emit(OpCodes.Ldloc, local);
            held[row] = new Held(local, now, IsInMemory: true);
        }
    }

    private void PushNumber(bool isStep, int table)
    {
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, Index(isStep ? program.StepTables[table] : program.YearTables[table]) * sizeof(double));
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

    private void StoreHeld(LocalBuilder local, int row)
    {
        PushAddress(row);
        il.Emit(OpCodes.Ldloc, local);
        il.Emit(OpCodes.Stobj, vectors.Vector);
    }

    private int Index(ImmutableArray<double> table)
    {
        if (indices.TryAdd(table, tables.Count))
        {
            tables.Add(table);
        }

        return indices[table];
    }

    /// <summary>The steps or years for which every table and choice of the section has a value.</summary>
    private int Times()
    {
        var choices = code
            .Instructions.Where(instruction => instruction.Operation == Operation.YearChoice)
            .Select(instruction => instruction.B);
        return tables.Select(table => table.Length).Concat(choices).DefaultIfEmpty(int.MaxValue).Min();
    }

    /// <summary>The numbers of all tables at one time stand together.</summary>
    private double[] Numbers()
    {
        var times = tables.Count == 0 ? 0 : tables[0].Length;
        var numbers = GC.AllocateArray<double>(times * tables.Count, pinned: true);
        for (var number = 0; number < numbers.Length; number++)
        {
            numbers[number] = tables[number % tables.Count][number / tables.Count];
        }

        return numbers;
    }

    /// <summary>A row that stands in a register.</summary>
    /// <param name="Local">Where.</param>
    /// <param name="LastRead">Position of its latest use.</param>
    /// <param name="IsInMemory">Whether it stands in memory too.</param>
    private readonly record struct Held(LocalBuilder Local, int LastRead, bool IsInMemory);
}
