using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>How a scenario discounts, in one sentence: it stands in every output that shows discounted money or life years.</summary>
public static class DiscountingSentence
{
    /// <summary>The sentence; null where a scenario is not appraised.</summary>
    /// <param name="scenario">The scenario.</param>
    public static string? Of(Scenario scenario) =>
        scenario.Appraisal is not { } terms
            ? null
            : $"Discounted {When(terms.Discounting, scenario.Horizon)}: money at {Rates(terms.Money, scenario.Horizon)}, life years and what they are worth at {Rates(terms.Health, scenario.Horizon)}{(IsUncertain(terms) ? ", in draws at their own rates" : "")}; {Prices(scenario)}.";

    /// <summary>The sentence where a measure is discounted; else null.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="measure">Name of the measure.</param>
    public static string? For(Scenario scenario, string measure) =>
        MeasureCatalogue.Find(measure)!.Table == MeasureEntry.AppraisalTable ? Of(scenario) : null;

    private static string When(Discounting discounting, Horizon horizon) => discounting switch
    {
        Discounting.StepStart => $"from the start of each {Step(horizon)}",
        Discounting.StepMiddle => $"from the middle of each {Step(horizon)}",
        Discounting.StepEnd => $"from the end of each {Step(horizon)}",
        Discounting.ByYear => $"by financial year, {horizon.Start} not at all",
    };

    private static string Step(Horizon horizon) => horizon.StepsPerYear switch
    {
        1 => "year",
        4 => "quarter",
        12 => "month",
        _ => "step",
    };

    /// <summary>The rates that a run of so many years comes to: the first, and those that begin within it.</summary>
    private static string Rates(DiscountRates rates, Horizon horizon) =>
        string.Join(
            ", ",
            rates
                .Segments.Where(segment => segment.FromYear == rates.Segments[0].FromYear || segment.FromYear <= horizon.Years)
                .Select(
                    (segment, row) =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{segment.Rate.Value * 100.0:0.###}%{(row == 0 ? " a year" : $" from year {segment.FromYear} on")}"
                        )
                )
        );

    private static bool IsUncertain(Appraisal terms) =>
        terms.Money.Segments.Concat(terms.Health.Segments).Any(segment => segment.Rate.Spread is not null || !segment.Rate.Factors.IsEmpty);

    private static string Prices(Scenario scenario) => new Deflator(scenario) is { IsStated: true } deflator
        ? $"money is real, in {deflator.PriceBase} prices"
        : "money is taken as it is paid, since no deflator is stated";
}
