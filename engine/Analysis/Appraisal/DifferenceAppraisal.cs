using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What an option is worth against the baseline: value by kind, ratio of benefit to cost, and when it has paid back.</summary>
/// <remarks>Fiscal, economic and social value stay apart; only the ratio of public value, which says so, has them together.</remarks>
internal sealed class DifferenceAppraisal
{
    /// <summary>Amounts below half a penny are nothing: no ratio is taken to them.</summary>
    public const double HalfAPenny = 0.005;

    /// <summary>Measure of fiscal value.</summary>
    public const string Fiscal = "net_present_value_fiscal";
    /// <summary>What the names of measures after optimism bias end in.</summary>
    public const string AfterBias = "_after_bias";

    private readonly Appraisal terms;
    private readonly Deflator deflator;
    private readonly FinancialYear priceBase;
    private readonly int stepsPerYear;
    private readonly ImmutableArray<string> years;
    private readonly Dictionary<string, int> rowOf;
    private readonly Discounter money;
    private readonly Discounter health;
    private readonly double costBias;
    private readonly double benefitBias;

    /// <summary>Prepares to appraise.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="deflator">Carries values of outcomes to the prices of the answers.</param>
    public DifferenceAppraisal(Scenario scenario, Appraisal terms, Deflator deflator)
    {
        this.terms = terms;
        this.deflator = deflator;
        priceBase = scenario.Prices.Base;
        stepsPerYear = scenario.Horizon.StepsPerYear;
        years = [.. Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString())];
        rowOf = years.Select((year, row) => (year, row)).ToDictionary(entry => entry.year, entry => entry.row);
        money = new Discounter(scenario.Horizon, terms.Discounting, terms.Money);
        health = new Discounter(scenario.Horizon, terms.Discounting, terms.Health);
        costBias = BiasOf(terms, terms.CostsGrade)?.Costs.Value ?? 0.0;
        benefitBias = BiasOf(terms, terms.BenefitsGrade)?.Benefits.Value ?? 0.0;
    }

    /// <summary>The rows of one option's difference from the baseline.</summary>
    /// <param name="differences">All differences of the option, the appraisal's own among them.</param>
    public List<Observation> Of(List<Observation> differences)
    {
        if (differences.Count == 0)
        {
            return [];
        }

        var any = new Subject { Option = differences[0].About.Option, Against = differences[0].About.Against, Measure = "", Unit = MeasureEntry.Money };
        var lines = differences.Where(row => row.About.Measure == "net_present_cost")
            .Select(row => (About: row.About with { Measure = Fiscal }, Value: 0.0 - row.Value)).ToList();
        var outcomes = terms.Values.Select(value => (value.Kind, About: AboutOf(value, any), Years: YearsOf(value, differences))).ToList();
        (Subject About, double Value)[] valued = [.. lines, .. outcomes.Select(outcome => (outcome.About, outcome.Years.Sum()))];

        var rows = valued.GroupBy(line => line.About).Select(line => new Observation(line.Key, "", null, line.Sum(part => part.Value))).ToList();
        if (terms.CostsGrade is not null)
        {
            rows.AddRange(rows.ConvertAll(Corrected));
        }

        rows.AddRange(Ratios(any, valued, "", 0.0, 0.0));
        if (terms.CostsGrade is not null)
        {
            rows.AddRange(Ratios(any, valued, AfterBias, costBias, benefitBias));
        }

        rows.AddRange(Payback(any, differences, outcomes.Where(outcome => outcome.Kind == ValueKind.Fiscal).Select(outcome => outcome.Years)));
        return rows;
    }

    /// <summary>How far forecasts of a grade are corrected; null for not at all.</summary>
    public static OptimismBias? BiasOf(Appraisal terms, string? grade) => terms.OptimismBias.FirstOrDefault(bias => bias.Grade == grade);

    /// <summary>Measure of a kind of value.</summary>
    public static string MeasureOf(ValueKind kind) => kind switch
    {
        ValueKind.Economic => "net_present_value_economic",
        ValueKind.Social => "net_present_value_social",
        _ => Fiscal,
    };

    /// <summary>What the worth of an outcome is about.</summary>
    public static Subject AboutOf(OutcomeValue value, Subject any) => any with
    {
        Measure = MeasureOf(value.Kind),
        Service = value.Where.GetValueOrDefault("service", ""),
        Tier = value.Where.GetValueOrDefault("tier", ""),
        Area = value.Where.GetValueOrDefault("area", ""),
        AgeBand = value.Where.GetValueOrDefault("age_band", ""),
        NeedState = value.Where.GetValueOrDefault("need_state", ""),
    };

    /// <summary>[year] present worth of the change in an outcome; life years and what they are worth are discounted at the rates of health.</summary>
    private double[] YearsOf(OutcomeValue value, List<Observation> differences)
    {
        var discounter = value.Measure == "quality_adjusted_life_years" ? health : money;
        var each = value.Each.Value * deflator.Carry(value.PriceYear, priceBase);
        var worth = new double[years.Length];
        foreach (var row in differences)
        {
            if (row.About.Measure == value.Measure && discounter.Takes(row) && value.Where.All(column => row.Text(column.Key) == column.Value))
            {
                // People are a stock: by step, each closing number stands for its part of a year.
                var part = row.Step is not null && value.Measure == "people" ? 1.0 / stepsPerYear : 1.0;
                worth[rowOf[row.Year]] += each * part * row.Value * discounter.FactorOf(row, rowOf[row.Year]);
            }
        }

        return worth;
    }

    private Observation Corrected(Observation row) => row with
    {
        About = row.About with { Measure = row.About.Measure + AfterBias },
        Value = row.Value < 0.0 ? row.Value * (1.0 + costBias) : row.Value * (1.0 - benefitBias),
    };

    private IEnumerable<Observation> Ratios(Subject any, (Subject About, double Value)[] valued, string suffix, double raised, double lowered)
    {
        var fiscal = valued.Where(line => line.About.Measure == Fiscal).ToArray();
        var cost = fiscal.Where(IsCost).Sum(line => 0.0 - line.Value) * (1.0 + raised);
        if (cost < HalfAPenny)
        {
            yield break;
        }

        var saved = fiscal.Where(line => !IsCost(line)).Sum(line => line.Value) * (1.0 - lowered);
        var others = valued.Where(line => line.About.Measure != Fiscal).Sum(line => line.Value) * (1.0 - lowered);
        var ratio = any with { Unit = "ratio" };
        yield return new Observation(ratio with { Measure = $"benefit_cost_ratio_fiscal{suffix}" }, "", null, saved / cost);
        yield return new Observation(ratio with { Measure = $"benefit_cost_ratio_public{suffix}" }, "", null, (saved + others) / cost);
    }

    /// <summary>Whether a line of fiscal value belongs to what is put in, rather than to what comes of it.</summary>
    private bool IsCost((Subject About, double Value) line) => terms.InvestsIn.IsEmpty
        ? line.Value < 0.0
        : line.About.Fund.Length > 0 || terms.InvestsIn.Any(service => service.Name == line.About.Service);

    /// <summary>The year from which the fiscal value to date stays at or above nothing, having been below; none when it never was, or never does.</summary>
    private IEnumerable<Observation> Payback(Subject any, List<Observation> differences, IEnumerable<double[]> fiscalOutcomes)
    {
        var values = new double[years.Length];
        foreach (var row in differences.Where(row => row.About.Measure == "discounted_cost"))
        {
            values[rowOf[row.Year]] -= row.Value;
        }

        foreach (var outcome in fiscalOutcomes)
        {
            for (var year = 0; year < years.Length; year++)
            {
                values[year] += outcome[year];
            }
        }

        var toDate = 0.0;
        var lastBelow = -1;
        for (var year = 0; year < years.Length; year++)
        {
            toDate += values[year];
            lastBelow = toDate < -HalfAPenny ? year : lastBelow;
        }

        if (lastBelow >= 0 && lastBelow + 1 < years.Length)
        {
            yield return new Observation(any with { Measure = "payback_years", Unit = "years" }, years[lastBelow + 1], null, lastBelow + 2);
        }
    }
}
