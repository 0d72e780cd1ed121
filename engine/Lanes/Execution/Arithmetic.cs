namespace SystemSim.Lanes;

/// <summary>What every operation means, for one number. All other ways of running the equations give these bits.</summary>
internal static class Arithmetic
{
    /// <summary>The result of an operation on numbers.</summary>
    public static double Apply(Operation operation, double a, double b, double c, double d) => operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        Operation.Divide => a / b,
        Operation.MultiplyAdd => Math.FusedMultiplyAdd(a, b, c),
        Operation.MultiplySubtract => Math.FusedMultiplyAdd(-a, b, c),
        Operation.Minimum => a < b ? a : b,
        Operation.Maximum => a > b ? a : b,
        Operation.Choose => a <= b ? c : d,
        Operation.Exp => Exponential.Exp(a),
        Operation.OneMinusExp => Exponential.OneMinusExp(a),
        Operation.OneMinusPower => Exponential.OneMinusPower(a, b),
        Operation.Floor => Math.Floor(a),
        Operation.Binomial => CountQuantile.Binomial(a, b, c),
        Operation.Poisson => CountQuantile.Poisson(a, b),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
