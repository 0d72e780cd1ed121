using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>The numbers of tables that the code of a section reads: those of one time stand together.</summary>
/// <remarks>The time is the step in a section of steps, and the year in others.</remarks>
internal sealed class SectionNumbers
{
    private readonly LaneProgram program;
    private readonly List<ImmutableArray<double>> tables = [];
    private readonly Dictionary<ImmutableArray<double>, int> places = [];
    private readonly int times;
    private readonly double[] numbers;

    /// <summary>Puts the numbers of a section together.</summary>
    public SectionNumbers(LaneProgram program, SectionCode code)
    {
        this.program = program;
        var choices = new List<int>();
        foreach (var instruction in code.Instructions)
        {
            if (instruction.Operation is Operation.StepTable or Operation.YearTable && places.TryAdd(TableOf(instruction), tables.Count))
            {
                tables.Add(TableOf(instruction));
            }
            else if (instruction.Operation == Operation.YearChoice)
            {
                choices.Add(instruction.B);
            }
        }

        times = tables.Select(table => table.Length).Concat(choices).DefaultIfEmpty(int.MaxValue).Min();
        numbers = GC.AllocateArray<double>(tables.Count == 0 ? 0 : times * tables.Count, pinned: true);
        for (var number = 0; number < numbers.Length; number++)
        {
            numbers[number] = tables[number % tables.Count][number / tables.Count];
        }
    }

    /// <summary>Where the number of an instruction stands among those of one time.</summary>
    public int PlaceOf(Instruction instruction) => places[TableOf(instruction)];

    /// <summary>The numbers of one time; they stay where they are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Some table or choice has no value for that time.</exception>
    public ReadOnlySpan<double> At(int time)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)time, (uint)times, nameof(time));
        return tables.Count == 0 ? default : numbers.AsSpan(time * tables.Count, tables.Count);
    }

    private ImmutableArray<double> TableOf(Instruction instruction) =>
        instruction.Operation == Operation.StepTable ? program.StepTables[instruction.A] : program.YearTables[instruction.A];
}
