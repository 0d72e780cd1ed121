using System.Runtime.InteropServices.JavaScript;
using SystemSim.Lanes;

namespace SystemSim.Page;

/// <summary>Instantiates WebAssembly modules in this worker, beside the engine and in its memory.</summary>
internal sealed partial class Modules : IModules
{
    private readonly Lazy<bool> isFused;

    private Modules() =>
        isFused = new(() =>
        {
            try
            {
                return ModuleProgram.IsFused(Instantiate);
            }
            catch (JSException)
            {
                // This browser does not have that instruction at all.
                return false;
            }
        });

    /// <summary>How programs are run in this worker: all as modules, since .NET itself is interpreted here.</summary>
    public static LaneOptions Usual { get; } = new() { Modules = new Modules(), Executor = ExecutorKind.Module };

    /// <inheritdoc/>
    public bool IsFused => isFused.Value;

    /// <inheritdoc/>
    public IModule Instantiate(byte[] module) => new Instance(InstantiateModule(module));

    [JSImport("instantiate", "page")]
    private static partial int InstantiateModule(byte[] module);

    [JSImport("run", "page")]
    private static partial void RunSection(int module, int section, int rows, int numbers, int time);

    [JSImport("drop", "page")]
    private static partial void Drop(int module);

    /// <summary>A module of the script, by its number there.</summary>
    private sealed class Instance(int number) : IModule
    {
        ~Instance() => Drop(number);

        /// <inheritdoc/>
        public unsafe void Run(int section, Span<double> rows, ReadOnlySpan<double> numbers, int time)
        {
            fixed (double* first = rows, read = numbers)
            {
                RunSection(number, section, (int)first, (int)read, time);
            }
        }
    }
}
