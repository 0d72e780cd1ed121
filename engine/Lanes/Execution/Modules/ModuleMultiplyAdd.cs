namespace SystemSim.Lanes;

/// <summary>a b + c on vectors, rounded once: WebAssembly has no such instruction, or none that must round once.</summary>
/// <remarks>
/// <para>The product and two sums leave over what they round away, and that is taken up in the last sum. What is left over is rounded to
/// odd, so that the last sum is rounded as if nothing had been before it.</para>
/// <para><b>Source.</b> Boldo and Melquiond, "Emulation of a FMA and correctly rounded sums" (2008); Dekker, "A floating-point technique
/// for extending the available precision" (1971), for the product; Knuth, "The art of computer programming" 2, for the sum.</para>
/// </remarks>
internal static class ModuleMultiplyAdd
{
    // Splits a number into halves whose products are exact: 2^27 + 1.
    private const double Splitter = 134217729.0;

    // What a product leaves over is exact from here on: 2^-900.
    private const double LeastProduct = 1.1830521861667747e-271;

    // Neither sums nor halves overflow up to here: 2^990.
    private const double Most = 1.0463951242053391e+298;

    /// <summary>Adds the function.</summary>
    /// <returns>Its number: three vectors to a vector.</returns>
    public static int AddTo(ModuleBuilder module)
    {
        var elsewhere = module.Add(Elsewhere());
        var function = Function();
        var (a, b, c) = (function.Parameter(0), function.Parameter(1), function.Parameter(2));
        var product = function.Let(a * b);
        var isNothing = function.Let(Is(a, ModuleTerm.Both(0.0)) | Is(b, ModuleTerm.Both(0.0)));
        var isUsual = AtLeast(Size(product), ModuleTerm.Both(LeastProduct))
            & AtMost(Most, product) & AtMost(Most, a) & AtMost(Most, b) & AtMost(Most, c);
        function.ReturnIf(
            (isNothing | isUsual).To(ModuleType.Int, ModuleOpcode.LongsAreAllTrue).To(ModuleType.Int, ModuleOpcode.IntIsZero),
            ModuleBuilder.Call(elsewhere, ModuleType.Vector, a, b, c)
        );

        var left = Left(function, a, b, product);
        var (sum, sumLeft) = Sum(function, c, left);
        var (whole, wholeLeft) = Sum(function, product, sum);
        function.Write((product + c).Where(isNothing, whole + SumToOdd(function, sumLeft, wholeLeft)));
        return module.Add(function);
    }

    private static ModuleFunction Function() =>
        new([ModuleType.Vector, ModuleType.Vector, ModuleType.Vector], ModuleType.Vector);

    /// <summary>Numbers at the ends of what there is are left to whoever runs the module.</summary>
    private static ModuleFunction Elsewhere()
    {
        var function = Function();
        ModuleTerm Of(byte place) => ModuleBuilder.CallApply(
            Operation.MultiplyAdd,
            function.Parameter(0).Place(place),
            function.Parameter(1).Place(place),
            function.Parameter(2).Place(place)
        );
        return function.Write(function.Parameter(0).Replace(0, Of(0)).Replace(1, Of(1)));
    }

    /// <summary>What a product leaves over.</summary>
    private static ModuleTerm Left(ModuleFunction function, ModuleTerm a, ModuleTerm b, ModuleTerm product)
    {
        var (high, low) = Halves(function, a);
        var (otherHigh, otherLow) = Halves(function, b);
        return function.Let((high * otherHigh) - product + (high * otherLow) + (low * otherHigh) + (low * otherLow));
    }

    private static (ModuleTerm High, ModuleTerm Low) Halves(ModuleFunction function, ModuleTerm number)
    {
        var wide = function.Let(number * ModuleTerm.Both(Splitter));
        var high = function.Let(wide - (wide - number));
        return (high, function.Let(number - high));
    }

    private static (ModuleTerm Sum, ModuleTerm Left) Sum(ModuleFunction function, ModuleTerm a, ModuleTerm b)
    {
        var sum = function.Let(a + b);
        var ofB = function.Let(sum - a);
        return (sum, function.Let(a - (sum - ofB) + (b - ofB)));
    }

    /// <summary>The sum of two, rounded to a number whose last bit is 1 where it is rounded.</summary>
    private static ModuleTerm SumToOdd(ModuleFunction function, ModuleTerm a, ModuleTerm b)
    {
        var (sum, left) = Sum(function, a, b);
        var isEven = (sum & ModuleTerm.BothWhole(1)).With(ModuleTerm.BothWhole(0), ModuleOpcode.LongsAre);
        var isRounded = left.With(ModuleTerm.Both(0.0), ModuleOpcode.VectorIsNot);

        // The next number towards what is left: one more in size where signs are alike, else one less.
        var onwards = new ModuleTerm(
            ModuleType.Vector,
            new ModuleBytes().Bytes((sum ^ left).Code.ToArray()).Opcode(ModuleOpcode.IntConstant).Signed(63)
                .Opcode(ModuleOpcode.LongsShiftRight)
        ) | ModuleTerm.BothWhole(1);
        return sum.With(onwards & isEven & isRounded, ModuleOpcode.LongsAdd);
    }

    private static ModuleTerm Size(ModuleTerm a) => a.To(ModuleType.Vector, ModuleOpcode.VectorAbsolute);

    private static ModuleTerm Is(ModuleTerm a, ModuleTerm b) => a.With(b, ModuleOpcode.VectorIs);

    private static ModuleTerm AtLeast(ModuleTerm a, ModuleTerm b) => a.With(b, ModuleOpcode.VectorIsAtLeast);

    private static ModuleTerm AtMost(double most, ModuleTerm size) => Size(size).With(ModuleTerm.Both(most), ModuleOpcode.VectorIsAtMost);
}
