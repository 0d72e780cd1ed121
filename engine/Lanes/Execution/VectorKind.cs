using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SystemSim.Lanes;

/// <summary>The vectors of this machine: their width, and the operations on them.</summary>
internal sealed class VectorKind
{
    private readonly Type operations;

    private VectorKind(Type operations, Type vector, int width)
    {
        this.operations = operations;
        Vector = vector.MakeGenericType(typeof(double));
        Width = width;
        Create = operations.GetMethod("Create", [typeof(double)])!;
        Add = Operator("op_Addition", 2);
        Subtract = Operator("op_Subtraction", 2);
        Multiply = Operator("op_Multiply", 2);
        Divide = Operator("op_Division", 2);
        Negate = Operator("op_UnaryNegation", 1);
        FusedMultiplyAdd = operations.GetMethod("FusedMultiplyAdd", [Vector, Vector, Vector])!;
        FusedNegatedMultiplyAdd = Width switch
        {
            8 when Avx512F.IsSupported => typeof(Avx512F).GetMethod("FusedMultiplyAddNegated", [Vector, Vector, Vector]),
            8 => null,
            _ when Fma.IsSupported => typeof(Fma).GetMethod("MultiplyAddNegated", [Vector, Vector, Vector]),
            _ => null,
        };
        LessThan = Generic("LessThan");
        GreaterThan = Generic("GreaterThan");

        // On x86 the processor's own minimum is "a where a is below b, else b"; elsewhere it treats the sign of zero otherwise.
        Minimum = X86Base.IsSupported ? Generic("MinNative") : null;
        Maximum = X86Base.IsSupported ? Generic("MaxNative") : null;
        LessThanOrEqual = Generic("LessThanOrEqual");
        ConditionalSelect = Generic("ConditionalSelect");
    }

    /// <summary>The widest that this machine has; null when it has none.</summary>
    public static VectorKind? Widest { get; } =
        Vector512.IsHardwareAccelerated ? new VectorKind(typeof(Vector512), typeof(Vector512<>), 8)
        : Vector256.IsHardwareAccelerated ? new VectorKind(typeof(Vector256), typeof(Vector256<>), 4)
        : Vector128.IsHardwareAccelerated ? new VectorKind(typeof(Vector128), typeof(Vector128<>), 2)
        : null;

    /// <summary>The type of a vector of doubles.</summary>
    public Type Vector { get; }

    /// <summary>Lanes in a vector.</summary>
    public int Width { get; }

    /// <summary>A number in every lane.</summary>
    public MethodInfo Create { get; }

    /// <summary>The sum.</summary>
    public MethodInfo Add { get; }

    /// <summary>The difference.</summary>
    public MethodInfo Subtract { get; }

    /// <summary>The product.</summary>
    public MethodInfo Multiply { get; }

    /// <summary>The quotient.</summary>
    public MethodInfo Divide { get; }

    /// <summary>The negative.</summary>
    public MethodInfo Negate { get; }

    /// <summary>A product and a sum, rounded once.</summary>
    public MethodInfo FusedMultiplyAdd { get; }

    /// <summary>A sum less a product, rounded once; null where the machine has no such instruction.</summary>
    public MethodInfo? FusedNegatedMultiplyAdd { get; }

    /// <summary>The first where it is below the second, else the second; null where the machine has no such instruction.</summary>
    public MethodInfo? Minimum { get; }

    /// <summary>The first where it is above the second, else the second; null where the machine has no such instruction.</summary>
    public MethodInfo? Maximum { get; }

    /// <summary>Lanes where the first is below the second.</summary>
    public MethodInfo LessThan { get; }

    /// <summary>Lanes where the first is above the second.</summary>
    public MethodInfo GreaterThan { get; }

    /// <summary>Lanes where the first is at most the second.</summary>
    public MethodInfo LessThanOrEqual { get; }

    /// <summary>One of two, lane by lane.</summary>
    public MethodInfo ConditionalSelect { get; }

    private MethodInfo Operator(string name, int operands) =>
        Vector.GetMethod(name, [.. Enumerable.Repeat(Vector, operands)])!;

    private MethodInfo Generic(string name) =>
        operations.GetMethods().Single(method => method.Name == name && method.IsGenericMethodDefinition).MakeGenericMethod(typeof(double));
}
