namespace SystemSim.Lanes;

/// <summary>Functions of a module that all its sections share.</summary>
/// <param name="Exp">The exponential of a number.</param>
/// <param name="MultiplyAdd">A product and a sum of vectors, rounded once; null where the processor's own instruction does so.</param>
internal sealed record ModuleFunctions(int Exp, int? MultiplyAdd)
{
    /// <summary>Adds them to a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="isFused">Whether the processor's own instruction for a product and a sum rounds once.</param>
    public static ModuleFunctions AddTo(ModuleBuilder module, bool isFused) =>
        new(ModuleExponential.AddTo(module), isFused ? null : ModuleMultiplyAdd.AddTo(module));
}
