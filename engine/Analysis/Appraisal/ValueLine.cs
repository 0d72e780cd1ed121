using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What a value of an option against the baseline belongs to: a cost that it saves or makes, or a stated worth.</summary>
/// <param name="About">What is told of it; several lines may be told as one.</param>
/// <param name="Kind">Whose value it is.</param>
/// <param name="IsInvestment">Whether it is put in where the appraisal names what is invested in: one of those services, or what a fund
/// itself costs.</param>
internal sealed record ValueLine(Subject About, ValueKind Kind, bool IsInvestment)
{
    /// <summary>Measure of fiscal value.</summary>
    public const string Fiscal = "net_present_value_fiscal";

    /// <summary>Measure of the cost that ratios are taken to.</summary>
    public const string PutIn = "cost_put_in";

    /// <summary>What the names of measures after optimism bias end in.</summary>
    public const string AfterBias = "_after_bias";

    // Amounts below half a penny are nothing: no ratio is taken to them.
    private const double HalfAPenny = 0.005;

    /// <summary>The line of what costs the public purse, or users, in an option and in the baseline.</summary>
    /// <param name="cost">What the cost is about, in either of them.</param>
    /// <param name="terms">How the scenario is appraised.</param>
    /// <param name="option">The option, whose provider a service has wherever it had another before: who provides it parts no line.</param>
    /// <param name="baseline">Name of the baseline.</param>
    public static ValueLine OfCost(Subject cost, Appraisal terms, Option option, string baseline)
    {
        var kind = cost.Measure == OptionAppraisal.OfUsers ? ValueKind.Social : ValueKind.Fiscal;
        var about = cost with
        {
            Option = option.Id.Name,
            Against = baseline,
            Measure = MeasureOf(kind),
            Provider = option.Place.Services.FirstOrDefault(service => service.Id.Name == cost.Service) is { } service
                ? option.Place.ProviderOf(service).Name
                : "",
        };
        return new ValueLine(about, kind, cost.Fund.Length > 0 || terms.InvestsIn.Any(service => service.Name == cost.Service));
    }

    /// <summary>The line of what a change in an outcome is worth.</summary>
    /// <param name="value">The worth.</param>
    /// <param name="option">The option.</param>
    /// <param name="baseline">Name of the baseline.</param>
    public static ValueLine OfOutcome(OutcomeValue value, Option option, string baseline) => new(
        new Subject
        {
            Option = option.Id.Name,
            Against = baseline,
            Measure = MeasureOf(value.Kind),
            Service = value.Where.GetValueOrDefault("service", ""),
            Tier = value.Where.GetValueOrDefault("tier", ""),
            Area = value.Where.GetValueOrDefault("area", ""),
            AgeBand = value.Where.GetValueOrDefault("age_band", ""),
            NeedState = value.Where.GetValueOrDefault("need_state", ""),
            Unit = MeasureEntry.Money,
        },
        value.Kind,
        IsInvestment: false);

    /// <summary>Measure of a kind of value.</summary>
    public static string MeasureOf(ValueKind kind) => kind switch
    {
        ValueKind.Economic => "net_present_value_economic",
        ValueKind.Social => "net_present_value_social",
        ValueKind.Fiscal => Fiscal,
    };

    /// <summary>A year's value of a line after optimism bias: what comes to cost more is raised, what is saved or gained is
    /// lowered.</summary>
    /// <param name="value">The value; a cost is below 0.</param>
    /// <param name="raised">Share by which costs are raised.</param>
    /// <param name="lowered">Share by which benefits are lowered.</param>
    public static double Corrected(double value, double raised, double lowered) =>
        value < 0.0 ? value * (1.0 + raised) : value * (1.0 - lowered);

    /// <summary>What is put in, and the benefits for each pound of it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="values">[line] their values over all years, after bias or not.</param>
    /// <param name="isNamed">Whether the appraisal names what is invested in; else costs are the fiscal lines that come to cost
    /// more.</param>
    /// <returns>The cost; fiscal benefits, and all benefits, for each pound of it: not a number where there is no cost.</returns>
    public static (double Cost, double Fiscal, double Public) Ratios(
        ImmutableArray<ValueLine> lines,
        ReadOnlySpan<double> values,
        bool isNamed
    )
    {
        var (cost, saved, others) = (0.0, 0.0, 0.0);
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].Kind != ValueKind.Fiscal)
            {
                others += values[line];
            }
            else if (isNamed ? lines[line].IsInvestment : values[line] < 0.0)
            {
                cost -= values[line];
            }
            else
            {
                saved += values[line];
            }
        }

        return cost < HalfAPenny ? (cost, double.NaN, double.NaN) : (cost, saved / cost, (saved + others) / cost);
    }
}
