namespace SystemSim.Analysis;

/// <summary>What becomes of the cost of activity that an option does without, service by service: cash, capacity freed, stranded; and who
/// bears what stays.</summary>
/// <remarks>
/// Avoided activity at full unit cost = cash + capacity freed + stranded, exactly; what is not cash is borne by the provider or by whoever
/// pays. Where an option does more than the baseline, all of them are negative.
/// </remarks>
internal static class Released
{
    private static readonly string[] Parts = ["full_cost", "full_cost_fixed", "provider_cost", "charges", "payment"];

    private static readonly string[] Measures = ["cash", "capacity_freed", "stranded", "borne_by_provider", "borne_by_payers"];

    /// <summary>The parts that follow from differences in cost and payment.</summary>
    public static IEnumerable<Observation> Of(IEnumerable<Observation> differences)
    {
        var services = differences.Where(row => row.Step is null && Parts.Contains(row.About.Measure)).GroupBy(row => row.About.Service);
        foreach (var service in services)
        {
            var about = service.First(row => row.About.Measure == "provider_cost").About;
            var subjects = Measures.ToDictionary(measure => measure, measure => about with { Measure = measure });
            foreach (var year in service.GroupBy(row => row.Year))
            {
                var avoided = Less("full_cost");
                var cash = Less("provider_cost");
                var stranded = Less("full_cost_fixed");
                var saved = Less("payment") + Less("charges");
                yield return Row("cash", cash);
                yield return Row("capacity_freed", avoided - cash - stranded);
                yield return Row("stranded", stranded);
                yield return Row("borne_by_provider", saved - cash);
                yield return Row("borne_by_payers", avoided - saved);

                double Less(string measure) => 0.0 - year.Where(row => row.About.Measure == measure).Sum(row => row.Value);

                Observation Row(string measure, double value) => new(subjects[measure], year.Key, null, value == 0.0 ? 0.0 : value);
            }
        }
    }
}
