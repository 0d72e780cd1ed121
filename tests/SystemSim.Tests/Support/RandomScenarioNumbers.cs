using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Where a random scenario gets its numbers: each has a path of its own, and the factors that stand above it.</summary>
internal sealed class RandomScenarioNumbers
{
    private static readonly string[] IndexNames = ["pay", "goods"];
    private readonly Random random;
    private readonly Random shaker;
    private readonly double shake;
    private readonly Spread? spread;
    private readonly List<Quantity> all = [];
    private readonly HashSet<string> paths = [];

    /// <param name="seed">The seed.</param>
    /// <param name="shake">By how much of itself every number is moved, at most; what is drawn stays the same.</param>
    /// <param name="isUncertain">Whether every number has a spread.</param>
    public RandomScenarioNumbers(int seed, double shake, bool isUncertain)
    {
        spread = isUncertain ? new Spread() : null;
        random = new(seed);
        Aside = new(seed + 1_000_000);
        shaker = new(seed);
        this.shake = shake;
        Horizon = new()
        {
            Start = new(Whole(2024, 2030)),
            Years = Pick(1, 2, 2, 3, 3, 4),
            StepsPerYear = Pick(1, 4, 12, 12, 24),
            Counting = Pick(Counting.Start, Counting.Start, Counting.Mid, Counting.End),
            Flows = Pick(FlowOrder.Simultaneous, FlowOrder.DeathsFirst),
        };
        Factors = [.. Enumerable.Range(0, Whole(0, 2)).Select(Factor)];
        Prices = RandomPrices();
        Grades = [.. "BD".Select(grade => Grade($"{grade}"))];
    }

    public Horizon Horizon { get; }

    public Prices Prices { get; }

    public IReadOnlyList<Factor> Factors { get; } = [];

    public IReadOnlyList<Grade> Grades { get; }

    /// <summary>Every number so far.</summary>
    public IReadOnlyList<Quantity> All => all;

    public int M => Horizon.StepsPerYear;

    /// <summary>Chance for what came late: what it draws moves nothing else of the scenario.</summary>
    public Random Aside { get; }

    public T PickAside<T>(params IReadOnlyList<T> from) => from[Aside.Next(from.Count)];

    public bool Often(double chance) => random.NextDouble() < chance;

    /// <summary>The same for what came late.</summary>
    public bool AsideOften(double chance) => Aside.NextDouble() < chance;

    public double Between(double least, double most) => least + ((most - least) * random.NextDouble());

    public int Whole(int least, int most) => random.Next(least, most + 1);

    public T Pick<T>(params IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>Some of them, at least one, in their order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> from)
    {
        var sure = random.Next(from.Count);
        return [.. from.Where((_, row) => row == sure || Often(0.5))];
    }

    /// <summary>Shares that add up to 1, in proportion to weights that are shaken a little.</summary>
    public double[] Shares(IEnumerable<double> weights)
    {
        var shaken = weights.Select(weight => weight * Between(0.7, 1.3)).ToList();
        return [.. shaken.Select(weight => weight / shaken.Sum())];
    }

    public double[] Shares(int count) => Shares(Enumerable.Range(0, count).Select(_ => Between(0.3, 2.0)));

    /// <summary>A number with a name; a name that was used before gets a number behind it.</summary>
    public Quantity Number(string path, double value)
    {
        var name = path;
        for (var copy = 2; !paths.Add(name); copy++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{path}.{copy}");
        }

        var factors = Factors.Where(factor => factor.On.Any(on => name.StartsWith(on, StringComparison.Ordinal)))
            .Select(factor => factor.Id);
        var shaken = value * (1.0 + (shake * ((2.0 * shaker.NextDouble()) - 1.0)));
        var quantity = new Quantity { Value = shaken, Name = name, DrawnAs = DrawnAs(name), Spread = spread, Factors = [.. factors] };
        all.Add(quantity);
        return quantity;
    }

    /// <summary>A number that can have no spread.</summary>
    public Quantity Certain(string path, double value)
    {
        var quantity = Number(path, value) with { Spread = null };
        all[^1] = quantity;
        return quantity;
    }

    /// <summary>A number on which something turns, such as a price of nothing: it has no spread, and no shaking moves it.</summary>
    public Quantity Exactly(string path, double value)
    {
        var quantity = Number(path, value) with { Spread = null, Value = value };
        all[^1] = quantity;
        return quantity;
    }

    public Quantity? Maybe(double chance, string path, double least, double most) =>
        Often(chance) ? Number(path, Between(least, most)) : null;

    public IEnumerable<Quantity> Numbers(string path, IEnumerable<double> values) =>
        values.Select((value, row) => Number(string.Create(CultureInfo.InvariantCulture, $"{path}.{row}"), value));

    /// <summary>A path about a value: constant, by years, growing, or following an index.</summary>
    public YearlyPath Path(string path, double value, double shake = 0.1, bool isMoney = false)
    {
        var from = Often(0.8) ? Horizon.Start : Horizon.Start + -Whole(1, 2);
        List<PathPoint> points = [new(from, Number($"{path}.{from.Start}", value))];
        for (var y = 1; y < Horizon.Years; y++)
        {
            if (Often(0.2))
            {
                var year = Horizon.YearAt(y);
                points.Add(new(year, Number($"{path}.{year.Start}", value * (1.0 + Between(-shake, shake)))));
            }
        }

        var growth = Often(0.25) ? Number($"{path}.growth", Between(-0.5, 0.5) * shake) : null;
        return new() { Points = [.. points], Growth = growth, Index = growth is null && isMoney && Often(0.3) ? Index() : null };
    }

    public YearlyPath Money(string path, double value, double shake = 0.05) => Path(path, value, shake, isMoney: true);

    /// <summary>One of the indices.</summary>
    public IndexId Index() => Pick(Prices.Indices).Id;

    /// <summary>Shares of the months; they add up to 1.</summary>
    public double[] Months() => Shares(Enumerable.Repeat(1.0, 12));

    /// <summary>What arrangements state of the same thing is drawn as one.</summary>
    private static string DrawnAs(string name) =>
        name.Split('.') is ["governance", _, ..] and var parts ? string.Join('.', ["governance", "*", .. parts[2..]]) : name;

    private Grade Grade(string id) => new() { Id = id, Means = "of its kind", Shrinks = Number($"grades.{id}.shrinks", Between(0.1, 0.6)) };

    private Factor Factor(int row)
    {
        var service = (char)('a' + Whole(0, 1));
        var on = row == 0 ? $"services.service_{service}.demand.per_person" : $"services.service_{service}.cost.unit";
        return new()
        {
            Id = new(row == 0 ? "demand_factor" : "cost_factor"),
            Value = new() { Value = Between(0.9, 1.1), Name = $"factors.{row}" },
            On = [on],
        };
    }

    private Prices RandomPrices()
    {
        // Levels begin before any year that a price may be stated in.
        var from = Horizon.Start + -6;
        var indices = IndexNames.Select(name => new PriceIndex
        {
            Id = new(name),
            Levels = new()
            {
                Points =
                [
                    new(from, Number($"prices.indices.{name}.{from.Start}", 100.0)),
                    new(from + 3, Number($"prices.indices.{name}.{from.Start + 3}", Between(101.0, 112.0))),
                ],
                Growth = Number($"prices.indices.{name}.growth", Between(0.0, 0.05)),
            },
        }).ToList();
        return new() { Base = Horizon.Start + -Whole(0, 3), Indices = [.. indices], Deflator = indices[1].Id };
    }
}
