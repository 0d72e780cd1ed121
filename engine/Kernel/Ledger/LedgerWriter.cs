using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Gathers what a run is to keep while its equations are written.</summary>
/// <remarks>A row that is not wanted costs nothing: what only it needs is left out of the run.</remarks>
internal sealed class LedgerWriter(EquationSet set, Func<Measure, bool> wanted, bool bySteps)
{
    private readonly ImmutableArray<LedgerRow>.Builder rows = ImmutableArray.CreateBuilder<LedgerRow>();
    private readonly ImmutableArray<int>.Builder yearOutputs = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder stepOutputs = ImmutableArray.CreateBuilder<int>();
    private readonly Dictionary<int, Variable> sums = [];
    private readonly List<Variable> declared = [];

    /// <summary>Keeps the sum of a value over the steps of each year.</summary>
    public void Flow(Measure measure, int row, Value value)
    {
        if (wanted(measure))
        {
            Keep(new LedgerRow(measure, row, 0), set.Output(SumOf(value)), bySteps ? set.Output(value) : -1);
        }
    }

    /// <summary>Keeps a value as it is when each step and year ends.</summary>
    public void Stock(Measure measure, int row, Value value)
    {
        if (wanted(measure))
        {
            var output = set.Output(value);
            Keep(new LedgerRow(measure, row, 0), output, bySteps ? output : -1);
        }
    }

    /// <summary>Keeps what a variable is when each step and year ends.</summary>
    public void Stock(Measure measure, int row, Variable variable)
    {
        if (wanted(measure))
        {
            var output = set.Output(variable);
            Keep(new LedgerRow(measure, row, 0), output, bySteps ? output : -1);
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

        Keep(new LedgerRow(measure, row, 0), -1, bySteps ? set.Output(value) : -1);
        return rows.Count - 1;
    }

    /// <summary>Keeps the year's sum of a flow, once the year has ended.</summary>
    /// <param name="flow">What <see cref="FlowOfStep"/> gave.</param>
    /// <param name="sum">The sum.</param>
    public void FlowOfYear(int flow, Value sum)
    {
        if (flow >= 0)
        {
            yearOutputs[flow] = set.Output(sum);
        }
    }

    /// <summary>Keeps a value that is known once a year.</summary>
    public void Yearly(Measure measure, int row, Value value, int fund = 0)
    {
        if (wanted(measure))
        {
            Keep(new LedgerRow(measure, row, fund), set.Output(value), -1);
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
        sum.Grow(value);
        sums.TryAdd(value.Node, sum);
    }

    /// <summary>The sum of a value over the steps of the year so far.</summary>
    /// <remarks>What is the same value in every step has the same sum.</remarks>
    public Variable SumOf(Value value)
    {
        if (!sums.TryGetValue(value.Node, out var sum))
        {
            sum = DeclareSum();
            AddTo(sum, value);
        }

        return sum;
    }

    /// <summary>Starts all sums afresh; written in the section of the year's start, after whatever reads the last year's.</summary>
    public void StartYear()
    {
        foreach (var sum in declared)
        {
            sum.Become(set.Zero);
        }
    }

    /// <summary>What the ledger will hold.</summary>
    public LedgerLayout ToLayout() => new()
    {
        Rows = rows.ToImmutable(),
        YearOutputs = yearOutputs.ToImmutable(),
        StepOutputs = stepOutputs.ToImmutable(),
    };

    private void Keep(LedgerRow row, int yearOutput, int stepOutput)
    {
        rows.Add(row);
        yearOutputs.Add(yearOutput);
        stepOutputs.Add(stepOutput);
    }
}
