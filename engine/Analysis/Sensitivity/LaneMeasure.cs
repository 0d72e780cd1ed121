using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Reads one number of the answers off the ledgers of a block of runs, lane by lane.</summary>
public abstract class LaneMeasure
{
    private static readonly ImmutableArray<Measure> OfSpend =
    [
        Measure.Payment, Measure.BreakCharge, Measure.TransactionCost, Measure.Contribution, Measure.RiskShare, Measure.SharedUnderspend, Measure.RingFence,
    ];

    private static readonly ImmutableArray<Measure> OfPosition = [Measure.Reserves, Measure.OverspendReserves, Measure.Deficit, Measure.RiskReserve];

    /// <summary>Whether any of the options has what is to be read; the others then have 0 of it.</summary>
    public abstract bool IsThere { get; }

    /// <summary>Prepares to read a selection.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">The options that run.</param>
    /// <param name="layouts">[option] what their ledgers hold.</param>
    /// <param name="of">The selection: an option's own value, or its difference from the option that it is held against. Money is in the prices with
    /// which the scenario leads, unless it states a <c>price_base</c>.</param>
    public static LaneMeasure Of(Scenario scenario, ImmutableArray<Option> options, IReadOnlyList<LedgerLayout> layouts, Selection of) =>
        new LedgerSum(scenario, options, layouts, of);

    /// <summary>The kernel's measures that a measure of the catalogue is made of; empty where it is not made of ledgers alone.</summary>
    public static ImmutableArray<Measure> MadeOf(string measure) => measure switch
    {
        "spend" => OfSpend,
        "position" => OfPosition,
        _ => [.. Enum.GetValues<Measure>().Where(known => RowReader.NameOf(known) == measure)],
    };

    /// <summary>Reads a block.</summary>
    /// <param name="ledgers">[option] ledgers of the block.</param>
    /// <param name="values">[lane] receives the value; as many as are wanted of the block.</param>
    public abstract void Read(IReadOnlyList<Ledger> ledgers, Span<double> values);
}
