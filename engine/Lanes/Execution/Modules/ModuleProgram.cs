using System.Globalization;

namespace SystemSim.Lanes;

/// <summary>Runs a program as a WebAssembly module made from its instructions: what machine code is to a browser.</summary>
/// <remarks>
/// Blocks have <see cref="LaneMemory.LaneUnit"/> lanes. The module works on lane memory where it stands, and runs a section at a call; steps
/// are counted by the caller, as with every executor. The bits are those of the <see cref="Interpreter"/>. Decision 070 says why it is so.
/// </remarks>
public sealed class ModuleProgram : IExecutor
{
    private const int Lanes = LaneMemory.LaneUnit;
    private const int RowBytes = Lanes * sizeof(double);

    private readonly LaneProgram program;
    private readonly IModule module;
    private readonly SectionNumbers?[] numbers;

    private ModuleProgram(LaneProgram program, IModule module, SectionNumbers?[] numbers) =>
        (this.program, this.module, this.numbers) = (program, module, numbers);

    /// <summary>Compiles a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="modules">What instantiates its module.</param>
    public static ModuleProgram Compile(LaneProgram program, IModules modules) => Compile(program, modules.IsFused, modules.Instantiate);

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

        Compile(memory.Program, isFused: true, instantiate).Run(Section.Draw, memory);

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
        if (!ReferenceEquals(memory.Program, program) || memory.Lanes != Lanes)
        {
            throw new ArgumentException("The memory is not of this program.", nameof(memory));
        }

        if (numbers[section.Row] is { } read)
        {
            var time = section.Phase == Phase.Step ? memory.Step : memory.Year;
            module.Run(section.Row, memory.All, read.At(time), time * RowBytes);
        }
    }

    private static ModuleProgram Compile(LaneProgram program, bool isFused, Func<byte[], IModule> instantiate)
    {
        var (module, numbers) = Write(program, isFused);
        return new ModuleProgram(program, instantiate(module), numbers);
    }

    private static (byte[] Module, SectionNumbers?[] Numbers) Write(LaneProgram program, bool isFused)
    {
        var module = new ModuleBuilder();
        var functions = ModuleFunctions.AddTo(module, isFused);
        SectionNumbers?[] numbers =
        [
            .. program.Sections.Select((section, row) =>
                ModuleCompiler.AddTo(program, section, module, functions, Lanes, row.ToString(CultureInfo.InvariantCulture))),
        ];
        return (module.ToArray(), numbers);
    }
}
