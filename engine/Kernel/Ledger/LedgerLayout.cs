using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>What a ledger holds and which outputs of a program fill it.</summary>
/// <remarks>Rows that are one row of the program have one place in a year of the ledger.</remarks>
public sealed class LedgerLayout
{
    private LedgerLayout(
        ImmutableArray<LedgerRow> rows,
        ImmutableArray<int> yearOutputs,
        ImmutableArray<int> stepOutputs,
        ImmutableArray<int> programRows,
        ImmutableArray<OpeningRow> openings
    )
    {
        (Rows, YearOutputs, StepOutputs, Openings) = (rows, yearOutputs, stepOutputs, openings);
        int[] copied = [.. yearOutputs.Select(output => programRows[output]).Distinct().Order()];
        Places = copied.Length;
        YearPlaces = [.. yearOutputs.Select(output => Array.BinarySearch(copied, programRows[output]))];
        YearCopies = CopyRun.Of(copied);
    }

    /// <summary>What each row is.</summary>
    public ImmutableArray<LedgerRow> Rows { get; }

    /// <summary>[row] output read when a year has ended.</summary>
    public ImmutableArray<int> YearOutputs { get; }

    /// <summary>[row] output read when a step has ended; -1 for rows that steps do not have.</summary>
    public ImmutableArray<int> StepOutputs { get; }

    /// <summary>What is kept of the start of the run; empty where that is not asked.</summary>
    public ImmutableArray<OpeningRow> Openings { get; }

    /// <summary>Number of places in a year.</summary>
    public int Places { get; }

    /// <summary>[row] its place in a year.</summary>
    public ImmutableArray<int> YearPlaces { get; }

    /// <summary>What fills the places when a year has ended.</summary>
    internal ImmutableArray<CopyRun> YearCopies { get; }

    /// <summary>Lays out a ledger.</summary>
    /// <param name="rows">What each row is.</param>
    /// <param name="yearOutputs">[row] output read when a year has ended.</param>
    /// <param name="stepOutputs">[row] output read when a step has ended; -1 for none.</param>
    /// <param name="programRows">[output] row of the program.</param>
    /// <param name="openings">What is kept of the start of the run.</param>
    internal static LedgerLayout Of(
        ImmutableArray<LedgerRow> rows,
        ImmutableArray<int> yearOutputs,
        ImmutableArray<int> stepOutputs,
        ImmutableArray<int> programRows,
        ImmutableArray<OpeningRow> openings
    ) => new(rows, yearOutputs, stepOutputs, programRows, openings);
}
