using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Reads one number of the answers off the ledgers of a block of runs, lane by lane.</summary>
public abstract class LaneMeasure
{
    private static readonly ImmutableArray<Measure> OfSpend =
    [
        Measure.Payment,
        Measure.BreakCharge,
        Measure.TransactionCost,
        Measure.Contribution,
        Measure.RiskShare,
        Measure.SharedUnderspend,
        Measure.RingFence,
        Measure.DebtInterest,
    ];

    private static readonly ImmutableArray<Measure> OfPosition =
    [
        Measure.Reserves,
        Measure.EarmarkedReserves,
        Measure.Deficit,
        Measure.RiskReserve,
        Measure.Debt,
        Measure.AssetsSold,
    ];

    private static readonly ImmutableArray<Measure> OfAppraisal =
    [
        Measure.Payment,
        Measure.ProviderCost,
        Measure.Charges,
        Measure.BreakCharge,
        Measure.TransactionCost,
        Measure.OtherSpending,
        Measure.SetUp,
        Measure.Running,
        Measure.QualityAdjustedLifeYears,
    ];

    /// <summary>Column of the price base.</summary>
    protected const string PriceBase = "price_base";

    /// <summary>Whether any of the options has what is to be read; the others then have 0 of it.</summary>
    public abstract bool IsThere { get; }

    /// <summary>Prepares to read a selection.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">The options that run; the baseline among them where the measure is tabulated.</param>
    /// <param name="layouts">[option] what their ledgers hold.</param>
    /// <param name="quantities">[quantity] what a point has a value of.</param>
    /// <param name="of">The selection: an option's own value, or its difference from the option that it is held against. Money is in the
    /// prices with which the scenario leads, unless it states a <c>price_base</c>.</param>
    public static LaneMeasure Of(
        Scenario scenario,
        ImmutableArray<Option> options,
        IReadOnlyList<LedgerLayout> layouts,
        ImmutableArray<Quantity> quantities,
        Selection of
    ) => IsTabulated(of.Measure) ? new TabulatedMeasure(scenario, options, quantities, of) : new LedgerSum(scenario, options, layouts, of);

    /// <summary>Whether a measure can be read of runs side by side at all; a bridge from year to year, for one, cannot.</summary>
    public static bool CanRead(string measure) => IsTabulated(measure) || !OfLedgers(measure).IsEmpty;

    /// <summary>Whether a measure is worked out as the tables are, rather than added up from ledgers alone.</summary>
    public static bool IsTabulated(string measure) =>
        MeasureCatalogue.Find(measure)
            is { Table: "gains" or MeasureEntry.AppraisalTable or "local_value", Unit: not MeasureEntry.Probability, TellsWhen: false };

    /// <summary>Whether draws keep a measure because the scenario is appraised.</summary>
    internal static bool AppraisalWants(Scenario scenario, Measure measure) =>
        scenario.Appraisal is { } terms
        && (OfAppraisal.Contains(measure) || terms.Values.Any(value => OfLedgers(value.Measure).Contains(measure)));

    /// <summary>Whether reading a measure needs every step.</summary>
    public static bool NeedsSteps(Scenario scenario, string measure) =>
        MeasureCatalogue.Find(measure)?.Table == MeasureEntry.AppraisalTable
        && scenario.Appraisal is { Discounting: not Discounting.ByYear };

    /// <summary>The kernel's measures that a measure of the catalogue follows from.</summary>
    public static ImmutableArray<Measure> MadeOf(Scenario scenario, string measure) =>
        IsTabulated(measure)
            ? MeasureCatalogue.Find(measure)!.Table switch
            {
                MeasureEntry.AppraisalTable =>
                [
                    .. OfAppraisal,
                    .. scenario.Appraisal?.Values.SelectMany(value => OfLedgers(value.Measure)) ?? [],
                ],
                "local_value" => [Measure.Payment],
                _ => [.. Enum.GetValues<Measure>()],
            }
            : OfLedgers(measure);

    /// <summary>Reads a block.</summary>
    /// <param name="ledgers">[option] ledgers of the block.</param>
    /// <param name="quantities"><c>[quantity * lanes + lane]</c> the points.</param>
    /// <param name="values">[lane] receives the value, not a number where there is none; as many as are wanted of the block.</param>
    public abstract void Read(IReadOnlyList<Ledger> ledgers, double[] quantities, Span<double> values);

    private static ImmutableArray<Measure> OfLedgers(string measure) => measure switch
    {
        "spend" => OfSpend,
        "position" => OfPosition,
        _ => [.. Enum.GetValues<Measure>().Where(known => RowReader.NameOf(known) == measure)],
    };
}
