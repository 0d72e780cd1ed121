using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using SystemSim.Kernel;
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
    private readonly List<SharedOut> wholes = [];
    private readonly HashSet<int> shared = [];

    private readonly IReadOnlySet<string>? free;

    private DrawPlanner(Scenario scenario, IReadOnlySet<string>? free)
    {
        this.scenario = scenario;
        this.free = free;
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

            rows[row] = new DrawnRow { Stream = StreamKey.Of(drawn[row].Name), Curve = distribution?.Curve };
            quantities[row] = new DrawnQuantity(drawn[row], distribution?.Curve, distribution?.Mean, distribution?.Deviation);
        }
    }

    /// <summary>Plans the draws of a scenario.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="free">Names of numbers that a study will set, whether or not they are drawn, and to whatever it likes; null for none.</param>
    public static PlannedDraws Build(Scenario scenario, IReadOnlySet<string>? free = null) => new DrawPlanner(scenario, free).Build();

    /// <summary>Names of numbers, with those of the shares that must make room for any of them.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="names">The names.</param>
    public static IReadOnlySet<string> WithShares(Scenario scenario, IEnumerable<string> names)
    {
        var all = names.ToHashSet();
        foreach (var shares in RowsOfShares(scenario).Where(shares => shares.Any(share => share.Name.Length > 0 && all.Contains(share.Name))).ToArray())
        {
            all.UnionWith(shares.Select(share => share.Name));
        }

        return all;
    }

    private PlannedDraws Build()
    {
        foreach (var row in scenario.Drawing.Rows)
        {
            PlanSample(row);
        }

        foreach (var shares in RowsOfShares(scenario))
        {
            PlanShares(shares);
        }

        foreach (var given in scenario.Drawing.Given)
        {
            PlanGiven(given);
        }

        var rules = Rules().ToArray();
        return new PlannedDraws
        {
            Plan = new DrawPlan
            {
                Method = scenario.Drawing.Method switch
                {
                    Sampling.LatinHypercube => DrawMethod.LatinHypercube,
                    Sampling.Sobol => DrawMethod.Sobol,
                    _ => DrawMethod.Random,
                },
                Central = numbers.Central,
                Rows = [.. rows, .. helpers],
                Correlated = Correlated(),
                SharedOut = [.. wholes],
                Limits = [.. rules.Select(rule => rule.Limit)],
            },
            Quantities = [.. quantities],
            LimitSentences = [.. rules.Select(rule => rule.Sentence)],
            MostDraws = scenario.Drawing.Given.IsEmpty ? null : scenario.Drawing.Given.Min(given => given.Values.Length),
        };
    }

    private bool IsFree(int row) => free?.Contains(drawn[row].Name) == true;

    private int RowNamed(string name) => Enumerable.Range(0, drawn.Length).First(row => drawn[row].Name == name);

    /// <summary>A Dirichlet distribution: gamma numbers, shared out. What the row leaves of the whole is a share too.</summary>
    private void PlanSample(SampledRow sample)
    {
        var members = sample.Members.Select(RowNamed).ToList();
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
            helpers.Add(new DrawnRow { Stream = StreamKey.Of($"{sample.On}.rest"), Curve = Distributions.Gamma(sample.Of * (whole - stated) / whole) });
        }

        wholes.Add(new SharedOut([.. members], whole));
    }

    /// <summary>Shares that add up to 1 do so in every draw: those that are uncertain are divided by their sum.</summary>
    private void PlanShares(ImmutableArray<Quantity> shares)
    {
        int[] members = [.. shares.Select(numbers.RowOf).Where(row => row >= 0 && (drawn[row].Spread is not null || IsFree(row)) && !shared.Contains(row)).Distinct()];
        if (members.Length == 0 || shares.Any(share => !share.Factors.IsEmpty || shared.Contains(numbers.RowOf(share))))
        {
            return;
        }

        wholes.Add(new SharedOut([.. members], members.Sum(row => drawn[row].Value)));
        foreach (var row in members)
        {
            Forget(row);
        }
    }

    private void PlanGiven(GivenDraws given)
    {
        foreach (var row in Enumerable.Range(0, drawn.Length).Where(row => drawn[row].Name == given.Quantity))
        {
            rows[row] = rows[row] with { Curve = null, Given = given.Values };
            Forget(row);
        }
    }

    private void Forget(int row)
    {
        shared.Add(row);
        quantities[row] = new DrawnQuantity(drawn[row], null, null, null);
    }

    private static IEnumerable<ImmutableArray<Quantity>> RowsOfShares(Scenario scenario)
    {
        var people = scenario.BaselineOption.Place.People;
        CohortShares?[] spreads = [people.Births?.Shares, people.Migration?.Shares, people.Deaths?.Shares];
        var ofPools = scenario.Options.SelectMany(option => option.Places).SelectMany(place => place.Governance.Funds).Select(fund => fund.Pool).OfType<Pool>();
        return people.Start.Select(start => start.Need)
            .Concat(spreads.OfType<CohortShares>().SelectMany(shares => new[] { shares.Areas, shares.Ages, shares.Need }))
            .Concat(ofPools.Select(pool => pool.EndOfYear.Shares.Select(share => share.Share).ToImmutableArray()));
    }

    private ImmutableArray<CorrelatedRows> Correlated()
    {
        var groups = new List<HashSet<string>>();
        foreach (var pair in scenario.Drawing.Correlations)
        {
            var joined = groups.Where(group => group.Contains(pair.First) || group.Contains(pair.Second)).ToArray();
            groups.RemoveAll(joined.Contains);
            groups.Add([pair.First, pair.Second, .. joined.SelectMany(group => group)]);
        }

        return [.. groups.SelectMany(group => Correlated([.. group.Order(StringComparer.Ordinal)]))];
    }

    /// <summary>Quantities in the order of their names, so that the order of a file changes nothing.</summary>
    /// <remarks>What an option sets in the place of a number goes with the others as that does: a group for each, whose other members come out as they did.</remarks>
    private IEnumerable<CorrelatedRows> Correlated(string[] names)
    {
        var matrix = Matrix<double>.Build.DenseIdentity(names.Length);
        foreach (var pair in scenario.Drawing.Correlations.Where(pair => names.Contains(pair.First)))
        {
            var (first, second) = (Array.IndexOf(names, pair.First), Array.IndexOf(names, pair.Second));
            matrix[first, second] = matrix[second, first] = pair.Value;
        }

        var factor = matrix.Cholesky().Factor;
        ImmutableArray<double> rowsOfFactor = [.. Enumerable.Range(0, names.Length).SelectMany(row => Enumerable.Range(0, row + 1).Select(column => factor[row, column]))];
        ImmutableArray<int> members = [.. names.Select(RowNamed)];
        yield return new CorrelatedRows(members, rowsOfFactor);
        foreach (var row in Enumerable.Range(0, drawn.Length).Where(row => names.Contains(drawn[row].Name) && !members.Contains(row) && rows[row].Curve is not null))
        {
            yield return new CorrelatedRows(members.SetItem(Array.IndexOf(names, drawn[row].Name), row), rowsOfFactor);
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
