using System.Runtime.InteropServices.JavaScript;
using SystemSim.Lanes;

namespace SystemSim.Page;

/// <summary>Instantiates WebAssembly modules in the browser, over the memory in which this program itself stands.</summary>
/// <remarks>Whoever starts this program gives it what <c>modules.js</c> offers, before it asks for <see cref="Here"/>.</remarks>
public sealed partial class BrowserModules : IModules
{
    private static readonly Lazy<BrowserModules> Found = new(() => new BrowserModules());

    private BrowserModules() => IsFused = FindFused();

    /// <summary>Those of this browser.</summary>
    /// <exception cref="JSException">It has none.</exception>
    public static BrowserModules Here => Found.Value;

    /// <summary>How programs are run here: all as modules, since the engine itself is interpreted.</summary>
    public static LaneOptions Usual => new() { Modules = Here, Executor = ExecutorKind.Module };

    /// <inheritdoc/>
    public bool IsFused { get; }

    /// <inheritdoc/>
    public IModule Instantiate(byte[] module) => new Instantiated(InstantiateHere(module));

    /// <summary>What a module has not got itself.</summary>
    [JSExport]
    internal static double Apply(int operation, double a, double b, double c) => ModuleProgram.Apply(operation, a, b, c);

    private bool FindFused()
    {
        try
        {
            return ModuleProgram.IsFused(Instantiate);
        }
        catch (JSException)
        {
            // Some browsers do not know the instruction.
            return false;
        }
    }

    [JSImport("instantiate", "modules")]
    [return: JSMarshalAs<JSType.Array<JSType.Number>>]
    private static partial int[] InstantiateHere(byte[] module);

    [JSImport("release", "modules")]
    private static partial void Release([JSMarshalAs<JSType.Array<JSType.Number>>] int[] places);

    /// <summary>A module whose functions stand in this program's table of functions.</summary>
    /// <param name="places">[section] where; 0 where it does nothing.</param>
    private sealed unsafe class Instantiated(int[] places) : IModule
    {
        ~Instantiated() => Release(places);

        public void Run(int section, Span<double> rows, ReadOnlySpan<double> numbers, int time)
        {
            fixed (double* firstRow = rows, firstNumber = numbers)
            {
                ((delegate* unmanaged<double*, double*, int, void>)places[section])(firstRow, firstNumber, time);
            }
        }
    }
}
