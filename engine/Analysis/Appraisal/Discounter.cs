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

    /// <summary>Years there are factors of.</summary>
    public int Years => years.Length;

    /// <summary>Whether a row is one of those that are discounted: by year the yearly ones, by step the finest there are.</summary>
    public bool Takes(Observation row) => (row.Step is not null) == (bySteps && IsKnownByStep(row.About.Measure));

    /// <summary>The factor of a row that is taken.</summary>
    /// <param name="row">The row. What is known by year alone is spread evenly over its steps, except what is paid when a year
    /// starts.</param>
    /// <param name="year">Row of its year.</param>
    public double FactorOf(Observation row, int year) => At(year, StepOf(row));

    /// <summary>The step within its year, from 0, whose factor a row that is taken has; -1 where it has that of the year.</summary>
    public int StepOf(Observation row) =>
        row.Step is { } step ? step - 1 : bySteps && row.About.Measure is "set_up" or "break_charge" or "transaction_cost" ? 0 : -1;

    /// <summary>The factor of a step of a year; of the year where the step is -1.</summary>
    public double At(int year, int step) => step < 0 ? years[year] : steps[year][step];

    private static bool IsKnownByStep(string measure) =>
        measure is "payment" or "provider_cost" or "charges" || MeasureCatalogue.Find(measure)?.Table is "population" or "activity";
}
