namespace SystemSim.Lanes;

/// <summary>A quantity in an equation: not a number yet, but a place in the equations where one will stand, in every lane.</summary>
/// <remarks>Arithmetic on values writes equations; it does not compute. What is known already is folded on the spot, by the same
/// operations. Values are equal where they are the same equation.</remarks>
public readonly record struct Value
{
    internal Value(EquationSet owner, int node)
    {
        Owner = owner;
        Node = node;
    }

    /// <summary>The equations that it is one of.</summary>
    public EquationSet Owner { get; }

    internal int Node { get; }

    /// <summary>Whether the value is a number known now.</summary>
    public bool IsConstant => Owner.IsConstant(Node);

    /// <summary>Whether the value is known now to be <paramref name="number"/>.</summary>
    public bool Is(double number) => IsConstant && Owner.ConstantOf(Node) == number;

    /// <summary>The sum.</summary>
    public static Value operator +(Value a, Value b) => a.Owner.Write(Operation.Add, a, b);

    /// <summary>The difference.</summary>
    public static Value operator -(Value a, Value b) => a.Owner.Write(Operation.Subtract, a, b);

    /// <summary>The product.</summary>
    public static Value operator *(Value a, Value b) => a.Owner.Write(Operation.Multiply, a, b);

    /// <summary>The quotient.</summary>
    public static Value operator /(Value a, Value b) => a.Owner.Write(Operation.Divide, a, b);

    /// <summary>The sum with a number.</summary>
    public static Value operator +(Value a, double b) => a + a.Owner.Constant(b);

    /// <summary>The sum with a number.</summary>
    public static Value operator +(double a, Value b) => b.Owner.Constant(a) + b;

    /// <summary>The difference from a number.</summary>
    public static Value operator -(Value a, double b) => a - a.Owner.Constant(b);

    /// <summary>The difference from a number.</summary>
    public static Value operator -(double a, Value b) => b.Owner.Constant(a) - b;

    /// <summary>The product with a number.</summary>
    public static Value operator *(Value a, double b) => a * a.Owner.Constant(b);

    /// <summary>The product with a number.</summary>
    public static Value operator *(double a, Value b) => b.Owner.Constant(a) * b;

    /// <summary>The quotient by a number.</summary>
    public static Value operator /(Value a, double b) => a / a.Owner.Constant(b);

    /// <summary>The quotient of a number.</summary>
    public static Value operator /(double a, Value b) => b.Owner.Constant(a) / b;

    /// <summary>a times b plus c, rounded once.</summary>
    public static Value MultiplyAdd(Value a, Value b, Value c) => a.Owner.Write(Operation.MultiplyAdd, a, b, c);

    /// <summary>c less a times b, rounded once.</summary>
    public static Value MultiplySubtract(Value a, Value b, Value c) => a.Owner.Write(Operation.MultiplySubtract, a, b, c);

    /// <summary>The smaller.</summary>
    public static Value Min(Value a, Value b) => a.Owner.Write(Operation.Minimum, a, b);

    /// <summary>The smaller.</summary>
    public static Value Min(Value a, double b) => Min(a, a.Owner.Constant(b));

    /// <summary>The larger.</summary>
    public static Value Max(Value a, Value b) => a.Owner.Write(Operation.Maximum, a, b);

    /// <summary>The larger.</summary>
    public static Value Max(Value a, double b) => Max(a, a.Owner.Constant(b));

    /// <summary><paramref name="then"/> where <paramref name="a"/> is at most <paramref name="b"/>, else
    /// <paramref name="otherwise"/>.</summary>
    public static Value IfAtMost(Value a, Value b, Value then, Value otherwise) => a.Owner.Write(Operation.Choose, a, b, then, otherwise);

    /// <summary><paramref name="then"/> where <paramref name="a"/> is above <paramref name="b"/>, else
    /// <paramref name="otherwise"/>.</summary>
    public static Value IfAbove(Value a, Value b, Value then, Value otherwise) => a.Owner.Write(Operation.Choose, a, b, otherwise, then);

    /// <summary>The quotient of two values that are not negative, 0 where both are.</summary>
    /// <remarks>The divisor is raised to the least normal number, which changes no other quotient.</remarks>
    public static Value ShareOf(Value part, Value whole) => part / Max(whole, LeastNormal);

    /// <summary>exp(a).</summary>
    public static Value Exp(Value a) => a.Owner.Write(Operation.Exp, a);

    /// <summary>1 - exp(-a), without cancellation.</summary>
    public static Value OneMinusExp(Value a) => a.Owner.Write(Operation.OneMinusExp, a);

    /// <summary>1 - (1 - a)^power, without cancellation, for a from 0 to 1.</summary>
    public static Value OneMinusPower(Value a, double power) =>
        power == 1.0 ? a : a.Owner.Write(Operation.OneMinusPower, a, a.Owner.Constant(power));

    /// <summary>The largest whole number not above <paramref name="a"/>.</summary>
    public static Value Floor(Value a) => a.Owner.Write(Operation.Floor, a);

    /// <summary>A count of successes, binomially distributed.</summary>
    /// <param name="trials">How many trials there are; whole.</param>
    /// <param name="probability">Probability of each.</param>
    /// <param name="uniform">Where in the distribution the count stands.</param>
    public static Value Binomial(Value trials, Value probability, Value uniform) =>
        trials.Owner.Write(Operation.Binomial, trials, probability, uniform);

    /// <summary>A count of events, Poisson distributed.</summary>
    /// <param name="mean">How many are expected.</param>
    /// <param name="uniform">Where in the distribution the count stands.</param>
    public static Value Poisson(Value mean, Value uniform) => mean.Owner.Write(Operation.Poisson, mean, uniform);

    private const double LeastNormal = 2.2250738585072014e-308;
}
