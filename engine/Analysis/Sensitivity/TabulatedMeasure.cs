using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>A number that is worked out of ledgers as the tables are: gains, appraisal, local value.</summary>
internal sealed class TabulatedMeasure : LaneMeasure
{
    private readonly Selection of;
    private readonly MeasureEntry measure;
    private readonly ImmutableArray<OptionId> options;
    private readonly OptionId baseline;
    private readonly PointScenario points;
    private readonly Deflator deflator;
    private readonly bool isReal;
    private readonly Dictionary<string, int> rowOf;
    private readonly Dictionary<OptionId, SuccessorShares> shares;
    private bool isThere;

    /// <summary>Prepares to read.</summary>
    public TabulatedMeasure(Scenario scenario, ImmutableArray<Option> options, ImmutableArray<Quantity> quantities, Selection of)
    {
        this.of = of;
        this.options = [.. options.Select(option => option.Id)];
        baseline = scenario.Baseline;
        measure = MeasureCatalogue.Find(of.Measure)!;
        shares = scenario.Options.ToDictionary(option => option.Id, option => SuccessorShares.Of(scenario, option));
        points = new PointScenario(scenario, quantities);
        deflator = new Deflator(scenario);
        isReal =
            measure is { IsMoney: true, IsPresentValue: false }
            && of.Where.GetValueOrDefault(PriceBase, measure.LeadingPrices(scenario)) != Headline.Nominal;
        rowOf = Enumerable.Range(0, scenario.Horizon.Years).ToDictionary(year => scenario.Horizon.YearAt(year).ToString());
    }

    /// <inheritdoc/>
    /// <remarks>Known once a block has been read.</remarks>
    public override bool IsThere => isThere;

    /// <inheritdoc/>
    public override void Read(IReadOnlyList<Ledger> ledgers, double[] quantities, Span<double> values)
    {
        var lanes = ledgers[0].Lanes;
        for (var lane = 0; lane < values.Length; lane++)
        {
            var at = lane;
            var scenario = points.At(row => quantities[(row * lanes) + at]);
            var observed = new Dictionary<OptionId, List<Observation>>();
            values[lane] = DifferenceOf(of.Option!.Value);

            List<Observation> Rows(OptionId id)
            {
                if (!observed.TryGetValue(id, out var rows))
                {
                    observed.Add(
                        id,
                        rows = Observe(scenario, scenario.Options.First(option => option.Id == id), ledgers[options.IndexOf(id)].Lane(at))
                    );
                }

                return rows;
            }

            // What is a difference from the baseline by itself is not held against it once more.
            double DifferenceOf(OptionId option) =>
                of.Against is not { } against || (measure.IsDifference && against == baseline) ? ValueOf(option)
                : measure is { IsUnknownWhereAbsent: true, IsDifference: false }
                    ? Sum(Differences.Of(Rows(option), Rows(against), option.Name, against.Name))
                : ValueOf(option) - ValueOf(against);

            double ValueOf(OptionId id) =>
                !measure.IsDifference ? Sum(Rows(id))
                : id == baseline ? OfNothing
                : Sum(Against(scenario, scenario.Options.First(option => option.Id == id), Rows(id), Rows(baseline)));
        }
    }

    /// <summary>All of an option that what is read may follow from.</summary>
    private List<Observation> Observe(Scenario scenario, Option option, Ledger ledger)
    {
        var rows = new OptionObservations(new OptionRun(option, ledger), scenario).All();
        if (measure.Table == "local_value")
        {
            rows.AddRange(new LocalValue(scenario, option, deflator, rows).Rows().ToList());
        }
        else if (measure.Table == MeasureEntry.AppraisalTable && scenario.Appraisal is { } terms)
        {
            rows.AddRange(new OptionAppraisal(scenario, terms, option, deflator).Of(rows));
        }

        return rows;
    }

    /// <summary>What follows from an option's difference from the baseline.</summary>
    private IEnumerable<Observation> Against(Scenario scenario, Option option, List<Observation> own, List<Observation> others)
    {
        var differences = Differences.Of(own, others, option.Id.Name, baseline.Name);
        if (measure.Table == MeasureEntry.AppraisalTable)
        {
            return scenario.Appraisal is { } terms ? new DifferenceAppraisal(scenario, terms, deflator).Of(differences, option) : [];
        }

        return Released.Of(differences).Concat(Gains.Of(differences, shares[option.Id], rowOf));
    }

    /// <summary>The value where there is nothing: 0, or of what is then not known not a number.</summary>
    private double OfNothing => measure.IsUnknownWhereAbsent ? double.NaN : 0.0;

    /// <summary>The sum of what is selected; of a ratio that is not there, not a number.</summary>
    private double Sum(IEnumerable<Observation> rows)
    {
        var sum = 0.0;
        var isFound = false;
        var real = new RealValues(deflator, rowOf);
        foreach (
            var row in rows.Where(row => (row.About.Measure == measure.Name || row.About.Measure == measure.SumOf) && row.Step is null)
        )
        {
            var value = isReal ? real.Of(row) : row.Value;
            if (row.About.Measure == measure.Name && Fits(row))
            {
                sum += value;
                isFound = true;
            }
        }

        // Written by several threads, but only ever the same.
        isThere |= isFound;
        return isFound ? sum : OfNothing;
    }

    private bool Fits(Observation row) =>
        (of.Year is not { } year || row.Year == year.ToString())
        && (of.UpTo is not { } last || (row.Year.Length > 0 && string.CompareOrdinal(row.Year, last.ToString()) <= 0))
        && of.Where.All(column => column.Key == PriceBase || row.Text(column.Key) == column.Value);
}
