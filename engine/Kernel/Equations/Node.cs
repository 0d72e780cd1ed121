namespace SystemSim.Kernel;

/// <summary>An equation before it has a row: an operation on other equations.</summary>
internal readonly record struct Node(Operation Operation, int A, int B, int C, int D, Section Section)
{
    /// <summary>Operands that are other nodes: tables, inputs, variables and histories have none.</summary>
    public IEnumerable<int> Operands
    {
        get
        {
            if (Operation >= Operation.Add)
            {
                yield return A;
                if (B >= 0)
                {
                    yield return B;
                }

                if (C >= 0)
                {
                    yield return C;
                }

                if (D >= 0)
                {
                    yield return D;
                }
            }
        }
    }
}
