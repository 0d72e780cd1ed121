using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>The ranges of all uncertain quantities of a scenario, and how one of them is set while the others stay central.</summary>
internal sealed class QuantityRanges
{
    /// <summary>Lower percentile, as a share.</summary>
    public const double LowShare = 0.1;

    /// <summary>Upper percentile, as a share.</summary>
    public const double HighShare = 0.9;

    // Draws from which percentiles are taken where a quantity has no curve of its own.
    private const int Draws = 4_096;
    private const int Lanes = 64;

    // Chances are told to about twelve digits.
    private const int Halvings = 40;

    private readonly PlannedDraws planned;
    private readonly Dictionary<int, Normalised> wholes;
    private readonly Lazy<Lazy<double[]>[]> sample;
    private readonly Lazy<ImmutableArray<QuantityRange>> all;

    /// <summary>Works the ranges out.</summary>
    /// <param name="planned">The planned draws.</param>
    /// <param name="seed">Seed of draws, where a range is taken from these.</param>
    public QuantityRanges(PlannedDraws planned, int seed)
    {
        this.planned = planned;
        wholes = planned
            .Plan.Normalised.SelectMany(whole => whole.Rows.Select(row => (row, whole)))
            .ToDictionary(entry => entry.row, entry => entry.whole);
        sample = new(() => Sample(seed));
        all = new(() =>
        [
            .. Enumerable.Range(0, planned.Quantities.Length).Where(IsDrawn)
                .GroupBy(row => planned.Quantities[row].Name)
                .Select(same => Range(same.Key, [.. same])),
        ]);
    }

    /// <summary>The ranges, in the order in which a scenario states the quantities; factors first.</summary>
    public ImmutableArray<QuantityRange> All => all.Value;

    /// <summary>Sets a quantity to values of its rows. Shares of one whole make room for it pro rata.</summary>
    /// <param name="quantities">[quantity] central values, changed in place.</param>
    /// <param name="range">The quantity.</param>
    /// <param name="values">[row] its values.</param>
    public void Set(Span<double> quantities, QuantityRange range, ImmutableArray<double> values)
    {
        for (var i = 0; i < range.Rows.Length; i++)
        {
            var row = range.Rows[i];
            if (wholes.TryGetValue(row, out var whole) && whole.Total > quantities[row])
            {
                var room = (whole.Total - values[i]) / (whole.Total - quantities[row]);
                foreach (var other in whole.Rows)
                {
                    // Further rows stand for what a sample leaves of the whole, and are no quantities.
                    if (other != row && other < quantities.Length)
                    {
                        quantities[other] *= room;
                    }
                }
            }

            quantities[row] = values[i];
        }
    }

    /// <summary>The chance that a draw of a quantity is below a value; null where it is not drawn by itself.</summary>
    /// <param name="row">Row of the quantity.</param>
    /// <param name="value">The value.</param>
    public double? ChanceBelow(int row, double value)
    {
        if (planned.Plan.Rows[row].Given is { IsEmpty: false } given)
        {
            return (double)given.Count(drawn => drawn < value) / given.Length;
        }

        if (planned.Quantities[row].Curve is not { } curve)
        {
            return null;
        }

        if (!(curve.At(Uniforms.Least) < value && value < curve.At(Uniforms.Most)))
        {
            return value > curve.At(Uniforms.Least) ? 1.0 : 0.0;
        }

        // A curve never falls, so that halving finds where it passes the value.
        var (low, high) = (0.0, 1.0);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2.0;
            (low, high) = curve.At(middle) < value ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>A quantity by its name, whether it is drawn or not.</summary>
    /// <param name="name">Its path, or what numbers at several paths are drawn as.</param>
    /// <param name="isMeant">Which of the rows of that name.</param>
    public QuantityRange Named(string name, Func<int, bool> isMeant)
    {
        ImmutableArray<int> rows =
        [
            .. Enumerable.Range(0, planned.Quantities.Length).Where(row => IsNamed(planned.Quantities[row].Quantity, name) && isMeant(row)),
        ];
        return new QuantityRange(
            name,
            rows,
            [.. rows.Select(row => planned.Plan.Central[row])],
            [.. rows.Select(row => Known(row, LowShare))],
            [.. rows.Select(row => Known(row, HighShare))]
        );
    }

    /// <summary>Whether a quantity has a name: its path or what it is drawn as.</summary>
    public static bool IsNamed(Quantity quantity, string name) => quantity.Name == name || quantity.DrawnAs == name;

    /// <summary>The percentile of a quantity; its central value where it is not drawn.</summary>
    private double Known(int row, double share) => IsDrawn(row) && !IsSetAside(row) ? At(row, share) : planned.Plan.Central[row];

    /// <summary>Whether a number that is known is in a whole because a share beside it is to be set.</summary>
    private bool IsSetAside(int row) =>
        planned.Quantities[row].Quantity.Spread is null && planned.Plan.Rows[row] is { Curve: null, Given.IsEmpty: true };

    private bool IsDrawn(int row) =>
        planned.Quantities[row].Curve is not null || !planned.Plan.Rows[row].Given.IsEmpty || wholes.ContainsKey(row);

    private QuantityRange Range(string name, ImmutableArray<int> rows) =>
        new(
            name,
            rows,
            [.. rows.Select(row => planned.Plan.Central[row])],
            [.. rows.Select(row => At(row, LowShare))],
            [.. rows.Select(row => At(row, HighShare))]
        );

    private double At(int row, double share) =>
        planned.Quantities[row].Curve is { } curve ? curve.At(share)
        : planned.Plan.Rows[row].Given is { IsEmpty: false } given ? Quantile.OfSorted(given.Sort(), share)
        : Quantile.OfSorted(sample.Value[row].Value, share);

    /// <summary>[quantity] draws in ascending order, put into it when they are asked for.</summary>
    private Lazy<double[]>[] Sample(int seed)
    {
        var block = new DrawBlock(planned.Plan, (ulong)seed, Draws, Lanes);
        var values = planned.Quantities.Select(_ => new double[Draws]).ToArray();
        for (var first = 0; first < Draws; first += Lanes)
        {
            block.Fill(first + 1);
            for (var row = 0; row < values.Length; row++)
            {
                block.Quantities.Slice(row * Lanes, Lanes).CopyTo(values[row].AsSpan(first));
            }
        }

        return [.. values.Select(drawn => new Lazy<double[]>(() => Sorted(drawn)))];

        static double[] Sorted(double[] drawn)
        {
            Array.Sort(drawn);
            return drawn;
        }
    }
}
