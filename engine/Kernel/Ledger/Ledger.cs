namespace SystemSim.Kernel;

/// <summary>What a run of one option leaves: every kept row, for every year and lane.</summary>
/// <remarks>
/// <b>Shape.</b> Years: <c>[(year * places + place) * lanes + lane]</c>; steps, where they are kept: <c>[(step * rows + row) * lanes +
/// lane]</c>.
/// </remarks>
public sealed class Ledger
{
    private readonly double[] years;
    private readonly double[] steps;
    private readonly double[] openings;
    private readonly Dictionary<LedgerRow, int> positions;

    /// <summary>An empty ledger.</summary>
    /// <param name="layout">What it holds.</param>
    /// <param name="yearCount">Years in the run.</param>
    /// <param name="stepCount">Steps to keep: all of the run, or 0.</param>
    /// <param name="lanes">Lanes in the block.</param>
    public Ledger(LedgerLayout layout, int yearCount, int stepCount, int lanes)
    {
        Layout = layout;
        YearCount = yearCount;
        StepCount = stepCount;
        Lanes = lanes;
        years = Numbers.Of(layout.Places, yearCount, lanes);
        steps = Numbers.Of(layout.Rows.Length, stepCount, lanes);
        openings = Numbers.Of(layout.Openings.Length, 1, lanes);
        positions = layout.Rows.Select((row, position) => (row, position)).ToDictionary(entry => entry.row, entry => entry.position);
    }

    /// <summary>What it holds.</summary>
    public LedgerLayout Layout { get; }

    /// <summary>Years in the run.</summary>
    public int YearCount { get; }

    /// <summary>Steps kept; 0 for none.</summary>
    public int StepCount { get; }

    /// <summary>Lanes in the block.</summary>
    public int Lanes { get; }

    /// <summary>All that it holds of years.</summary>
    public ReadOnlySpan<double> Years => years;

    /// <summary>Whether it holds a row.</summary>
    public bool Has(LedgerRow row) => positions.ContainsKey(row);

    /// <summary>The value of a row in a year.</summary>
    public double InYear(LedgerRow row, int year, int lane = 0) => Year(positions[row], year)[lane];

    /// <summary>The value of a row in a step, counted from the first of the run.</summary>
    public double InStep(LedgerRow row, int step, int lane = 0) => Step(positions[row], step)[lane];

    /// <summary>[lane] what a stock was when the run started, by its position among the layout's openings.</summary>
    public ReadOnlySpan<double> Opening(int position) => openings.AsSpan(position * Lanes, Lanes);

    /// <summary>[lane] the place of a stock's opening value, to be filled.</summary>
    internal Span<double> OpeningPlace(int position) => openings.AsSpan(position * Lanes, Lanes);

    /// <summary>[lane] the values of a row in a year, by its position in the layout.</summary>
    public ReadOnlySpan<double> Year(int position, int year) =>
        years.AsSpan(((year * Layout.Places) + Layout.YearPlaces[position]) * Lanes, Lanes);

    /// <summary><c>[place * lanes + lane]</c> the values of places that stand together in a year.</summary>
    internal Span<double> Places(int first, int year, int count) =>
        years.AsSpan(((year * Layout.Places) + first) * Lanes, count * Lanes);

    /// <summary>[lane] the values of a row in a step, by its position in the layout.</summary>
    public Span<double> Step(int position, int step) =>
        steps.AsSpan(((step * Layout.Rows.Length) + position) * Lanes, Lanes);

    /// <summary>The first number that it holds and that no run may leave; null when there is none.</summary>
    public Breach? NotFinite()
    {
        for (var year = 0; year < YearCount; year++)
        {
            for (var row = 0; row < Layout.Rows.Length; row++)
            {
                if (Found(Year(row, year), row, year, -1) is { } breach)
                {
                    return breach;
                }
            }
        }

        for (var step = 0; step < StepCount; step++)
        {
            for (var row = 0; row < Layout.Rows.Length; row++)
            {
                if (Found(Step(row, step), row, step / (StepCount / YearCount), step) is { } breach)
                {
                    return breach;
                }
            }
        }

        return null;
    }

    /// <summary>One lane by itself.</summary>
    public Ledger Lane(int lane)
    {
        var one = new Ledger(Layout, YearCount, StepCount, 1);
        for (var row = 0; row < one.years.Length; row++)
        {
            one.years[row] = years[(row * Lanes) + lane];
        }

        for (var row = 0; row < one.steps.Length; row++)
        {
            one.steps[row] = steps[(row * Lanes) + lane];
        }

        return one;
    }

    private Breach? Found(ReadOnlySpan<double> values, int row, int year, int step)
    {
        for (var lane = 0; lane < values.Length; lane++)
        {
            if (!Finite.Allows(values[lane]))
            {
                return new Breach(Invariant.Finite, Layout.Rows[row].Row, year, step, lane, values[lane], Layout.Rows[row].Measure);
            }
        }

        return null;
    }
}
