using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>A scenario whose numbers that are read after a run, rather than by it, are those of a point.</summary>
/// <remarks>These are what appraisal and local value go by, and factors. Deflators stay central, as in all real values.</remarks>
internal sealed class PointScenario
{
    private readonly Scenario scenario;
    private readonly Dictionary<(string Name, double Value, Spread? Spread), int> rows = [];

    /// <summary>Prepares to read points.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="quantities">[quantity] what a point has a value of.</param>
    public PointScenario(Scenario scenario, ImmutableArray<Quantity> quantities)
    {
        this.scenario = scenario;
        for (var row = 0; row < quantities.Length; row++)
        {
            rows.TryAdd((quantities[row].DrawnAs, quantities[row].Value, quantities[row].Spread), row);
        }
    }

    /// <summary>The scenario at a point.</summary>
    /// <param name="valueOf">The value of a row.</param>
    public Scenario At(Func<int, double> valueOf)
    {
        return scenario with
        {
            Factors = [.. scenario.Factors.Select(factor => factor with { Value = Put(factor.Value) })],
            Appraisal = scenario.Appraisal is { } terms ? Terms(terms, valueOf) : null,
            Options = [.. scenario.Options.Select(option => option with
            {
                Place = Place(option.Place),
                Change = option.Change is { } change ? change with { Before = Place(change.Before) } : null,
            })],
        };

        Quantity Put(Quantity quantity) => this.Put(quantity, valueOf);

        Quantity? PutAny(Quantity? quantity) => quantity is null ? null : Put(quantity);

        Place Place(Place place) =>
            place with
            {
                Organisations =
                [
                    .. place.Organisations.Select(organisation =>
                        organisation with
                        {
                            Local = organisation.Local is { } local ? Local(local) : null,
                        }
                    ),
                ],
            };

        LocalEconomy Local(LocalEconomy local) => local with
        {
            Spends = PutAny(local.Spends),
            Respends = PutAny(local.Respends),
            JobsPerMillion = PutAny(local.JobsPerMillion),
            ValueAdded = PutAny(local.ValueAdded),
            OutputMultiplier = PutAny(local.OutputMultiplier),
        };
    }

    /// <summary>How a scenario is appraised at a point.</summary>
    /// <param name="terms">How it is appraised with central values.</param>
    /// <param name="valueOf">The value of a row.</param>
    public Appraisal Terms(Appraisal terms, Func<int, double> valueOf)
    {
        return terms with
        {
            Money = Rates(terms.Money, valueOf),
            Health = Rates(terms.Health, valueOf),
            Values = [.. terms.Values.Select(value => value with { Each = Put(value.Each, valueOf) })],
            OptimismBias =
            [
                .. terms.OptimismBias.Select(bias =>
                    bias with
                    {
                        Costs = Put(bias.Costs, valueOf),
                        Benefits = Put(bias.Benefits, valueOf),
                    }
                ),
            ],
        };
    }

    /// <summary>Whether any rate is one of the quantities.</summary>
    public bool Moves(DiscountRates rates) => rates.Segments.Any(segment => Moves(segment.Rate));

    /// <summary>Whether a number is one of the quantities.</summary>
    public bool Moves(Quantity quantity) => RowOf(quantity) is not null;

    private DiscountRates Rates(DiscountRates rates, Func<int, double> valueOf) =>
        new([.. rates.Segments.Select(segment => segment with { Rate = Put(segment.Rate, valueOf) })]);

    private Quantity Put(Quantity quantity, Func<int, double> valueOf) =>
        RowOf(quantity) is { } row ? quantity with { Value = valueOf(row) } : quantity;

    /// <summary>Row of a number: its own where a study sets it by its path, else that of what it is drawn as.</summary>
    private int? RowOf(Quantity quantity) =>
        rows.TryGetValue((quantity.Name, quantity.Value, quantity.Spread), out var row)
        || rows.TryGetValue((quantity.DrawnAs, quantity.Value, quantity.Spread), out row)
            ? row
            : null;
}
