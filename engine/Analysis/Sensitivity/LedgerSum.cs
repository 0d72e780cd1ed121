using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>A number that is a sum over rows of ledgers.</summary>
internal sealed class LedgerSum : LaneMeasure
{
    private readonly List<Part> parts = [];
    private readonly Scenario scenario;
    private readonly Selection of;
    private readonly string priceBase;
    private readonly Deflator deflator;

    /// <summary>Finds the rows.</summary>
    public LedgerSum(Scenario scenario, ImmutableArray<Option> options, IReadOnlyList<LedgerLayout> layouts, Selection of)
    {
        this.scenario = scenario;
        this.of = of;
        deflator = new Deflator(scenario);
        priceBase = of.Where.GetValueOrDefault("price_base", MeasureCatalogue.Find(of.Measure)!.LeadingPrices(scenario));
        for (var option = 0; option < options.Length; option++)
        {
            if (options[option].Id == of.Option)
            {
                Add(option, 1.0, options[option], layouts[option]);
            }
            else if (options[option].Id == of.Against)
            {
                Add(option, -1.0, options[option], layouts[option]);
            }
        }
    }

    /// <inheritdoc/>
    public override bool IsThere => parts.Count > 0;

    /// <inheritdoc/>
    public override void Read(IReadOnlyList<Ledger> ledgers, Span<double> values)
    {
        values.Clear();
        // Each option is added up by itself, so that options that do the same differ by exactly 0.
        foreach (var side in parts.GroupBy(part => part.Option))
        {
            var sum = new double[values.Length];
            foreach (var part in side)
            {
                var row = ledgers[part.Option].Year(part.Row, part.Year);
                for (var lane = 0; lane < values.Length; lane++)
                {
                    sum[lane] += row[lane] * part.Weight;
                }
            }

            var sign = side.First().Sign;
            for (var lane = 0; lane < values.Length; lane++)
            {
                values[lane] += sign * sum[lane];
            }
        }
    }

    private void Add(int option, double sign, Option named, LedgerLayout layout)
    {
        var reader = new RowReader(named);
        ImmutableArray<Subject> subjects = [.. layout.Rows.Select(reader.Describe)];
        var series = subjects.Select((subject, row) => new DerivedSeries(subject, [new Term(1.0, [row])])).Concat(DerivedSeries.Of(named, subjects));
        foreach (var found in series.Where(known => known.About.Measure == of.Measure && Fits(known.About)))
        {
            for (var year = 0; year < scenario.Horizon.Years; year++)
            {
                var at = scenario.Horizon.YearAt(year);
                if ((of.Year is null || at == of.Year) && (of.UpTo is null || at <= of.UpTo))
                {
                    parts.AddRange(found.Terms.SelectMany(term => term.Rows.Select(row => new Part(option, sign, year, row, term.Sign * WeightOf(year)))));
                }
            }
        }
    }

    private bool Fits(Subject about) => of.Where.All(column => column.Key == "price_base" || about.Text(column.Key) == column.Value);

    private double WeightOf(int year) => priceBase.Length > 0 && priceBase != Headline.Nominal ? deflator.Real(1.0, year) : 1.0;

    /// <summary>A row of a ledger in a year, and by what it is multiplied.</summary>
    private readonly record struct Part(int Option, double Sign, int Year, int Row, double Weight);
}
