using System.Globalization;

namespace SystemSim.Lanes;

/// <summary>Runs a program as a WebAssembly module made from its instructions: what machine code is to a browser.</summary>
/// <remarks>
/// A module is made for blocks of so many lanes. It works on lane memory where it stands, and runs a section at a call; steps
/// are counted by the caller, as with every executor. The bits are those of the <see cref="Interpreter"/>. Decision 070 says why it is so.
/// </remarks>
public sealed class ModuleProgram : IExecutor
{
    /// <summary>Lanes of a block for many runs: a call costs as much as some lanes do.</summary>
    public const int Lanes = 2 * LaneMemory.LaneUnit;

    private readonly LaneProgram program;
    private readonly int lanes;
    private readonly IModule module;
    private readonly SectionNumbers?[] numbers;

    private ModuleProgram(LaneProgram program, int lanes, IModule module, SectionNumbers?[] numbers) =>
        (this.program, this.lanes, this.module, this.numbers) = (program, lanes, module, numbers);

    /// <summary>Compiles a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="lanes">Lanes of its memory; a power of two.</param>
    /// <param name="modules">What instantiates its module.</param>
    public static ModuleProgram Compile(LaneProgram program, int lanes, IModules modules) =>
        Compile(program, lanes, modules.IsFused, modules.Instantiate);

    /// <summary>Whether the processor's own instruction for a product and a sum rounds once: it is tried on numbers that tell.</summary>
    /// <param name="instantiate">As <see cref="IModules.Instantiate"/>; throws where modules may not have that instruction at
    /// all.</param>
    public static bool IsFused(Func<byte[], IModule> instantiate)
    {
        var set = new EquationSet();
        var (factor, sum) = (set.Input(0), set.Input(1));
        var added = set.Output(Value.MultiplyAdd(factor, factor, set.Zero - sum));
        var subtracted = set.Output(Value.MultiplySubtract(factor, factor, sum));
        var memory = new LaneMemory(set.ToProgram(), Lanes);
        for (var lane = 0; lane < Lanes; lane++)
        {
            memory.Input(0)[lane] = 1.0 + Least(lane);
            memory.Input(1)[lane] = 1.0 + (2.0 * Least(lane));
        }

        Compile(memory.Program, Lanes, isFused: true, instantiate).Run(Section.Draw, memory);

        // (1 + e)² less 1 + 2 e is e², and nothing where the square is rounded before.
        return Enumerable.Range(0, Lanes).All(lane =>
            memory.Output(added)[lane] == Least(lane) * Least(lane) && memory.Output(subtracted)[lane] == -Least(lane) * Least(lane));

        static double Least(int lane) => Exact.PowerOfTwo(-30 - lane);
    }

    /// <summary>An operation on numbers, for those that a module has not got itself.</summary>
    /// <param name="operation">Number of the operation.</param>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand, if there is one.</param>
    /// <param name="c">Third operand, if there is one.</param>
    public static double Apply(int operation, double a, double b, double c) => Arithmetic.Apply((Operation)operation, a, b, c, 0.0);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The memory is another program's, or has other lanes than were compiled for.</exception>
    public void Run(Section section, LaneMemory memory)
    {
        if (!ReferenceEquals(memory.Program, program) || memory.Lanes != lanes)
        {
            throw new ArgumentException("The memory is not of this program.", nameof(memory));
        }

        if (numbers[section.Row] is { } read)
        {
            var time = section.Phase == Phase.Step ? memory.Step : memory.Year;
            module.Run(section.Row, memory.All, read.At(time), time * lanes * sizeof(double));
        }
    }

    private static ModuleProgram Compile(LaneProgram program, int lanes, bool isFused, Func<byte[], IModule> instantiate)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(int.IsPow2(lanes), true, nameof(lanes));
        var module = new ModuleBuilder();
        var functions = ModuleFunctions.AddTo(module, isFused);
        SectionNumbers?[] numbers =
        [
            .. program.Sections.Select((section, row) =>
                ModuleCompiler.AddTo(program, section, module, functions, lanes, row.ToString(CultureInfo.InvariantCulture))),
        ];
        return new ModuleProgram(program, lanes, instantiate(module.ToArray()), numbers);
    }
}
