using SystemSim.Kernel;
using SystemSim.Lanes;

namespace SystemSim.Studies;

/// <summary>Chooses how programs are run: as machine code where there are enough draws to make it worth while.</summary>
internal static class Executors
{
    // Fewer draws than this are over before machine code is made.
    private const long FewDraws = 1_000;

    // With fewer draws than this, what runs once a draw is quicker run than compiled.
    private const long ManyDraws = 50_000;

    private const int LanesOfInterpreter = 64;

    /// <summary>How each program of a scenario is run.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="draws">How many draws are to be run.</param>
    /// <param name="threads">Threads to compile on.</param>
    public static Func<LaneProgram, IExecutor> For(ScenarioPrograms programs, long draws, int threads)
    {
        if (draws < FewDraws || !CompiledProgram.IsSupported)
        {
            var interpreter = new Interpreter();
            return _ => interpreter;
        }

        LaneProgram[] all = [programs.Today.Program, .. programs.Options.Select(option => option.Program)];
        var compiled = new Dictionary<LaneProgram, IExecutor>(ReferenceEqualityComparer.Instance);
        Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = threads }, program =>
        {
            var made = CompiledProgram.Compile(program, section => section.Phase != Phase.Draw || draws >= ManyDraws);
            lock (compiled)
            {
                compiled.Add(program, made);
            }
        });

        // What runs once a block is not worth compiling.
        return program => compiled.TryGetValue(program, out var known) ? known : new Interpreter();
    }

    /// <summary>Lanes of a block that is run so.</summary>
    public static int LanesFor(IExecutor executor) => executor is Interpreter ? LanesOfInterpreter : LaneMemory.LaneUnit;
}
