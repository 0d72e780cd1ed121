namespace SystemSim.Lanes;

/// <summary>A way of running programs.</summary>
public enum ExecutorKind
{
    /// <summary>Instruction by instruction: <see cref="Lanes.Interpreter"/>.</summary>
    Interpreter,

    /// <summary>As machine code: <see cref="CompiledProgram"/>.</summary>
    Machine,

    /// <summary>As a WebAssembly module: <see cref="ModuleProgram"/>; in a browser, where there is no other machine code.</summary>
    Module,
}
