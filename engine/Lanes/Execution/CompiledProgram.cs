namespace SystemSim.Lanes;

/// <summary>Runs a program as machine code made from its instructions: slower to start, faster over many draws.</summary>
/// <remarks>Blocks have <see cref="LaneMemory.LaneUnit"/> lanes. The bits are those of the <see cref="Interpreter"/>.</remarks>
public sealed class CompiledProgram : IExecutor
{
    private readonly LaneProgram program;
    private readonly CompiledSection?[] sections;
    private readonly Interpreter interpreter = new();
    private readonly int width;

    private CompiledProgram(LaneProgram program, CompiledSection?[] sections, int width)
    {
        this.program = program;
        this.sections = sections;
        this.width = width;
    }

    /// <summary>Whether this machine has vectors to compile for.</summary>
    public static bool IsSupported => VectorKind.Widest is not null;

    /// <summary>Compiles a program.</summary>
    /// <param name="program">The program.</param>
    /// <exception cref="PlatformNotSupportedException">The machine has no vectors.</exception>
    public static CompiledProgram Compile(LaneProgram program) => Compile(program, _ => true);

    /// <summary>Compiles some sections of a program, and leaves the others to the interpreter: what runs seldom is not worth
    /// compiling.</summary>
    /// <param name="program">The program.</param>
    /// <param name="isWorthIt">Which sections to compile.</param>
    /// <exception cref="PlatformNotSupportedException">The machine has no vectors.</exception>
    public static CompiledProgram Compile(LaneProgram program, Func<Section, bool> isWorthIt)
    {
        var vectors = VectorKind.Widest ?? throw new PlatformNotSupportedException("This machine has no vectors: use the interpreter.");
        return new CompiledProgram(
            program,
            [
                .. program.Sections.Select(
                    (section, row) => isWorthIt(Section.At(row)) ? MachineCompiler.Compile(program, section, vectors) : null
                ),
            ],
            vectors.Width
        );
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The memory is another program's, or has other lanes than were compiled for.</exception>
    public void Run(Section section, LaneMemory memory)
    {
        if (!ReferenceEquals(memory.Program, program) || memory.Lanes != LaneMemory.LaneUnit)
        {
            throw new ArgumentException("The memory is not of this program.", nameof(memory));
        }

        if (sections[section.Row] is not { } compiled)
        {
            interpreter.Run(section, memory);
            return;
        }

        compiled.Run(memory, section.Phase == Phase.Step ? memory.Step : memory.Year, width);
    }
}
