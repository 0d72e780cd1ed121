namespace SystemSim.Tests;

/// <summary>What came out of a run of <see cref="PlainEngine"/>: the measures of section 12, but for gains.</summary>
/// <remarks>
/// <para><b>Shape.</b> A year is its row from 0; a step is the step within its year, from 0; without a step it is the value of the
/// year. An item is the names of the measure's dimensions joined by <c>|</c> in the order of section 12, empty when there are none;
/// costs, charges and payments go by service alone.</para>
/// <para><b>Rows that are absent.</b> The capacity of a service that nothing limits, people in places of a service without places,
/// steps of what is set once a year.</para>
/// </remarks>
public sealed class PlainResult
{
    private readonly List<(string Measure, int Year, int? Step, string Item)> order = [];
    private readonly Dictionary<(string Measure, int Year, int? Step, string Item), double> values = [];
    private Dictionary<string, double>? largest;

    /// <summary>Every value, in the order in which it first came out.</summary>
    public IEnumerable<(string Measure, int Year, int? Step, string Item, double Value)> Rows =>
        order.Select(key => (key.Measure, key.Year, key.Step, key.Item, values[key]));

    /// <summary>One value.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    public double Get(string measure, int year, int? step, string item) =>
        values.TryGetValue((measure, year, step, item), out var value)
            ? value
            : throw new KeyNotFoundException($"there is no {measure} of '{item}' in year {year}, step {step}.");

    /// <summary>One value, when there is such a row.</summary>
    public bool TryGet(string measure, int year, int? step, string item, out double value) =>
        values.TryGetValue((measure, year, step, item), out value);

    /// <summary>The value of a whole year.</summary>
    public double Year(string measure, int year, string item = "") => Get(measure, year, null, item);

    /// <summary>The largest number that a measure is worked out from: a difference is rounding when it is small against this.</summary>
    /// <remarks>
    /// What is left when two large numbers are taken from each other (a surplus, an underspend, unmet demand) has the rounding of the
    /// large ones, however small it is itself.
    /// </remarks>
    public double Size(string measure) => measure switch
    {
        "people" or "dead" or "births" or "deaths" or "migration" or "residual" or "quality_adjusted_life_years" => Largest("people"),
        "in_places" or "volume" or "capacity" => Math.Max(Largest(measure), Largest("asked")),
        "need_led" or "referred" or "failure_demand" or "diverted" or "asked" or "delivered" or "unmet" or "left" or "waiting" =>
            Largest("asked"),
        "section_114" => 1.0,
        _ => Largest("income") + Largest("payment") + Largest("full_cost"),
    };

    /// <summary>Records what flowed in a step and adds it to its year.</summary>
    internal void AddFlow(string measure, int year, int step, string item, double value)
    {
        Set((measure, year, step, item), value);
        var sum = values.GetValueOrDefault((measure, year, null, item));
        Set((measure, year, null, item), sum + value);
    }

    /// <summary>Records a stock at the end of a step; the last of a year is the year's.</summary>
    internal void SetStock(string measure, int year, int step, string item, double value)
    {
        Set((measure, year, step, item), value);
        Set((measure, year, null, item), value);
    }

    /// <summary>Records what is set or settled once a year.</summary>
    internal void SetYear(string measure, int year, string item, double value) => Set((measure, year, null, item), value);

    private double Largest(string measure)
    {
        largest ??= order.GroupBy(key => key.Measure).ToDictionary(keys => keys.Key, keys => keys.Max(key => Math.Abs(values[key])));
        return largest.GetValueOrDefault(measure);
    }

    private void Set((string Measure, int Year, int? Step, string Item) key, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new PlainEngineException($"{key.Measure} of '{key.Item}' in year {key.Year}, step {key.Step}, is not a finite number.");
        }

        if (!values.ContainsKey(key))
        {
            order.Add(key);
        }

        values[key] = value;
    }
}
