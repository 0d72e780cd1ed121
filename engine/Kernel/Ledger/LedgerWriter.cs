using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Gathers what a run is to keep while its equations are written.</summary>
/// <remarks>A row that is not wanted costs nothing: what only it needs is left out of the run.</remarks>
internal sealed class LedgerWriter(EquationSet set, Func<Measure, bool> wanted, bool bySteps)
{
    private readonly ImmutableArray<LedgerRow>.Builder rows = ImmutableArray.CreateBuilder<LedgerRow>();
    private readonly ImmutableArray<int>.Builder yearOutputs = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder stepOutputs = ImmutableArray.CreateBuilder<int>();
    private readonly List<Variable> sums = [];

    /// <summary>Keeps the sum of a value over the steps of each year.</summary>
    /// <returns>The sum so far, for the equations that need it.</returns>
    public Variable Flow(Measure measure, int row, Value value)
    {
        var sum = Sum(value);
        if (wanted(measure))
        {
            Keep(new LedgerRow(measure, row, 0), set.Output(sum), bySteps ? set.Output(value) : -1);
        }

        return sum;
    }

    /// <summary>The sum of a value over the steps of each year so far, kept only as far as equations need it.</summary>
    public Variable Sum(Value value)
    {
        var sum = set.Variable(set.Zero);
        sum.Grow(value);
        sums.Add(sum);
        return sum;
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

    /// <summary>Keeps a value that is known once a year.</summary>
    public void Yearly(Measure measure, int row, Value value, int fund = 0)
    {
        if (wanted(measure))
        {
            Keep(new LedgerRow(measure, row, fund), set.Output(value), -1);
        }
    }

    /// <summary>Starts all sums afresh; written in the section of the year's start, after whatever reads the last year's.</summary>
    public void StartYear()
    {
        foreach (var sum in sums)
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
