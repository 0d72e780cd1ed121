using System.Globalization;
using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns how uncertain a scenario's numbers are into what drawing needs.</summary>
public sealed class DrawPlanner
{
    private readonly Scenario scenario;
    private readonly NumberPlanner numbers;
    private readonly ImmutableArray<Quantity> drawn;
    private readonly DrawnRow[] rows;
    private readonly DrawnQuantity[] quantities;
    private readonly List<DrawnRow> helpers = [];
    private readonly List<Normalised> wholes = [];
    private readonly HashSet<int> shared = [];

    private readonly ILookup<string, string> pathsOf;
    private readonly IReadOnlySet<string>? free;

    private DrawPlanner(Scenario scenario, IReadOnlySet<string>? free)
    {
        this.scenario = scenario;
        this.free = free;
        pathsOf = scenario
            .Numbers.Concat(scenario.Factors.Select(factor => factor.Value))
            .ToLookup(number => number.DrawnAs, number => number.Name);
        numbers = new NumberPlanner(scenario, free);
        drawn = numbers.Drawn;
        var known = new Dictionary<(double Value, Limits Limits, Spread? Spread), Distribution?>();
        rows = new DrawnRow[drawn.Length];
        quantities = new DrawnQuantity[drawn.Length];
        for (var row = 0; row < drawn.Length; row++)
        {
            // Numbers that are uncertain alike share a table.
            var key = (drawn[row].Value, drawn[row].Limits, drawn[row].Spread);
            if (!known.TryGetValue(key, out var distribution))
            {
                known.Add(key, distribution = Distributions.Of(drawn[row]));
            }

            var stream = scenario.Drawing.Local is { } local ? local.NameOf(drawn[row].Name, numbers.Streams[row]) : numbers.Streams[row];
            rows[row] = new DrawnRow { Stream = StreamKey.Of(stream), Curve = distribution?.Curve };
            quantities[row] = new DrawnQuantity(
                NameOf(drawn[row]),
                drawn[row],
                distribution?.Curve,
                distribution?.Mean,
                distribution?.Deviation
            );
        }
    }

    /// <summary>Plans the draws of a scenario.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="free">Names of numbers that a study will set, whether or not they are drawn, and to whatever it likes; null for
    /// none.</param>
    public static PlannedDraws Build(Scenario scenario, IReadOnlySet<string>? free = null) => new DrawPlanner(scenario, free).Build();

    /// <summary>Names of numbers, with those of the shares that must make room for any of them.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="names">The names.</param>
    public static IReadOnlySet<string> WithShares(Scenario scenario, IEnumerable<string> names)
    {
        var all = names.ToHashSet();
        foreach (var shares in NumberPlanner.Wholes(scenario).ToArray())
        {
            if (shares.Any(share => share.Name.Length > 0 && all.Contains(share.Name)))
            {
                all.UnionWith(shares.Select(share => share.Name));
            }
            else if (shares.Any(share => share.Name.Length > 0 && all.Contains(share.DrawnAs)))
            {
                all.UnionWith(shares.Select(share => share.DrawnAs));
            }
        }

        return all;
    }

    private PlannedDraws Build()
    {
        foreach (var row in scenario.Drawing.Rows)
        {
            PlanSample(row);
        }

        foreach (var shares in NumberPlanner.Wholes(scenario))
        {
            PlanShares(shares);
        }

        PlanGiven();

        var rules = Rules().ToArray();
        return new PlannedDraws
        {
            Plan = new DrawPlan
            {
                Method = scenario.Drawing.Method switch
                {
                    Sampling.LatinHypercube => DrawMethod.LatinHypercube,
                    Sampling.Sobol => DrawMethod.Sobol,
                    Sampling.Random => DrawMethod.Random,
                },
                Central = numbers.Central,
                Rows = [.. rows, .. helpers],
                Correlated = Correlated(),
                Normalised = [.. wholes],
                Limits = [.. rules.Select(rule => rule.Limit)],
            },
            Quantities = [.. quantities],
            LimitSentences = [.. rules.Select(rule => rule.Sentence)],
            MostDraws = scenario.Drawing.Given.IsEmpty ? null : scenario.Drawing.Given.Min(given => given.Values.Length),
        };
    }

    private bool IsFree(int row) => free is not null && (free.Contains(drawn[row].Name) || free.Contains(drawn[row].DrawnAs));

    /// <summary>What to call a quantity: its path where it has one alone, else what its paths are drawn as.</summary>
    private string NameOf(Quantity quantity) =>
        pathsOf[quantity.DrawnAs].Distinct().Take(2).Count() == 1 ? quantity.Name : quantity.DrawnAs;

    private int RowNamed(string name) => numbers.RowOf(scenario.Named(name)!);

    /// <summary>The rows of all numbers that are drawn as one name.</summary>
    private IEnumerable<int> RowsDrawnAs(string name) => Enumerable.Range(0, drawn.Length).Where(row => drawn[row].DrawnAs == name);

    /// <summary>A Dirichlet distribution: gamma numbers, shared out. What the row leaves of the whole is a share too.</summary>
    private void PlanSample(SampledRow sample)
    {
        // Where two arrangements state the same row, it is one.
        var members = sample.Members.Select(RowNamed).ToList();
        if (members.Any(shared.Contains))
        {
            return;
        }

        var stated = members.Sum(row => drawn[row].Value);
        var whole = Math.Max(stated, 1.0);
        foreach (var row in members)
        {
            var size = sample.Of * drawn[row].Value / whole;
            rows[row] = rows[row] with { Curve = size > 0.0 ? Distributions.Gamma(size) : null };
            Forget(row);
        }

        if (whole - stated > 1e-9)
        {
            members.Add(drawn.Length + helpers.Count);
            helpers.Add(
                new DrawnRow { Stream = StreamKey.Of(RestOf(sample)), Curve = Distributions.Gamma(sample.Of * (whole - stated) / whole) }
            );
        }

        wholes.Add(new Normalised([.. members], whole));
    }

    /// <summary>Shares that add up to 1 do so in every draw: those that are uncertain are divided by their sum.</summary>
    private void PlanShares(ImmutableArray<Quantity> shares)
    {
        int[] all = [.. shares.Select(share => numbers.RowOf(share, shares))];
        int[] members =
        [
            .. all.Where(row => row >= 0 && (drawn[row].Spread is not null || IsFree(row)) && !shared.Contains(row)).Distinct(),
        ];
        if (members.Length == 0 || shares.Any(share => !share.Factors.IsEmpty) || all.Any(shared.Contains))
        {
            return;
        }

        wholes.Add(new Normalised([.. members], members.Sum(row => drawn[row].Value)));
        foreach (var row in members)
        {
            Forget(row);
        }
    }

    /// <summary>A table gives the draws of the numbers that it names; another number that is drawn as one of them is as far up in its own
    /// range.</summary>
    private void PlanGiven()
    {
        var tables = scenario.Drawing.Given.ToDictionary(given => RowNamed(given.Quantity), given => given.Values);
        foreach (var (named, values) in tables)
        {
            foreach (
                var row in RowsDrawnAs(drawn[named].DrawnAs)
                    .Where(row => row != named && !tables.ContainsKey(row) && rows[row].Curve is not null)
            )
            {
                rows[row] = rows[row] with { Given = Ranks.Of(values).Select(rows[row].Curve!.At).ToImmutableArray(), Curve = null };
                Forget(row);
            }

            rows[named] = rows[named] with { Curve = null, Given = values };
            Forget(named);
        }
    }

    private void Forget(int row)
    {
        shared.Add(row);
        quantities[row] = quantities[row] with { Curve = null, Mean = null, Deviation = null };
    }

    /// <summary>What a sample leaves of the whole is named beside its members.</summary>
    private string RestOf(SampledRow sample)
    {
        var member = numbers.Streams[RowNamed(sample.Members[0])];
        return $"{member[..member.LastIndexOf('.')]}.rest";
    }

    private ImmutableArray<CorrelatedRows> Correlated()
    {
        var groups = new List<HashSet<string>>();
        foreach (var (first, second, _) in scenario.Drawing.Correlations)
        {
            var joined = groups.Where(group => group.Contains(first) || group.Contains(second)).ToArray();
            groups.RemoveAll(joined.Contains);
            groups.Add([first, second, .. joined.SelectMany(group => group)]);
        }

        return [.. groups.SelectMany(group => Correlated(CorrelationFactor.Of(scenario.Drawing.Correlations, group)))];
    }

    /// <summary>Quantities in the order of their names, so that the order of a file changes nothing.</summary>
    /// <remarks>What an option sets in the place of a number goes with the others as that does: a group for each, whose other members come
    /// out as they did.</remarks>
    private IEnumerable<CorrelatedRows> Correlated(CorrelationFactor factor)
    {
        int[][] rowsOf = [.. factor.Names.Select(name => RowsDrawnAs(name).Where(row => rows[row].Curve is not null).ToArray())];
        ImmutableArray<int> members = [.. rowsOf.Select(named => named[0])];
        yield return new CorrelatedRows(members, factor.Rows);
        for (var name = 0; name < rowsOf.Length; name++)
        {
            foreach (var row in rowsOf[name][1..])
            {
                yield return new CorrelatedRows(members.SetItem(name, row), factor.Rows);
            }
        }
    }

    /// <summary>Rules that some draw might break: each number that is drawn or has factors, within what its kind can be.</summary>
    private IEnumerable<(DrawLimit Limit, string Sentence)> Rules()
    {
        var seen = new HashSet<(string Rows, double Times, Limits Limits)>();
        foreach (var number in scenario.Numbers.Where(number => number.Limits != Limits.None))
        {
            var own = numbers.RowOf(number);
            int[] multiplied = [.. (own >= 0 ? [own] : Array.Empty<int>()), .. number.Factors.Select(numbers.RowOf)];
            var limit = new DrawLimit(
                [.. multiplied], own >= 0 ? 1.0 : number.Value, number.Limits.Least, number.Limits.AboveLeast, number.Limits.Most);
            if (multiplied.Length > 0 && !IsAlwaysKept(limit) && seen.Add((string.Join(';', multiplied), limit.Times, number.Limits)))
            {
                yield return (limit, $"{number.Name} would not be {Allowed(number.Limits)}");
            }
        }
    }

    private bool IsAlwaysKept(DrawLimit limit)
    {
        var (low, high) = (limit.Times, limit.Times);
        foreach (var row in limit.Rows)
        {
            var (least, most) = EndsOf(row);
            double[] corners = [low * least, low * most, high * least, high * most];
            (low, high) = (corners.Min(), corners.Max());
        }

        return limit.Allows(low) && limit.Allows(high);
    }

    /// <summary>Ends beyond which no draw goes; infinite where a curve has none.</summary>
    private (double Least, double Most) EndsOf(int row) => rows[row] switch
    {
        _ when IsFree(row) => (double.NegativeInfinity, double.PositiveInfinity),
        { Given.IsEmpty: false } given => (given.Given.Min(), given.Given.Max()),
        _ when wholes.FirstOrDefault(whole => whole.Rows.Contains(row)) is { } whole => (0.0, whole.Total),
        { Curve: { } curve } => (curve.At(Uniforms.Least), curve.At(Uniforms.Most)),
        _ => (drawn[row].Value, drawn[row].Value),
    };

    private static string Allowed(Limits limits)
    {
        var least = limits.Least.ToString(CultureInfo.InvariantCulture);
        var most = limits.Most.ToString(CultureInfo.InvariantCulture);
        return (double.IsFinite(limits.Least), double.IsFinite(limits.Most)) switch
        {
            (true, true) => $"from {least} to {most}",
            (true, false) => limits.AboveLeast ? $"above {least}" : $"{least} or more",
            _ => $"{most} or less",
        };
    }
}
