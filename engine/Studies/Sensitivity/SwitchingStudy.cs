using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Solves for the value of one quantity at which a number of the answers is nothing; the other quantities are central.</summary>
/// <remarks>
/// Looks at evenly spread points first, so that several crossings are found, and then solves each by Brent's method. A number that an
/// option puts in the place of another is moved for that option alone: the one that the option reads.
/// </remarks>
public sealed class SwitchingStudy
{
    // Points that are looked at first, with the central one as many as lanes of a block.
    private const int GridPoints = 63;

    // Where to look when nothing else says: as many distances, from the centre to the ends of the draws, or of the value itself to nothing.
    private const double Reach = 3.0;
    private const double FarShare = 0.001;
    private const double JustAbove = 0.001;
    private const double Accuracy = 1e-15;
    private const int MostRuns = 200;

    private readonly QuantityRanges ranges;
    private readonly ImmutableArray<QuantityRange> moved;
    private readonly SensitivityOf of;
    private readonly double[] places;
    private readonly double?[] grid;
    private readonly List<(int Before, RootSearch Search)> searches = [];
    private double tolerance;
    private string? stopped;

    private SwitchingStudy(QuantityRanges ranges, ImmutableArray<QuantityRange> moved, SensitivityOf of, (double Low, double High) ends)
    {
        (this.ranges, this.moved, this.of) = (ranges, moved, of);
        var step = (ends.High - ends.Low) / (GridPoints - 1);
        places =
        [
            .. Enumerable
                .Range(0, GridPoints)
                .Select(point => point == GridPoints - 1 ? ends.High : ends.Low + (point * step))
                .Append(Central)
                .Order(),
        ];
        grid = new double?[places.Length];
    }

    /// <summary>Solves for a quantity.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="of">What is to be nothing: measure, year, parts; its option and baseline are passed over.</param>
    /// <param name="option">The option whose value it is.</param>
    /// <param name="against">The option that it is held against; null for the option's own value.</param>
    /// <param name="quantity">Path of the number; it need not be an uncertain one. Of several, parted by commas, all are moved in
    /// proportion: what is solved for is what they are multiplied by.</param>
    /// <param name="between">Where to look; null for a range that follows from what the number can be and how it is drawn.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>Where the number crosses nothing; null when no option has what is to be looked at.</returns>
    public static SwitchingValue? Run(
        Prepared prepared,
        Selection of,
        OptionId option,
        OptionId? against,
        string quantity,
        (double Low, double High)? between = null,
        CancellationToken stop = default
    ) =>
        Run(prepared, of, option, against, [(quantity, between)], threads: 1, stop).SingleOrDefault();

    /// <summary>Solves for several quantities, each by itself; what runs is planned and written once.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="of">What is to be nothing.</param>
    /// <param name="option">The option whose value it is.</param>
    /// <param name="against">The option that it is held against; null for the option's own value.</param>
    /// <param name="questions">The quantities, and where to look for each. No number stands in two of them under two names: by its own and
    /// by that of all that are drawn as it is.</param>
    /// <param name="threads">Threads; never changes a bit.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>[question] where the number crosses nothing; none when no option has what is to be looked at.</returns>
    public static ImmutableArray<SwitchingValue> Run(
        Prepared prepared,
        Selection of,
        OptionId option,
        OptionId? against,
        ImmutableArray<(string Quantity, (double Low, double High)? Between)> questions,
        int threads,
        CancellationToken stop = default
    )
    {
        var asked = SensitivityOf.Ask(prepared.Scenario, of with { Option = option, Against = against });
        ImmutableArray<string[]> named =
        [
            .. questions.Select(question => question.Quantity.Split(',').Select(name => name.Trim()).ToArray()),
        ];
        var runs = new PointRuns(prepared.Freeing(named.SelectMany(names => names)), [asked.Selection], threads);
        if (!runs.IsSound)
        {
            return [];
        }

        var ranges = runs.Ranges(prepared.Scenario.Drawing.Seed);
        SwitchingStudy[] studies = [.. named.Zip(questions).Select(question => Study(question.First, question.Second.Between))];
        Look(runs, [.. studies.SelectMany(study => study.Grid())], stop);
        foreach (var study in studies)
        {
            study.Begin();
        }

        while (studies.SelectMany(study => study.Searching()).ToArray() is { Length: > 0 } next)
        {
            Look(runs, next, stop);
        }

        return [.. studies.Select(study => study.Found())];

        SwitchingStudy Study(string[] names, (double Low, double High)? between)
        {
            var moved = names.Select(Range).ToImmutableArray();
            var ends = between ?? (moved.Length == 1 ? EndsOf(runs, moved[0].Rows[0]) : EndsOfFactor(runs, moved));
            return new SwitchingStudy(ranges, moved, asked, ends);
        }

        QuantityRange Range(string name)
        {
            var range = ranges.Named(name, row => runs.Uses(row, option));
            return range.Rows.IsEmpty ? ranges.Named(name, _ => true) : range;
        }
    }

    /// <summary>Runs places of any of the studies side by side, and tells each what is there.</summary>
    private static void Look(PointRuns runs, (SwitchingStudy Study, double Place, Action<double?> Tell)[] at, CancellationToken stop)
    {
        var values = runs.Run(at.Length, (point, quantities) => at[point].Study.Set(quantities, at[point].Place), stop: stop);
        foreach (var (point, (study, _, tell)) in at.Index())
        {
            study.stopped ??= values.ReasonOf(point);
            tell(values.At(point));
        }
    }

    /// <summary>What numbers may be multiplied by: from nothing to three times, as far as each of them can be that.</summary>
    private static (double Low, double High) EndsOfFactor(PointRuns runs, ImmutableArray<QuantityRange> moved)
    {
        var (low, high) = (0.0, Reach);
        foreach (var (row, central) in moved.SelectMany(range => range.Rows.Zip(range.Central)).Where(one => one.Second != 0.0))
        {
            var limits = runs.Planned.Quantities[row].Quantity.Limits;
            var (least, most) = (limits.Least / central, limits.Most / central);
            (low, high) = (Math.Max(low, Math.Min(least, most)), Math.Min(high, Math.Max(least, most)));
            // What must be above its least value cannot be put there.
            low = limits.AboveLeast && low <= Math.Min(least, most) ? low + (JustAbove * (high - low)) : low;
        }

        return (low, high);
    }

    private static (double Low, double High) EndsOf(PointRuns runs, int row)
    {
        var (quantity, curve) = (runs.Planned.Quantities[row].Quantity, runs.Planned.Quantities[row].Curve);
        var (value, limits) = (quantity.Value, quantity.Limits);
        if (double.IsFinite(limits.Least) && double.IsFinite(limits.Most))
        {
            return (limits.Least, limits.Most);
        }

        var size = value == 0.0 ? 1.0 : Math.Abs(value);
        var (below, above) = curve is null ? (size, size) : (value - curve.At(FarShare), curve.At(1.0 - FarShare) - value);
        var (low, high) = (value - (Reach * below), value + (Reach * above));
        // What must be above its least value cannot be put there.
        var least = limits.AboveLeast ? limits.Least + (JustAbove * (high - limits.Least)) : limits.Least;
        return (Math.Max(low, least), Math.Min(high, limits.Most));
    }

    /// <summary>The places that are looked at first.</summary>
    private IEnumerable<(SwitchingStudy Study, double Place, Action<double?> Tell)> Grid() =>
        places.Select((place, point) => (this, place, (Action<double?>)(number => grid[point] = number)));

    /// <summary>Begins to look between neighbours that lie on either side of nothing.</summary>
    private void Begin()
    {
        tolerance = of.Nothing(grid.Select(number => number ?? 0.0));
        // The last point whose run was not stopped.
        var before = -1;
        for (var point = 0; point < places.Length; point++)
        {
            if (SignOf(grid[point]) is not { } sign)
            {
                continue;
            }

            if (before >= 0 && sign != 0 && SignOf(grid[before]) == -sign)
            {
                var (low, high) = (places[before], places[point]);
                var search = new RootSearch(
                    (low, grid[before]!.Value), (high, grid[point]!.Value), Accuracy * (high - low), MostRuns);
                searches.Add((before, search));
            }

            before = point;
        }
    }

    /// <summary>Where to look next.</summary>
    private IEnumerable<(SwitchingStudy Study, double Place, Action<double?> Tell)> Searching() =>
        searches.Where(one => !one.Search.IsDone).Select(one => (this, one.Search.Place, (Action<double?>)one.Search.Tell));

    private SwitchingValue Found()
    {
        var points = places.Zip(grid).ToImmutableArray();
        return new SwitchingValue
        {
            Of = of,
            Quantity = moved.Length == 1 ? moved[0].Name : $"what multiplies {string.Join(", ", moved.Select(range => range.Name))}",
            Names = [.. moved.Select(range => range.Name)],
            Central = Central,
            AtCentral = grid[Array.IndexOf(places, Central)]
                ?? throw new InvalidOperationException($"The central run is stopped: {stopped}."),
            From = places[0],
            To = places[^1],
            Tolerance = tolerance,
            Points = points,
            Crossings = points.Any(point => SignOf(point.Second) != 0) ? [.. Crossings()] : [],
            Stopped = stopped,
        };
    }

    private IEnumerable<Crossing> Crossings()
    {
        for (var point = 0; point < places.Length; point++)
        {
            if (SignOf(grid[point]) == 0)
            {
                var first = point;
                while (point + 1 < places.Length && SignOf(grid[point + 1]) == 0)
                {
                    point++;
                }

                yield return new Crossing
                {
                    Value = places[first],
                    UpTo = places[point] > places[first] ? places[point] : null,
                    Residual = grid[first]!.Value,
                    ChanceBelow = ChanceBelow(places[first]),
                };
            }

            foreach (var (before, search) in searches.Where(one => one.Before == point))
            {
                yield return Solved(before, search);
            }
        }
    }

    /// <summary>What a search came to: the best that it found, whether or not it was done; a run that is stopped ends it.</summary>
    private Crossing Solved(int before, RootSearch search)
    {
        if (search.Number is { } residual)
        {
            return new Crossing
            {
                Value = search.Place,
                Residual = residual,
                IsLeap = Math.Abs(residual) > tolerance,
                ChanceBelow = ChanceBelow(search.Place),
            };
        }

        var after = Enumerable.Range(before + 1, places.Length - before - 1).First(point => grid[point] is not null);
        return new Crossing
        {
            Value = places[before],
            UpTo = places[after],
            Residual = grid[before]!.Value,
            IsLeap = true,
            ChanceBelow = ChanceBelow(places[before]),
        };
    }

    /// <summary>The place of the central run: the value of the number, or 1 for what several are multiplied by.</summary>
    private double Central => moved.Length == 1 ? moved[0].Central[0] : 1.0;

    private double? ChanceBelow(double place) => moved.Length == 1 ? ranges.ChanceBelow(moved[0].Rows[0], place) : null;

    private void Set(Span<double> quantities, double place)
    {
        foreach (var range in moved)
        {
            ranges.Set(quantities, range, moved.Length == 1
                ? [.. range.Rows.Select(_ => place)]
                : [.. range.Central.Select(central => central * place)]);
        }
    }

    /// <summary>The side of nothing on which a number is; null where a run was stopped.</summary>
    private int? SignOf(double? number) => number is { } known ? Math.Abs(known) <= tolerance ? 0 : Math.Sign(known) : null;
}
