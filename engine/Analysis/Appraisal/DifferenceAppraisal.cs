using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What an option is worth against the baseline: value by kind, ratio of benefit to cost, and when it has paid back.</summary>
/// <remarks>
/// Fiscal, economic and social value stay apart; only the ratio of public value, which says so, has them together. All follow from the same
/// lines and years, which optimism bias corrects one by one.
/// </remarks>
internal sealed class DifferenceAppraisal
{
    // Amounts below half a penny are nothing: what is below by less has been paid back.
    private const double HalfAPenny = 0.005;

    private readonly Scenario scenario;
    private readonly Appraisal terms;
    private readonly Deflator deflator;
    private readonly ImmutableArray<string> years;
    private readonly Dictionary<string, int> rowOf;
    private readonly Discounter money;
    private readonly Discounter health;

    /// <summary>Prepares to appraise.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="deflator">Carries values of outcomes to the prices of the answers.</param>
    public DifferenceAppraisal(Scenario scenario, Appraisal terms, Deflator deflator)
    {
        (this.scenario, this.terms, this.deflator) = (scenario, terms, deflator);
        years = [.. Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString())];
        rowOf = years.Select((year, row) => (year, row)).ToDictionary(entry => entry.year, entry => entry.row);
        money = new Discounter(scenario.Horizon, terms.Discounting, terms.Money);
        health = new Discounter(scenario.Horizon, terms.Discounting, terms.Health);
    }

    /// <summary>The rows of one option's difference from the baseline.</summary>
    /// <param name="differences">All differences of the option, the appraisal's own among them.</param>
    /// <param name="option">The option.</param>
    public List<Observation> Of(List<Observation> differences, Option option)
    {
        var baseline = scenario.Baseline.Name;
        (ValueLine Line, double[] Years)[] valued =
        [
            .. Saved(differences, option, baseline),
            .. terms.Values.Select(value => (ValueLine.OfOutcome(value, option, baseline), WorthOf(value, differences))),
        ];
        ImmutableArray<ValueLine> lines = [.. valued.Select(line => line.Line)];
        double[] asForecast = [.. valued.Select(line => line.Years.Sum())];
        double[] afterBias =
        [
            .. valued.Select(line => line.Years.Sum(value => ValueLine.Corrected(value, terms.CostBias, terms.BenefitBias))),
        ];
        var any = new Subject
        {
            Option = option.Id.Name,
            Against = baseline,
            Measure = "",
            Unit = MeasureEntry.Ratio,
        };
        return
        [
            .. Values(lines, asForecast, ""), .. terms.IsCorrected ? Values(lines, afterBias, ValueLine.AfterBias) : [],
            .. Ratios(any, lines, asForecast, ""), .. terms.IsCorrected ? Ratios(any, lines, afterBias, ValueLine.AfterBias) : [],
            .. Payback(any, valued.Where(line => line.Line.Kind == ValueKind.Fiscal).Select(line => line.Years)),
        ];
    }

    /// <summary>Costs that each line saves, year by year.</summary>
    private IEnumerable<(ValueLine Line, double[] Years)> Saved(List<Observation> differences, Option option, string baseline)
    {
        var lines = new Dictionary<Subject, ValueLine>(ReferenceEqualityComparer.Instance);
        var saved = new Dictionary<ValueLine, double[]>();
        foreach (var row in differences.Where(row => row.About.Measure is OptionAppraisal.OfPublic or OptionAppraisal.OfUsers))
        {
            if (!lines.TryGetValue(row.About, out var line))
            {
                lines[row.About] = line = ValueLine.OfCost(row.About, terms, option, baseline);
            }

            if (!saved.TryGetValue(line, out var values))
            {
                saved[line] = values = new double[years.Length];
            }

            values[rowOf[row.Year]] -= row.Value;
        }

        return saved.Select(line => (line.Key, line.Value));
    }

    /// <summary>[year] present worth of the change in an outcome; life years and what they are worth are discounted at the rates of
    /// health.</summary>
    private double[] WorthOf(OutcomeValue value, List<Observation> differences)
    {
        var discounter = value.Measure == "quality_adjusted_life_years" ? health : money;
        var each = value.Each.Value * deflator.Carry(value.PriceYear, scenario.Prices.Base);
        var worth = new double[years.Length];
        foreach (var row in differences)
        {
            if (
                row.About.Measure == value.Measure
                && discounter.Takes(row)
                && value.Where.All(column => row.Text(column.Key) == column.Value)
            )
            {
                // People are a stock: by step, each closing number stands for its part of a year.
                var part = row.Step is not null && value.Measure == "people" ? 1.0 / scenario.Horizon.StepsPerYear : 1.0;
                worth[rowOf[row.Year]] += each * part * row.Value * discounter.FactorOf(row, rowOf[row.Year]);
            }
        }

        return worth;
    }

    /// <summary>Values over all years, lines that are told as one added up.</summary>
    private static IEnumerable<Observation> Values(ImmutableArray<ValueLine> lines, double[] values, string suffix) =>
        from line in lines.Zip(values)
        group line.Second by line.First.About into told
        select new Observation(told.Key with { Measure = told.Key.Measure + suffix }, "", null, told.Sum());

    private IEnumerable<Observation> Ratios(Subject any, ImmutableArray<ValueLine> lines, double[] values, string suffix)
    {
        var (cost, ofFiscal, ofAll) = ValueLine.Ratios(lines, values, !terms.InvestsIn.IsEmpty);
        yield return new Observation(any with { Measure = ValueLine.PutIn + suffix, Unit = MeasureEntry.Money }, "", null, cost);
        if (double.IsNaN(ofFiscal))
        {
            yield break;
        }

        yield return new Observation(any with { Measure = $"benefit_cost_ratio_fiscal{suffix}" }, "", null, ofFiscal);
        yield return new Observation(any with { Measure = $"benefit_cost_ratio_public{suffix}" }, "", null, ofAll);
    }

    /// <summary>The year from which the fiscal value to date stays at or above nothing, having been below; none when it never was, or never
    /// does.</summary>
    private IEnumerable<Observation> Payback(Subject any, IEnumerable<double[]> fiscal)
    {
        double[][] lines = [.. fiscal];
        var toDate = 0.0;
        var lastBelow = -1;
        for (var year = 0; year < years.Length; year++)
        {
            toDate += lines.Sum(line => line[year]);
            lastBelow = toDate < -HalfAPenny ? year : lastBelow;
        }

        if (lastBelow >= 0 && lastBelow + 1 < years.Length)
        {
            yield return new Observation(any with { Measure = "payback_years", Unit = "years" }, years[lastBelow + 1], null, lastBelow + 2);
        }
    }
}
