using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Gathers what a run is to keep while its equations are written.</summary>
/// <remarks>
/// A row that is not wanted costs nothing: what only it needs is left out of the run. Where a run comes under a later plan, both plans
/// write the same rows: each row is then a variable, which either plan gives its value; under a plan that does not have it, it is 0.
/// </remarks>
internal sealed class LedgerWriter(EquationSet set, Func<Measure, bool> wanted, bool bySteps, bool changes)
{
    private readonly ImmutableArray<LedgerRow>.Builder rows = ImmutableArray.CreateBuilder<LedgerRow>();
    private readonly ImmutableArray<int>.Builder yearOutputs = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder stepOutputs = ImmutableArray.CreateBuilder<int>();
    private readonly Dictionary<Value, Variable> sums = [];
    private readonly List<Variable> declared = [];
    private readonly Dictionary<LedgerRow, int> positions = [];
    private readonly Dictionary<(int Position, bool IsStep), Variable> variables = [];
    private readonly HashSet<Variable> written = [];
    private readonly ImmutableArray<OpeningRow>.Builder openings = ImmutableArray.CreateBuilder<OpeningRow>();

    /// <summary>Keeps the sum of a value over the steps of each year.</summary>
    public void Flow(Measure measure, int row, Value value)
    {
        if (wanted(measure))
        {
            var position = Add(new LedgerRow(measure, row, 0));
            KeepYear(position, SumOf(value));
            KeepStep(position, value);
        }
    }

    /// <summary>Keeps a value as it is when each step and year ends.</summary>
    public void Stock(Measure measure, int row, Value value)
    {
        if (wanted(measure))
        {
            var position = Add(new LedgerRow(measure, row, 0));
            KeepYear(position, value);
            KeepStep(position, value);
        }
    }

    /// <summary>Keeps what a variable is when each step and year ends.</summary>
    public void Stock(Measure measure, int row, Variable variable)
    {
        if (wanted(measure))
        {
            var position = Add(new LedgerRow(measure, row, 0));
            KeepYear(position, variable);
            stepOutputs[position] = bySteps ? yearOutputs[position] : -1;
        }
    }

    /// <summary>Keeps a flow whose sum over the year follows from other sums: its value in each step, here.</summary>
    /// <returns>What <see cref="FlowOfYear"/> completes.</returns>
    public int FlowOfStep(Measure measure, int row, Value value)
    {
        if (!wanted(measure))
        {
            return -1;
        }

        var position = Add(new LedgerRow(measure, row, 0));
        KeepStep(position, value);
        return position;
    }

    /// <summary>Keeps the year's sum of a flow, once the year has ended.</summary>
    /// <param name="flow">What <see cref="FlowOfStep"/> gave.</param>
    /// <param name="sum">The sum.</param>
    public void FlowOfYear(int flow, Value sum)
    {
        if (flow >= 0)
        {
            KeepYear(flow, sum);
        }
    }

    /// <summary>Keeps what a stock is when the run starts.</summary>
    public void Opening(Measure measure, int row, Value value, int fund = 0)
    {
        if (wanted(measure))
        {
            openings.Add(new OpeningRow(new LedgerRow(measure, row, fund), set.Output(value)));
        }
    }

    /// <summary>Keeps a value that is known once a year.</summary>
    public void Yearly(Measure measure, int row, Value value, int fund = 0)
    {
        if (wanted(measure))
        {
            KeepYear(Add(new LedgerRow(measure, row, fund)), value);
        }
    }

    /// <summary>A sum over the steps of a year that equations read; what it sums is said by <see cref="AddTo"/>.</summary>
    public Variable DeclareSum()
    {
        var sum = set.Variable(set.Zero);
        declared.Add(sum);
        return sum;
    }

    /// <summary>Says what a declared sum adds in each step.</summary>
    public void AddTo(Variable sum, Value value)
    {
        sum.Add(value);
        sums.TryAdd(value, sum);
    }

    /// <summary>The sum of a value over the steps of the year so far.</summary>
    /// <remarks>What is the same value in every step has the same sum.</remarks>
    public Variable SumOf(Value value)
    {
        if (!sums.TryGetValue(value, out var sum))
        {
            sum = DeclareSum();
            AddTo(sum, value);
        }

        return sum;
    }

    /// <summary>Starts all sums afresh; written in the section of the year's start, after whatever reads the last year's, and after all
    /// that a plan writes.</summary>
    public void StartYear()
    {
        foreach (var sum in declared.Concat(variables.Values.Where(variable => !written.Contains(variable))))
        {
            sum.Set(set.Zero);
        }

        sums.Clear();
        written.Clear();
    }

    /// <summary>What the ledger will hold.</summary>
    /// <param name="programRows">[output] row of the program.</param>
    public LedgerLayout ToLayout(ImmutableArray<int> programRows) =>
        LedgerLayout.Of(rows.ToImmutable(), yearOutputs.ToImmutable(), stepOutputs.ToImmutable(), programRows, openings.ToImmutable());

    /// <summary>The position of a row: that which an earlier plan gave it, where there is one.</summary>
    private int Add(LedgerRow row)
    {
        if (changes && positions.TryGetValue(row, out var known))
        {
            return known;
        }

        rows.Add(row);
        yearOutputs.Add(-1);
        stepOutputs.Add(-1);
        positions[row] = rows.Count - 1;
        return rows.Count - 1;
    }

    private void KeepYear(int position, Value value) =>
        yearOutputs[position] = changes ? Write(position, isStep: false, value) : set.Output(value);

    private void KeepYear(int position, Variable variable) =>
        yearOutputs[position] = changes ? Write(position, isStep: false, variable.Now) : set.Output(variable);

    private void KeepStep(int position, Value value)
    {
        if (bySteps)
        {
            stepOutputs[position] = changes ? Write(position, isStep: true, value) : set.Output(value);
        }
    }

    private int Write(int position, bool isStep, Value value)
    {
        var isKnown = variables.TryGetValue((position, isStep), out var variable);
        variable ??= variables[(position, isStep)] = set.Variable(set.Zero);
        variable.Set(value);
        written.Add(variable);
        return isKnown ? (isStep ? stepOutputs : yearOutputs)[position] : set.Output(variable);
    }
}
