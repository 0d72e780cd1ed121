namespace SystemSim.Lanes;

/// <summary>An equation before it has a row: an operation on other equations.</summary>
/// <remarks>Its section is told by its place. What has no equations below it (tables, inputs, variables, histories) keeps its row in
/// <see cref="A"/>.</remarks>
internal readonly record struct Node(Operation Operation, int A, int B, int C, int D, int Section)
{
    /// <summary>Number of other equations it works on.</summary>
    public int OperandCount =>
        Operation < Operation.Add ? 0
        : B < 0 ? 1
        : C < 0 ? 2
        : D < 0 ? 3
        : 4;

    /// <summary>One of the equations it works on.</summary>
    public int Operand(int position) => position switch
    {
        0 => A,
        1 => B,
        2 => C,
        _ => D,
    };
}
