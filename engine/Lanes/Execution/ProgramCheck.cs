namespace SystemSim.Lanes;

/// <summary>Looks whether a program keeps to its own rows, before any memory is set aside for it: what runs it reads and writes without
/// asking.</summary>
internal static class ProgramCheck
{
    /// <summary>Looks through a program.</summary>
    /// <exception cref="InvalidOperationException">It reads or writes a row that it has not got.</exception>
    public static void Verify(LaneProgram program)
    {
        Within(program, 0, program.Constants.Length);
        Within(program, program.FirstInput, program.Inputs);
        Within(program, program.FirstUniform, program.Streams.Length);
        foreach (var output in program.Outputs)
        {
            Within(program, output, 1);
        }

        foreach (var section in program.Sections)
        {
            foreach (ref readonly var instruction in section.Instructions.AsSpan())
            {
                Verify(program, in instruction);
            }

            foreach (ref readonly var store in section.Stores.AsSpan())
            {
                Within(program, store.From, 1);
                InTurn(program, store.To, Math.Max(store.Length, 1));
            }
        }
    }

    private static void Verify(LaneProgram program, in Instruction instruction)
    {
        Within(program, instruction.Result, 1);
        switch (instruction.Operation)
        {
            case Operation.StepTable:
                Refuse(instruction.A < 0 || instruction.A >= program.StepTables.Length);
                break;
            case Operation.YearTable:
                Refuse(instruction.A < 0 || instruction.A >= program.YearTables.Length);
                break;
            case Operation.YearChoice:
                Within(program, instruction.A, instruction.B);
                break;
            case Operation.Recall:
                InTurn(program, instruction.A, instruction.B);
                Refuse(instruction.C < 1 || instruction.C > instruction.B);
                break;
            default:
                Within(program, instruction.A, 1);
                Within(program, instruction.B, 1);
                Within(program, instruction.C, 1);
                Within(program, instruction.D, 1);
                break;
        }
    }

    /// <summary>Rows that are used in turn are a power of two, since the place in turn is taken by its lowest bits.</summary>
    private static void InTurn(LaneProgram program, int first, int rows)
    {
        Refuse(!int.IsPow2(rows));
        Within(program, first, rows);
    }

    private static void Within(LaneProgram program, int first, int rows) => Refuse(first < 0 || rows < 0 || rows > program.Rows - first);

    private static void Refuse(bool isOutside)
    {
        if (isOutside)
        {
            throw new InvalidOperationException("A program reads or writes a row that it has not got.");
        }
    }
}
