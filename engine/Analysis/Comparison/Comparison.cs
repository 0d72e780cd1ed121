using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Options side by side, whether of one scenario or of several.</summary>
public sealed record Comparison
{
    private static readonly ImmutableArray<(string Measure, string By, bool IsFlow)> Shown =
    [
        ("spend", "organisation", true),
        ("position", "organisation", false),
        ("delivered", "service", true),
        ("waiting", "service", false),
        ("left", "service", true),
        ("deaths", "", true),
        ("quality_adjusted_life_years", "", true),
    ];

    /// <summary>The sides; the others are held against the first.</summary>
    public required ImmutableArray<ComparedSide> Sides { get; init; }

    /// <summary>Price base of all money: that of the first side where every side has it, else <c>nominal</c>.</summary>
    public required string PriceBase { get; init; }

    /// <summary>The years that all sides run, in order; none when there are none.</summary>
    public required ImmutableArray<FinancialYear> Years { get; init; }

    /// <summary>[side] the first and the last year that it runs.</summary>
    public ImmutableArray<(FinancialYear First, FinancialYear Last)> Runs =>
        [.. Sides.Select(side => side.Answers.Scenario.Horizon).Select(horizon => (horizon.Start, horizon.YearAt(horizon.Years - 1)))];

    /// <summary>Whether all sides run the same years; else <see cref="Years"/> are those that all of them run.</summary>
    public bool RunTheSame => Runs.Distinct().Count() == 1;

    /// <summary>What is compared.</summary>
    public required ImmutableArray<ComparedMeasure> Measures { get; init; }

    /// <summary>Puts options side by side.</summary>
    /// <param name="sides">The sides, at least one.</param>
    public static Comparison Of(ImmutableArray<ComparedSide> sides)
    {
        var years = sides.Select(YearsOf).Aggregate((known, more) => known.Intersect(more)).ToImmutableArray();
        var bases = sides.Select(side => new HeadlineReader(side.Answers).PriceBase).Distinct().ToArray();
        var priceBase = bases.Length == 1 ? bases[0] : Headline.Nominal;
        return new Comparison
        {
            Sides = sides,
            PriceBase = priceBase,
            Years = years,
            Measures = [.. Shown.Select(shown => new ComparedMeasure
            {
                Measure = MeasureCatalogue.Find(shown.Measure)!,
                By = shown.By,
                IsFlow = shown.IsFlow,
                Items = ItemsOf(sides, years, shown.Measure, shown.By, priceBase),
            })],
        };
    }

    private static IEnumerable<FinancialYear> YearsOf(ComparedSide side)
    {
        var horizon = side.Answers.Scenario.Horizon;
        return Enumerable.Range(0, horizon.Years).Select(horizon.YearAt);
    }

    private static ImmutableArray<ComparedItem> ItemsOf(
        ImmutableArray<ComparedSide> sides, ImmutableArray<FinancialYear> years, string measure, string by, string priceBase)
    {
        var yearRows = years.Select((year, row) => (Name: year.ToString(), row)).ToDictionary(year => year.Name, year => year.row);
        var values = new Dictionary<string, double[][]>();
        for (var side = 0; side < sides.Length; side++)
        {
            foreach (var row in sides[side].Answers.Rows(sides[side].Option.Name, "", measure))
            {
                var name = by.Length > 0 ? row.Text(by)! : "";
                if (
                    row.Step is null
                    && row.About.PriceBase == (row.About.PriceBase.Length > 0 ? priceBase : "")
                    && (by.Length == 0 || name.Length > 0)
                    && yearRows.TryGetValue(row.Year, out var year)
                )
                {
                    if (!values.TryGetValue(name, out var item))
                    {
                        values[name] = item = [.. sides.Select(_ => new double[years.Length])];
                    }

                    item[side][year] += row.Value;
                }
            }
        }

        // What two scenarios call alike need not be the same.
        var titles = TitlesApart.Of(values.Keys.Select(name => (name, TitleOf(sides, by, name))));
        return
        [
            .. values.Where(item => item.Value.Any(side => side.Any(value => value != 0.0)))
                .Select(item => new ComparedItem(item.Key, titles[item.Key], [.. item.Value.Select(side => side.ToImmutableArray())])),
        ];
    }

    private static string TitleOf(ImmutableArray<ComparedSide> sides, string by, string name)
    {
        var places = sides.Select(side => side.Answers.Scenario.BaselineOption.Place);
        return by switch
        {
            "organisation" => places.SelectMany(place => place.Organisations).First(organisation => organisation.Id.Name == name).Title,
            "service" => places.SelectMany(place => place.Services).First(service => service.Id.Name == name).Title,
            _ => "the whole place",
        };
    }
}
