using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What an option is worth against the baseline: values, ratios, payback (section 12).</summary>
internal sealed class PlainWorth
{
    private const double HalfAPenny = 0.005;

    private readonly Appraisal terms;
    private readonly PlainAppraisal own;
    private readonly PlainAppraisal baseline;
    private readonly int years;

    public PlainWorth(Scenario scenario, PlainAppraisal own, PlainAppraisal baseline)
    {
        (terms, this.own, this.baseline, years) = (scenario.Appraisal!, own, baseline, scenario.Horizon.Years);
        Lines = [.. CostLines(), .. terms.Values.Select(ValueLine)];
    }

    /// <summary>Every line: what it is told as, whether it is fiscal, whether it is put in where that is named, and its value by
    /// year.</summary>
    public ImmutableArray<(PlainLine Told, bool IsFiscal, bool IsPutIn, double[] Values)> Lines { get; }

    /// <summary>Values told.</summary>
    public IEnumerable<(PlainLine Told, double Value)> Values()
    {
        foreach (var line in Lines)
        {
            yield return (line.Told, line.Values.Sum());
            if (terms.IsCorrected)
            {
                yield return (line.Told with { Measure = $"{line.Told.Measure}_after_bias" }, line.Values.Sum(AfterBias));
            }
        }
    }

    /// <summary>What a ratio is taken to, and its two benefits: fiscal alone, and all.</summary>
    public (double Cost, double Fiscal, double All) Ratio(bool isAfterBias)
    {
        var sums = Lines.Select(line => (Line: line, Sum: line.Values.Sum(value => isAfterBias ? AfterBias(value) : value))).ToArray();
        bool IsCost((PlainLine Told, bool IsFiscal, bool IsPutIn, double[] Values) line, double sum) =>
            line.IsFiscal && (terms.InvestsIn.IsEmpty ? sum < 0.0 : line.IsPutIn);
        var cost = -sums.Where(line => IsCost(line.Line, line.Sum)).Sum(line => line.Sum);
        var fiscal = sums.Where(line => line.Line.IsFiscal && !IsCost(line.Line, line.Sum)).Sum(line => line.Sum);
        return (cost, fiscal, fiscal + sums.Where(line => !line.Line.IsFiscal).Sum(line => line.Sum));
    }

    /// <summary>The row of the year in which it has paid back; null where there is none.</summary>
    public int? PaybackYear()
    {
        double[] toDate =
        [
            .. Enumerable.Range(0, years).Select(y => Lines.Where(line => line.IsFiscal).Sum(line => line.Values.Take(y + 1).Sum())),
        ];
        var below = Array.FindLastIndex(toDate, value => value < -HalfAPenny);
        return below >= 0 && below + 1 < years ? below + 1 : null;
    }

    private double AfterBias(double value)
    {
        var costs = terms.OptimismBias.FirstOrDefault(bias => bias.Grade == terms.CostsGrade)?.Costs.Value ?? 0.0;
        var benefits = terms.OptimismBias.FirstOrDefault(bias => bias.Grade == terms.BenefitsGrade)?.Benefits.Value ?? 0.0;
        return value < 0.0 ? value * (1.0 + costs) : value * (1.0 - benefits);
    }

    /// <summary>Costs that are saved; a service is one line, whoever provides it.</summary>
    private IEnumerable<(PlainLine Told, bool IsFiscal, bool IsPutIn, double[] Values)> CostLines()
    {
        foreach (var line in own.Costs.Keys.Concat(baseline.Costs.Keys).Select(Unprovided).Distinct())
        {
            var isFiscal = line.Measure == "discounted_cost";
            var told = line with
            {
                Measure = isFiscal ? "net_present_value_fiscal" : "net_present_value_social",
                Provider = own.Option.Place.Services.SingleOrDefault(service => service.Id.Name == line.Service) is { } service
                    ? PlainPlace.Provider(own.Option.Place, service).Name
                    : "",
            };
            yield return (told, isFiscal, line.Fund.Length > 0 || terms.InvestsIn.Contains(new(line.Service)),
                [.. Enumerable.Range(0, years).Select(y => Of(baseline, line, y) - Of(own, line, y))]);
        }
    }

    private (PlainLine Told, bool IsFiscal, bool IsPutIn, double[] Values) ValueLine(OutcomeValue value)
    {
        var told = new PlainLine($"net_present_value_{value.Kind.ToString().ToLowerInvariant()}")
        {
            Service = value.Where.GetValueOrDefault("service", ""),
            Tier = value.Where.GetValueOrDefault("tier", ""),
            Area = value.Where.GetValueOrDefault("area", ""),
            AgeBand = value.Where.GetValueOrDefault("age_band", ""),
            NeedState = value.Where.GetValueOrDefault("need_state", ""),
        };
        return (
            told,
            value.Kind == ValueKind.Fiscal,
            false,
            [.. Enumerable.Range(0, years).Select(y => own.Worth(value, y) - baseline.Worth(value, y))]
        );
    }

    private static PlainLine Unprovided(PlainLine line) => line with { Provider = "" };

    private static double Of(PlainAppraisal option, PlainLine line, int y) =>
        option.Costs.Where(known => Unprovided(known.Key) == line).Sum(known => known.Value[y]);
}
