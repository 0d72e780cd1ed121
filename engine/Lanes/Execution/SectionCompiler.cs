namespace SystemSim.Lanes;

/// <summary>Turns the instructions of a section into code of a machine with a stack, whichever that is: decides what is kept
/// where.</summary>
/// <remarks>
/// The code is cut into pieces short enough for a compiler to optimise well. Within a piece results stay in locals; only what another
/// piece or section reads goes to memory.
/// </remarks>
internal abstract class SectionCompiler
{
    private const int PieceLength = 200;
    private const int LongAgo = 24;
    private const int Never = -1;

    private readonly bool[] mustStore;
    private readonly int[] storesNow;
    private readonly ILookup<int, int> storesAt;
    private readonly HashSet<int> storedRows;
    private readonly HashSet<int> rowsStoredFrom;
    private readonly HashSet<int> rowsOfRare = [];
    private readonly Dictionary<int, Held> held = [];
    private readonly HashSet<int> overwritten = [];
    private int now;

    /// <summary>Looks through a section for what must go to memory.</summary>
    protected SectionCompiler(LaneProgram program, SectionCode code)
    {
        Program = program;
        Code = code;
        Numbers = new SectionNumbers(program, code);
        mustStore = new bool[code.Instructions.Length];
        storesNow = new int[code.Stores.Length];
        storedRows = [.. code.Stores.Select(store => store.To)];
        rowsStoredFrom = [.. code.Stores.Select(store => store.From)];
        FindStores();
        storesAt = Enumerable.Range(0, storesNow.Length).ToLookup(store => storesNow[store]);
    }

    /// <summary>The program.</summary>
    protected LaneProgram Program { get; }

    /// <summary>What the section does.</summary>
    protected SectionCode Code { get; }

    /// <summary>Numbers of the step or year that the code reads.</summary>
    protected SectionNumbers Numbers { get; }

    private bool Holds => Program.Passes.HasFlag(Passes.Hold);

    /// <summary>Writes the section, piece by piece.</summary>
    protected void WritePieces()
    {
        var instructions = Code.Instructions.Length;
        for (var first = 0; first < instructions; first += PieceLength)
        {
            var last = Math.Min(first + PieceLength, instructions);
            Write(() => WriteInstructions(first, last));
        }

        var stores = Code.Stores.Where((_, store) => storesNow[store] == Never).ToArray();
        for (var first = 0; first < stores.Length; first += PieceLength)
        {
            Write(() => WriteStores(stores.AsSpan(first, Math.Min(PieceLength, stores.Length - first))));
        }
    }

    /// <summary>Starts a piece, lets it be written, and ends it.</summary>
    protected abstract void WritePiece(Action write);

    /// <summary>Writes an instruction that is not rare, and leaves its result on the stack. It pushes its operands by
    /// <see cref="Push"/>.</summary>
    protected abstract void WriteResult(Instruction instruction);

    /// <summary>Writes a rare instruction, which works on memory, one lane after the other.</summary>
    protected abstract void WriteRare(Instruction instruction);

    /// <summary>Takes what is on the stack into a local.</summary>
    /// <returns>The local.</returns>
    protected abstract int Keep();

    /// <summary>Pushes a local.</summary>
    protected abstract void PushLocal(int local);

    /// <summary>Pushes a number that is known: the row's.</summary>
    protected abstract void PushConstant(int row);

    /// <summary>Pushes a row that stands in memory.</summary>
    protected abstract void PushRow(int row);

    /// <summary>Writes a value to memory.</summary>
    /// <param name="row">The row that receives it; of rows that are used in turn, the first.</param>
    /// <param name="length">How many rows are used in turn; 0 for a single one.</param>
    /// <param name="push">Pushes the value.</param>
    protected abstract void WriteStore(int row, int length, Action push);

    /// <summary>Pushes a row, from wherever it is.</summary>
    protected void Push(int row)
    {
        if (row < Program.Constants.Length)
        {
            PushConstant(row);
            return;
        }

        // What has long not been read is read again where it still stands in memory: registers are few.
        if (
            held.TryGetValue(row, out var known)
            && Holds
            && (now - known.LastRead <= LongAgo || !known.IsInMemory || overwritten.Contains(row))
        )
        {
            PushLocal(known.Local);
            held[row] = known with { LastRead = now };
            return;
        }

        PushRow(row);
        if (Holds && (storedRows.Contains(row) || known.IsInMemory))
        {
            // It may be overwritten while it is still needed: keep what it was.
            var local = Keep();
            PushLocal(local);
            held[row] = new Held(local, now, IsInMemory: true);
        }
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
        for (var position = 0; position < Code.Instructions.Length; position++)
        {
            var instruction = Code.Instructions[position];
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

            mustStore[position] = !Holds || instruction.Result < Program.FirstScratch || IsRare(instruction.Operation);
            writer[instruction.Result] = position;
        }

        for (var store = 0; store < Code.Stores.Length; store++)
        {
            storesNow[store] = Never;
            if (writer.TryGetValue(Code.Stores[store].From, out var position))
            {
                var isFree = IsFree(Code.Stores[store], position, reads.GetValueOrDefault(Code.Stores[store].To, []));
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
            || !Program.Passes.HasFlag(Passes.Early)
            || store.Length > 0
            || rowsOfRare.Contains(store.To)
            || IsRare(Code.Instructions[position].Operation)
            || rowsStoredFrom.Contains(store.To)
        )
        {
            return false;
        }

        var last = readsOfOld.Count == 0 ? Never : readsOfOld[^1];
        var isHeld = readsOfOld.Any(read => read <= position && PieceOf(read) == PieceOf(position));
        return last <= position || (isHeld && PieceOf(last) == PieceOf(position));
    }

    private void Write(Action write)
    {
        held.Clear();
        overwritten.Clear();
        WritePiece(write);
    }

    private void WriteInstructions(int first, int last)
    {
        for (var position = first; position < last; position++)
        {
            now = position;
            Write(Code.Instructions[position], position);
        }
    }

    private void WriteStores(ReadOnlySpan<Store> stores)
    {
        foreach (var store in stores)
        {
            WriteStore(store.To, store.Length, () => Push(store.From));
        }
    }

    private void Write(Instruction instruction, int position)
    {
        if (IsRare(instruction.Operation))
        {
            foreach (var row in ReadRows(instruction).Where(held.ContainsKey))
            {
                StoreHeld(held[row].Local, row);
            }

            WriteRare(instruction);
            held.Remove(instruction.Result);
            return;
        }

        WriteResult(instruction);
        var result = Keep();
        held[instruction.Result] = new Held(result, position, mustStore[position]);
        if (mustStore[position])
        {
            StoreHeld(result, instruction.Result);
        }

        foreach (var store in storesAt[position])
        {
            StoreHeld(result, Code.Stores[store].To);
            overwritten.Add(Code.Stores[store].To);
        }
    }

    private void StoreHeld(int local, int row) => WriteStore(row, length: 0, () => PushLocal(local));

    /// <summary>A row that stands in a register.</summary>
    /// <param name="Local">Where.</param>
    /// <param name="LastRead">Position of its latest use.</param>
    /// <param name="IsInMemory">Whether it stands in memory too.</param>
    private readonly record struct Held(int Local, int LastRead, bool IsInMemory);
}
