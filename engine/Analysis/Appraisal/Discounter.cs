using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Discounts yearly and step rows by one set of rates, as a scenario says when flows are counted.</summary>
internal sealed class Discounter
{
    private readonly bool bySteps;
    private readonly double[] years;
    private readonly double[][] steps;

    /// <summary>Works out every factor.</summary>
    /// <param name="horizon">The time covered.</param>
    /// <param name="discounting">When flows are counted.</param>
    /// <param name="rates">The rates.</param>
    public Discounter(Horizon horizon, Discounting discounting, DiscountRates rates)
    {
        bySteps = discounting != Discounting.ByYear;
        var within = discounting switch { Discounting.StepMiddle => 0.5, Discounting.StepEnd => 1.0, _ => 0.0 };
        steps = bySteps
            ? [.. Enumerable.Range(0, horizon.Years).Select(year => Enumerable.Range(0, horizon.StepsPerYear)
                .Select(step => rates.FactorAfter(((year * horizon.StepsPerYear) + step + within) / horizon.StepsPerYear)).ToArray())]
            : [];
        years = [.. Enumerable.Range(0, horizon.Years).Select(year => bySteps ? steps[year].Average() : rates.FactorAfter(year))];
    }

    /// <summary>Whether a row is one of those that are discounted: by year the yearly ones, by step the finest there are.</summary>
    public bool Takes(Observation row) => (row.Step is not null) == (bySteps && IsKnownByStep(row.About.Measure));

    /// <summary>The factor of a row that is taken.</summary>
    /// <param name="row">The row. What is known by year alone is spread evenly over its steps, except what is paid when a year starts.</param>
    /// <param name="year">Row of its year.</param>
    public double FactorOf(Observation row, int year) =>
        row.Step is { } step ? steps[year][step - 1]
        : bySteps && row.About.Measure is "set_up" or "break_charge" or "transaction_cost" ? steps[year][0]
        : years[year];

    private static bool IsKnownByStep(string measure) =>
        measure is "payment" or "provider_cost" or "charges" || MeasureCatalogue.Find(measure)?.Table is "population" or "activity";
}
