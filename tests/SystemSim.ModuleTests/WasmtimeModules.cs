using System.Runtime.InteropServices;
using SystemSim.Lanes;
using Wasmtime;

namespace SystemSim.ModuleTests;

/// <summary>Instantiates modules in Wasmtime, whose memory is its own: rows are copied there and back for every section.</summary>
internal sealed class WasmtimeModules : IModules, IDisposable
{
    // Both kinds round a product and a sum once or twice: as the processor does, and once on every processor.
    private static readonly Engine Engine = new(
        new Config().WithRelaxedSIMD(enable: true, deterministic: true).WithOptimizationLevel(OptimizationLevel.None)
    );

    private readonly Wasmtime.Store store = new(Engine);
    private readonly Linker linker = new(Engine);
    private readonly Memory memory;

    /// <summary>Sets memory aside.</summary>
    /// <param name="isFused">Whether modules are to trust the processor's own instruction for a product and a sum.</param>
    public WasmtimeModules(bool isFused)
    {
        IsFused = isFused;
        memory = new Memory(store, minimum: 1);
        linker.Define("lanes", "memory", memory);
        linker.DefineFunction<int, double, double, double, double>("lanes", "apply", ModuleProgram.Apply);
    }

    /// <inheritdoc/>
    public bool IsFused { get; }

    /// <inheritdoc/>
    public IModule Instantiate(byte[] module)
    {
        using var compiled = Module.FromBytes(Engine, "lanes", module);
        return new Instantiated(linker.Instantiate(store, compiled), memory);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        linker.Dispose();
        store.Dispose();
    }

    private sealed class Instantiated(Instance instance, Memory memory) : IModule
    {
        private readonly Dictionary<int, Action<int, int, int>> sections = [];

        public void Run(int section, Span<double> rows, ReadOnlySpan<double> numbers, int time)
        {
            if (!sections.TryGetValue(section, out var run))
            {
                run = instance.GetAction<int, int, int>($"{section}")!;
                sections.Add(section, run);
            }

            var bytes = MemoryMarshal.AsBytes(rows);
            var numberBytes = MemoryMarshal.AsBytes(numbers);
            var missing = bytes.Length + numberBytes.Length - memory.GetLength();
            if (missing > 0)
            {
                memory.Grow((missing / Memory.PageSize) + 1);
            }

            bytes.CopyTo(memory.GetSpan(0, bytes.Length));
            numberBytes.CopyTo(memory.GetSpan(bytes.Length, numberBytes.Length));
            run(0, bytes.Length, time);
            memory.GetSpan(0, bytes.Length).CopyTo(bytes);
        }
    }
}
