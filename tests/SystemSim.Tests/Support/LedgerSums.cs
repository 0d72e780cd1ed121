using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>One nominal answer of a run, as far as sums over its rows need to know it.</summary>
/// <param name="Option">Option.</param>
/// <param name="Measure">Measure.</param>
/// <param name="Year">Year.</param>
/// <param name="Step">Step of the year, from 0; null for the year.</param>
/// <param name="Value">Value.</param>
internal readonly record struct LedgerFact(string Option, string Measure, FinancialYear Year, int? Step, double Value);

/// <summary>Money and people added up again from the tidy rows alone, whatever the engine made of them.</summary>
internal static class LedgerSums
{
    /// <summary>Sums of hundreds of doubles.</summary>
    private const double Agreement = 1e-9;

    private static readonly string[] FromTheWorld = ["income", "charges", "centre_meets", "brought_in"];

    private static readonly string[] ToTheWorld =
        ["other_spending", "provider_cost", "set_up", "running", "transaction_cost", "returned", "debt_interest", "income_lost"];

    /// <summary>All by whose size a sum may be off, however little is left of it in the end.</summary>
    private static readonly string[] Told = [.. FromTheWorld, .. ToTheWorld, "payment", "position"];

    /// <summary>Where a pound comes from nowhere or goes nowhere: what all positions come to at the end of a year follows from those
    /// before, and from what came from and went to the world.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="facts">Its answers.</param>
    public static IEnumerable<string> Money(Scenario scenario, IEnumerable<LedgerFact> facts)
    {
        foreach (var option in facts.Where(fact => fact.Step is null).GroupBy(fact => fact.Option))
        {
            var sums = option.ToLookup(fact => (fact.Measure, fact.Year), fact => fact.Value);
            var before = OpeningPositions(scenario);
            var sizes = Math.Abs(before) + 1.0;
            foreach (var year in Enumerable.Range(0, scenario.Horizon.Years).Select(scenario.Horizon.YearAt))
            {
                double Sum(params IEnumerable<string> measures) => measures.Sum(measure => sums[(measure, year)].Sum());
                var after = Sum("position");
                var expected = before + Sum(FromTheWorld) - Sum(ToTheWorld);
                var size = sizes + option.Where(fact => fact.Year == year && Told.Contains(fact.Measure)).Sum(fact => Math.Abs(fact.Value));
                if (!(Math.Abs(after - expected) <= Agreement * size))
                {
                    yield return $"{option.Key}, {year}: positions come to {after:R}, and should to {expected:R}";
                }

                (before, sizes) = (after, size);
            }
        }
    }

    /// <summary>Where a person comes from nowhere or goes nowhere, or a cohort holds less than nobody; step by step where there are steps,
    /// else year by year.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="facts">Its answers.</param>
    public static IEnumerable<string> People(Scenario scenario, IEnumerable<LedgerFact> facts)
    {
        var opening = scenario.BaselineOption.Place.People.Start.Sum(start => Valued(scenario, start.People));
        foreach (var option in facts.GroupBy(fact => fact.Option))
        {
            var rows = option.ToLookup(fact => (fact.Measure, fact.Year, fact.Step), fact => fact.Value);
            var before = opening;
            foreach (var (year, step) in Times(scenario.Horizon, option.Any(fact => fact is { Measure: "people", Step: >= 0 })))
            {
                double Sum(string measure) => rows[(measure, year, step)].Sum();
                var (after, expected) = (Sum("people"), before + Sum("births") + Sum("migration") + Sum("residual") - Sum("deaths"));
                if (!(Math.Abs(after - expected) <= Agreement * Math.Max(opening, after)))
                {
                    yield return $"{option.Key}, {year}, step {step}: people come to {after:R}, and should to {expected:R}";
                }

                if (rows[("people", year, step)].DefaultIfEmpty(0.0).Min() is var least && !(least >= -Agreement * opening))
                {
                    yield return $"{option.Key}, {year}, step {step}: a cohort holds {least:R} people";
                }

                before = after;
            }
        }
    }

    private static double OpeningPositions(Scenario scenario)
    {
        // Reserves are today's; pools have nothing but what partners pay in.
        return scenario.BaselineOption.Place.Bodies.Sum(organisation =>
            Valued(scenario, organisation.Reserves?.General)
            + (organisation.Reserves?.Earmarked.Sum(reserve => Valued(scenario, reserve.Amount)) ?? 0.0)
            - Valued(scenario, organisation.BroughtForward)
            - Valued(scenario, organisation.Capitalisation?.OpeningDebt?.Amount)
        );
    }

    private static double Valued(Scenario scenario, Quantity? quantity) =>
        quantity is null
            ? 0.0
            : quantity.Factors.Aggregate(quantity.Value, (product, id) =>
                product * scenario.Factors.First(factor => factor.Id == id).Value.Value
            );

    private static IEnumerable<(FinancialYear Year, int? Step)> Times(Horizon horizon, bool bySteps) =>
        from year in Enumerable.Range(0, horizon.Years)
        from step in bySteps ? Enumerable.Range(0, horizon.StepsPerYear).Select(step => (int?)step) : [null]
        select (horizon.YearAt(year), step);
}
