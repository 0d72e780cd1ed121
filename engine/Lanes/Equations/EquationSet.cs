using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>The equations of a run, written by arithmetic on <see cref="Value"/>s and then turned into a
/// <see cref="LaneProgram"/>.</summary>
/// <remarks>
/// An equation is worked out in the earliest section that knows all it needs, whatever section it was written in; equal equations are
/// worked out once; what nothing asks for is not worked out at all. None of this changes a bit of any result.
/// </remarks>
public sealed class EquationSet
{
    private const int None = -1;
    private const int Once = 0;

    private readonly List<Node> nodes = [];
    private readonly Dictionary<Node, int> known = [];
    private readonly List<double> constants = [];
    private readonly Dictionary<long, int> constantRows = [];
    private readonly List<ImmutableArray<double>> stepTables = [];
    private readonly List<ImmutableArray<double>> yearTables = [];
    private readonly Dictionary<ImmutableArray<double>, int> knownStepTables = new(new SameNumbers());
    private readonly Dictionary<ImmutableArray<double>, int> knownYearTables = new(new SameNumbers());
    private readonly List<ImmutableArray<int>> yearChoices = [];
    private readonly List<Variable> variables = [];
    private readonly List<History> histories = [];
    private readonly List<Output> outputs = [];
    private readonly List<ulong> streams = [];
    private readonly Dictionary<ulong, int> streamRows = [];
    private int inputs;
    private int parts = 1;

    /// <summary>Steps of the run: nothing is remembered for longer.</summary>
    public int Steps { get; init; } = int.MaxValue;

    /// <summary>What is done to make them run faster.</summary>
    public Passes Passes { get; init; } = Passes.All;

    /// <summary>The section now being written.</summary>
    public Section Section
    {
        get;
        set
        {
            field = value;
            parts = Math.Max(parts, value.Part + 1);
        }
    }

    private int StepNow => new Section(Phase.Step, Section.Part).Row;

    private int YearStartNow => new Section(Phase.YearStart, Section.Part).Row;

    /// <summary>Zero.</summary>
    public Value Zero => Constant(0.0);

    /// <summary>One.</summary>
    public Value One => Constant(1.0);

    /// <summary>A number.</summary>
    public Value Constant(double number)
    {
        // Zero has two signs and one row: no result may hang on the sign of a zero.
        var bits = BitConverter.DoubleToInt64Bits(number == 0.0 ? 0.0 : number);
        if (!constantRows.TryGetValue(bits, out var row))
        {
            row = constants.Count;
            constants.Add(BitConverter.Int64BitsToDouble(bits));
            constantRows.Add(bits, row);
        }

        return Find(new Node(Operation.Constant, row, None, None, None, Once));
    }

    /// <summary>A row that the caller fills before the run.</summary>
    /// <param name="row">Row among the inputs.</param>
    public Value Input(int row)
    {
        inputs = Math.Max(inputs, row + 1);
        return Find(new Node(Operation.Input, row, None, None, None, Once));
    }

    /// <summary>A number for every step of the run.</summary>
    public Value ByStep(ImmutableArray<double> numbers) =>
        numbers.All(number => number == numbers[0])
            ? Constant(numbers[0])
            : Find(new Node(Operation.StepTable, Table(stepTables, knownStepTables, numbers), None, None, None, StepNow));

    /// <summary>A number for every year of the run.</summary>
    public Value ByYear(ImmutableArray<double> numbers) =>
        numbers.All(number => number == numbers[0])
            ? Constant(numbers[0])
            : Find(new Node(Operation.YearTable, Table(yearTables, knownYearTables, numbers), None, None, None, YearStartNow));

    /// <summary>A value for every year of the run, each known once a draw.</summary>
    public Value ByYear(IReadOnlyList<Value> values)
    {
        if (values.All(value => value.Node == values[0].Node))
        {
            return values[0];
        }

        if (values.All(value => value.IsConstant))
        {
            return ByYear([.. values.Select(value => ConstantOf(value.Node))]);
        }

        yearChoices.Add([.. values.Select(value => value.Node)]);
        return Find(new Node(Operation.YearChoice, yearChoices.Count - 1, None, None, None, YearStartNow));
    }

    /// <summary>A uniform number between 0 and 1, another in every step and every draw.</summary>
    /// <param name="stream">The stream that it is taken from.</param>
    public Value Uniform(ulong stream)
    {
        if (streamRows.TryAdd(stream, streams.Count))
        {
            streams.Add(stream);
        }

        return Find(new Node(Operation.Uniform, streamRows[stream], None, None, None, StepNow));
    }

    /// <summary>Something remembered from step to step.</summary>
    /// <param name="initial">Its value before the first step, known once a draw.</param>
    public Variable Variable(Value initial)
    {
        var variable = new Variable(this, variables.Count, initial);
        variables.Add(variable);
        return variable;
    }

    /// <summary>A delay line.</summary>
    /// <param name="initial">What it holds before the first step, known once a draw.</param>
    public History History(Value initial)
    {
        var history = new History(this, histories.Count, initial);
        histories.Add(history);
        return history;
    }

    /// <summary>Asks for a value to be kept where the caller can read it when its section has run.</summary>
    /// <returns>Its number among the outputs.</returns>
    public int Output(Value value)
    {
        outputs.Add(new Output(value.Node, null));
        return outputs.Count - 1;
    }

    /// <summary>Asks for what a variable is when a section has run.</summary>
    /// <returns>Its number among the outputs.</returns>
    public int Output(Variable variable)
    {
        outputs.Add(new Output(None, variable));
        return outputs.Count - 1;
    }

    /// <summary>The sum of values, in order; zero for none.</summary>
    public Value Sum(IEnumerable<Value> values) => values.Aggregate(Zero, (sum, value) => sum + value);

    /// <summary>The sum of products, in order, each rounded with the sum before it; zero for none.</summary>
    public Value SumOfProducts(IEnumerable<(Value A, Value B)> products) =>
        products.Aggregate(Zero, (sum, product) => Value.MultiplyAdd(product.A, product.B, sum));

    /// <summary>Whether a value depends on anything that is remembered from step to step.</summary>
    public bool ReadsVariables(Value value)
    {
        var seen = new HashSet<int>();
        var toVisit = new Stack<int>([value.Node]);
        while (toVisit.TryPop(out var index))
        {
            if (nodes[index].Operation is Operation.Load or Operation.Recall)
            {
                return true;
            }

            for (var operand = 0; operand < nodes[index].OperandCount; operand++)
            {
                if (seen.Add(nodes[index].Operand(operand)))
                {
                    toVisit.Push(nodes[index].Operand(operand));
                }
            }
        }

        return false;
    }

    /// <summary>Turns the equations into instructions.</summary>
    public LaneProgram ToProgram()
    {
        var layout = new ProgramLayout(
            nodes,
            variables,
            histories,
            yearChoices,
            outputs,
            inputs,
            constants,
            streams,
            Section.Count(parts),
            Passes
        );
        return layout.Build([.. stepTables], [.. yearTables]);
    }

    internal bool IsConstant(int node) => nodes[node].Operation == Operation.Constant;

    internal double ConstantOf(int node) => constants[nodes[node].A];

    internal Value Load(Variable variable) => Find(new Node(Operation.Load, variable.Row, None, None, None, Section.Row));

    internal Value Recall(History history, int steps) =>
        Find(new Node(Operation.Recall, history.Row, steps, None, None, StepNow));

    internal Value Write(Operation operation, Value a) => Write(operation, a, default, default, default);

    internal Value Write(Operation operation, Value a, Value b) => Write(operation, a, b, default, default);

    internal Value Write(Operation operation, Value a, Value b, Value c) => Write(operation, a, b, c, default);

    internal Value Write(Operation operation, Value a, Value b, Value c, Value d)
    {
        var node = new Node(operation, Operand(a), Operand(b), Operand(c), Operand(d), Once);
        if (Passes.HasFlag(Passes.Fold) && Simplified(node) is { } simpler)
        {
            return simpler;
        }

        var section = Once;
        for (var operand = 0; operand < node.OperandCount; operand++)
        {
            section = Math.Max(section, nodes[node.Operand(operand)].Section);
        }

        // What is known once a draw stays so: initial values and choices by year are stored then.
        return Find(node with { Section = section == Once || Passes.HasFlag(Passes.Hoist) ? section : Math.Max(section, Section.Row) });
    }

    private static int Operand(Value value) => value.Owner is null ? None : value.Node;

    private static int Table(
        List<ImmutableArray<double>> tables,
        Dictionary<ImmutableArray<double>, int> known,
        ImmutableArray<double> numbers
    )
    {
        if (known.TryAdd(numbers, tables.Count))
        {
            tables.Add(numbers);
        }

        return known[numbers];
    }

    private Value Find(Node node)
    {
        // What stands for itself, such as a constant, is one equation in any case.
        if (!(Passes.HasFlag(Passes.Share) || node.OperandCount == 0) || !known.TryGetValue(node, out var index))
        {
            index = nodes.Count;
            nodes.Add(node);
            known[node] = index;
        }

        return new Value(this, index);
    }

    private Value At(int node) => new(this, node);

    private bool Is(int node, double number) => IsConstant(node) && ConstantOf(node) == number;

    private double Known(int node) => node == None ? 0.0 : ConstantOf(node);

    private bool IsKnown(int node) => node == None || IsConstant(node);

    /// <summary>Folds what is known, and leaves out what changes no bit: adding zero, multiplying by one or by zero.</summary>
    private Value? Simplified(Node node)
    {
        var (operation, a, b, c, d, _) = node;
        if (IsKnown(a) && IsKnown(b) && IsKnown(c) && IsKnown(d))
        {
            return Constant(Arithmetic.Apply(operation, Known(a), Known(b), Known(c), Known(d)));
        }

        return operation switch
        {
            Operation.Add when Is(a, 0.0) => At(b),
            Operation.Add or Operation.Subtract when Is(b, 0.0) => At(a),
            Operation.Subtract when a == b => Zero,
            Operation.Multiply when Is(a, 0.0) || Is(b, 0.0) => Zero,
            Operation.Multiply when Is(a, 1.0) => At(b),
            Operation.Multiply or Operation.Divide when Is(b, 1.0) => At(a),
            Operation.Divide when Is(a, 0.0) => Zero,
            Operation.MultiplyAdd or Operation.MultiplySubtract when Is(a, 0.0) || Is(b, 0.0) => At(c),
            Operation.MultiplyAdd when Is(a, 1.0) => At(b) + At(c),
            Operation.MultiplyAdd when Is(b, 1.0) => At(a) + At(c),
            Operation.MultiplyAdd when Is(c, 0.0) => At(a) * At(b),
            Operation.MultiplySubtract when Is(a, 1.0) => At(c) - At(b),
            Operation.MultiplySubtract when Is(b, 1.0) => At(c) - At(a),
            Operation.Minimum or Operation.Maximum when a == b => At(a),
            Operation.Choose when IsConstant(a) && IsConstant(b) => At(ConstantOf(a) <= ConstantOf(b) ? c : d),
            Operation.Choose when c == d => At(c),
            _ => null,
        };
    }

    /// <summary>Tables that hold the same numbers are one.</summary>
    private sealed class SameNumbers : IEqualityComparer<ImmutableArray<double>>
    {
        public bool Equals(ImmutableArray<double> x, ImmutableArray<double> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<double> obj)
        {
            var hash = default(HashCode);
            foreach (var number in obj)
            {
                hash.Add(number);
            }

            return hash.ToHashCode();
        }
    }
}
