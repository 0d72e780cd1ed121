namespace SystemSim.Lanes;

/// <summary><see cref="Exponential.Exp"/> as a function of a module: the same operations in the same order, and so the same bits.</summary>
internal static class ModuleExponential
{
    /// <summary>Adds the function.</summary>
    /// <returns>Its number: a number to its exponential.</returns>
    public static int AddTo(ModuleBuilder module)
    {
        var function = new ModuleFunction([ModuleType.Double], ModuleType.Double);
        var x = function.Parameter(0);
        function
            .ReturnIf(Compared(x, ModuleOpcode.DoubleIsNot, x), x)
            .ReturnIf(Compared(x, ModuleOpcode.DoubleIsAbove, Exponential.Most), double.PositiveInfinity)
            .ReturnIf(Compared(Exponential.Least, ModuleOpcode.DoubleIsAbove, x), 0.0);

        var power = function.Let((x * Exponential.PowersInOne).To(ModuleType.Double, ModuleOpcode.DoubleNearest));
        var high = function.Let(x - (power * Exponential.Ln2High));
        var less = function.Let(power * Exponential.Ln2Low);
        var rest = function.Let(high - less);
        var lost = function.Let(high - rest - less);
        var sum = function.Let(1.0 + rest);
        var error = 1.0 - sum + rest;
        WriteTimesPowerOfTwo(function, function.Let(sum + (error + SeriesAfterFirst(function, rest, lost))), power);
        return module.Add(function);
    }

    /// <summary>As in <see cref="Exponential"/>.</summary>
    private static ModuleTerm SeriesAfterFirst(ModuleFunction function, ModuleTerm x, ModuleTerm lost)
    {
        var square = function.Let(x * x);
        var even = Series(square, Exponential.Even);
        var odd = Series(square, Exponential.Odd);
        return (0.5 * square) + ((square * ((x * odd) + (square * even))) + (lost + (lost * x)));
    }

    private static ModuleTerm Series(ModuleTerm square, ReadOnlySpan<double> terms) =>
        terms.Length == 1 ? terms[0] : terms[0] + (square * Series(square, terms[1..]));

    /// <summary>As <see cref="Exact.TimesPowerOfTwo"/>.</summary>
    private static void WriteTimesPowerOfTwo(ModuleFunction function, ModuleTerm x, ModuleTerm power)
    {
        ModuleTerm PowerOfTwo(double less) => (power - less + Exact.Bias)
            .To(ModuleType.Long, ModuleOpcode.LongOfDouble)
            .With(ModuleTerm.Whole(Exact.FractionBits), ModuleOpcode.LongShiftLeft)
            .To(ModuleType.Double, ModuleOpcode.DoubleOfBits);
        function
            .ReturnIf(Compared(power, ModuleOpcode.DoubleIsAbove, Exact.Bias), x * Exact.PowerOfTwo(Exact.Bias) * PowerOfTwo(Exact.Bias))
            .ReturnIf(
                Compared(-Exact.Bias, ModuleOpcode.DoubleIsAtLeast, power),
                x * PowerOfTwo(-Exact.Lift) * Exact.PowerOfTwo(-Exact.Lift)
            )
            .Write(x * PowerOfTwo(0.0));
    }

    private static ModuleTerm Compared(ModuleTerm a, ModuleOpcode comparison, ModuleTerm b) => a.With(b, comparison, ModuleType.Int);
}
