using System.Globalization;
using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns quantities and paths into numbers with rows.</summary>
/// <remarks>Numbers that are drawn as one and have the same value and spread share a row. What an option puts in the place of a number has
/// a row of its own, which meets the same draws.</remarks>
internal sealed class NumberPlanner
{
    private readonly Horizon horizon;
    private readonly IReadOnlySet<string>? free;
    private readonly Dictionary<(string Name, double Value, Spread? Spread), int> quantityRows = [];
    private readonly Dictionary<FactorId, int> factorRows = [];
    private readonly Dictionary<IndexId, int> indexRows = [];
    private readonly Dictionary<(int Row, string Whole), int> rowsInWholes = [];

    /// <summary>Gives every uncertain quantity and factor of a scenario its row: factors first, then quantities in order of
    /// declaration.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="free">
    /// Names of numbers that have a row in any case, because a study will set them: the path of one number alone, or what numbers at
    /// several paths are drawn as. Null for none.
    /// </param>
    public NumberPlanner(Scenario scenario, IReadOnlySet<string>? free = null)
    {
        this.free = free;
        horizon = scenario.Horizon;
        var drawn = ImmutableArray.CreateBuilder<Quantity>();
        var streams = ImmutableArray.CreateBuilder<string>();
        foreach (var factor in scenario.Factors)
        {
            factorRows.Add(factor.Id, drawn.Count);
            quantityRows.TryAdd(KeyOf(factor.Value), drawn.Count);
            Add(factor.Value);
        }

        var named = scenario.Drawing.Rows.SelectMany(row => row.Members).Concat(scenario.Drawing.Given.Select(given => given.Quantity))
            .Select(scenario.Named).OfType<Quantity>().Select(KeyOf).ToHashSet();
        foreach (var quantity in scenario.Numbers)
        {
            if (
                (quantity.Spread is not null || IsFree(quantity) || named.Contains(KeyOf(quantity)))
                && quantityRows.TryAdd(KeyOf(quantity), drawn.Count)
            )
            {
                Add(quantity);
            }
        }

        GiveWholesTheirRows();
        Drawn = drawn.ToImmutable();
        Streams = streams.ToImmutable();
        Central = [.. Drawn.Select(quantity => quantity.Value)];
        foreach (var index in scenario.Prices.Indices)
        {
            indexRows.Add(index.Id, indexRows.Count);
        }

        void Add(Quantity quantity)
        {
            streams.Add(quantity.DrawnAs);
            drawn.Add(IsAlone(quantity) ? quantity with { DrawnAs = quantity.Name } : quantity);
        }

        // Shares of two wholes that are not alike are divided by two sums, and a row can only have been divided by one.
        void GiveWholesTheirRows()
        {
            var wholes = new Dictionary<int, string>();
            foreach (var shares in Wholes(scenario))
            {
                var whole = NameOf(shares);
                foreach (var share in shares.Where(share => RowOf(share) >= 0))
                {
                    if (
                        wholes.TryAdd(RowOf(share), whole)
                        || wholes[RowOf(share)] == whole
                        || !rowsInWholes.TryAdd((RowOf(share), whole), drawn.Count)
                    )
                    {
                        continue;
                    }

                    Add(share);
                }
            }
        }
    }

    /// <summary>[quantity] the uncertain quantities.</summary>
    public ImmutableArray<Quantity> Drawn { get; }

    /// <summary>[quantity] the names of the streams from which they are drawn.</summary>
    public ImmutableArray<string> Streams { get; }

    /// <summary>[quantity] central values.</summary>
    public ImmutableArray<double> Central { get; }

    /// <summary>All shares that add up to one whole, those of a pool under every option.</summary>
    public static IEnumerable<ImmutableArray<Quantity>> Wholes(Scenario scenario)
    {
        var people = scenario.BaselineOption.Place.People;
        CohortShares?[] spreads = [people.Births?.Shares, people.Migration?.Shares, people.Deaths?.Shares];
        var ofPools = scenario
            .Options.SelectMany(option => option.Places)
            .SelectMany(place => place.Governance.Funds)
            .Select(fund => fund.Pool)
            .OfType<Pool>();
        return people
            .Start.Select(start => start.Need)
            .Concat(spreads.OfType<CohortShares>().SelectMany(shares => new[] { shares.Areas, shares.Ages, shares.Need }))
            .Concat(ofPools.Select(SharesOf));
    }

    /// <summary>The shares in which partners bear a pool's overspend, as far as they are stated.</summary>
    public static ImmutableArray<Quantity> SharesOf(Pool pool) => [.. pool.EndOfYear.Shares.Select(share => share.Share)];

    /// <summary>A quantity as a number.</summary>
    public Number Of(Quantity quantity) => Of(quantity, RowOf(quantity));

    /// <summary>A share of a whole as a number.</summary>
    /// <param name="share">The share.</param>
    /// <param name="whole">All shares of the whole.</param>
    public Number Of(Quantity share, ImmutableArray<Quantity> whole) => Of(share, RowOf(share, whole));

    /// <summary>Row of a quantity; -1 when it has one value.</summary>
    public int RowOf(Quantity quantity) => quantityRows.GetValueOrDefault(KeyOf(quantity), -1);

    /// <summary>Row of a share of a whole; -1 when it has one value.</summary>
    /// <param name="share">The share.</param>
    /// <param name="whole">All shares of the whole.</param>
    public int RowOf(Quantity share, ImmutableArray<Quantity> whole) =>
        rowsInWholes.GetValueOrDefault((RowOf(share), NameOf(whole)), RowOf(share));

    /// <summary>Row of a factor.</summary>
    public int RowOf(FactorId factor) => factorRows[factor];

    /// <summary>A quantity as a number, or a known number when there is none.</summary>
    public Number Of(Quantity? quantity, double otherwise) => quantity is null ? Number.Known(otherwise) : Of(quantity);

    /// <summary>A quantity as a number, or none.</summary>
    public Number? OfOptional(Quantity? quantity) => quantity is null ? null : Of(quantity);

    /// <summary>A path, its years counted from the first of the run.</summary>
    public PathPlan Path(YearlyPath path) => new()
    {
        Points = [.. path.Points.Select(point => (point.From - horizon.Start, Of(point.Value)))],
        Growth = OfOptional(path.Growth),
        Index = path.Index is { } index ? Index(index) : -1,
    };

    /// <summary>A path, or none.</summary>
    public PathPlan? OptionalPath(YearlyPath? path) => path is null ? null : Path(path);

    /// <summary>Row of an index; -1 for none.</summary>
    public int Index(IndexId? index) => index is { } id ? indexRows[id] : -1;

    /// <summary>Years of the run.</summary>
    public int Years => horizon.Years;

    /// <summary>A year counted from the first of the run.</summary>
    public int Year(FinancialYear year) => year - horizon.Start;

    private Number Of(Quantity quantity, int row) => new()
    {
        Central = quantity.Value,
        Quantity = row,
        Factors = [.. quantity.Factors.Select(factor => factorRows[factor])],
    };

    private bool IsFree(Quantity quantity) => IsAlone(quantity) || free?.Contains(quantity.DrawnAs) == true;

    /// <summary>Whether a study sets it by its own path, and not what else is drawn as it is.</summary>
    private bool IsAlone(Quantity quantity) => free?.Contains(quantity.Name) == true;

    private (string Name, double Value, Spread? Spread) KeyOf(Quantity quantity) =>
        (IsAlone(quantity) ? quantity.Name : quantity.DrawnAs, quantity.Value, quantity.Spread);

    /// <summary>What a whole consists of: rows, and the values of what has none.</summary>
    private string NameOf(ImmutableArray<Quantity> shares) => string.Join(';', shares.Select(share => RowOf(share) is >= 0 and var row
        ? string.Create(CultureInfo.InvariantCulture, $"#{row}")
        : share.Value.ToString(CultureInfo.InvariantCulture)));
}
