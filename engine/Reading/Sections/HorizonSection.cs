using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>horizon</c>: the time a run covers, and how finely.</summary>
internal static class HorizonSection
{
    private static Shape<int> Step { get; } = Shapes.Choice(
        (node => node is Mapping,
            Shapes
                .Map(keys => keys.Required("months_cut_into", Shapes.Whole(1, Horizon.MostStepsPerYear / 12), "equal parts of a month"))
                .Then((parts, _, _) => 12 * parts)),
        (_ => true, Shapes.OneOf<int>(("month", 12), ("quarter", 4), ("year", 1))));

    /// <summary>What the section holds.</summary>
    public static Shape<Horizon> Shape { get; } = Shapes.Map(keys => (
        Start: keys.Required("start", Words.Year, "first financial year, such as 2026/27"),
        Years: keys.Required("years", Shapes.Whole(1, Horizon.MostYears), "number of financial years"),
        Steps: keys.Optional("step", Step, 12, "length of a step: month (unless stated), quarter, year or {months_cut_into: 4}"),
        Counting: keys.Optional(
            "counting", Shapes.OneOf<Counting>(), default,
            "people on whom demand and cost are counted: at the start of the step (unless stated), mid or end"),
        Flows: keys.Optional("flows", Shapes.OneOf<FlowOrder>(), default, "simultaneous (unless stated), or deaths_first"))).Then(Build);

    private static Horizon Build(
        (FinancialYear Start, int Years, int Steps, Counting Counting, FlowOrder Flows) horizon, Field here, Context context) =>
        context.Horizon = new Horizon
        {
            Start = horizon.Start,
            Years = horizon.Years,
            StepsPerYear = horizon.Steps,
            Counting = horizon.Counting,
            Flows = horizon.Flows,
        };
}
