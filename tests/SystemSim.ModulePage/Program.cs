using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using SystemSim.Bench;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Page;
using SystemSim.Reading;
using SystemSim.Tests;

[assembly: SupportedOSPlatform("browser")]

namespace SystemSim.ModulePage;

/// <summary>What a browser can be asked: whether modules give the interpreter's bits in it, and how fast they are.</summary>
public static partial class Program
{
    private static BoroughDraws? draws;

    public static void Main()
    {
    }

    /// <summary>Whether the processor's own product and sum is trusted.</summary>
    [JSExport]
    internal static bool IsFused() => BrowserModules.Here.IsFused;

    /// <summary>Runs a scenario in every way.</summary>
    /// <param name="text">The scenario.</param>
    /// <returns>Hashes of all that was left by the interpreter, by modules that work a product and a sum out, and, where this browser's own
    /// is trusted, by modules that take that.</returns>
    [JSExport]
    internal static string[] Hashes(string text)
    {
        var runs = LaneRuns.Of(Read(text), drawn: true, byChance: true);
        var quantities = runs.Quantities(seed: 1, ModuleProgram.Lanes);
        string[] hashes = [Hash(ModuleProgram.Lanes, _ => new Interpreter()), OfModules(LaneMemory.LaneUnit, isFused: false)];
        return IsFused() ? [.. hashes, OfModules(ModuleProgram.Lanes, isFused: true)] : hashes;

        string OfModules(int lanes, bool isFused)
        {
            var modules = new Modules(isFused);
            return Hash(lanes, program => ModuleProgram.Compile(program, lanes, modules));
        }

        string Hash(int block, Func<LaneProgram, IExecutor> executor) =>
            LaneRuns.Hash(runs.Bits(quantities, ModuleProgram.Lanes, block, executor));
    }

    /// <summary>Makes draws of the borough ready.</summary>
    /// <param name="text">The scenario.</param>
    /// <param name="executor">What runs them: an <see cref="ExecutorKind"/>.</param>
    /// <param name="isFused">Whether modules are to trust the processor's own product and sum.</param>
    [JSExport]
    internal static void Ready(string text, string executor, bool isFused)
    {
        var isModule = Enum.Parse<ExecutorKind>(executor) == ExecutorKind.Module;
        var modules = new Modules(isFused);
        draws = new BoroughDraws(Read(text), "pooled", isModule ? ModuleProgram.Lanes : LaneMemory.LaneUnit, program =>
            isModule ? ModuleProgram.Compile(program, ModuleProgram.Lanes, modules) : new Interpreter());
    }

    /// <summary>Runs so many of them.</summary>
    /// <returns>Their cost.</returns>
    [JSExport]
    internal static double Run(int count, bool isDrawn) => draws!.Run(count, isDrawn);

    private static Scenario Read(string text) =>
        ScenarioReader.Read(new NamedTexts([KeyValuePair.Create("scenario.yaml", text)]), "scenario.yaml", []).Scenario!;

    private sealed class Modules(bool isFused) : IModules
    {
        public bool IsFused => isFused;

        public IModule Instantiate(byte[] module) => BrowserModules.Here.Instantiate(module);
    }
}
