using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What share of a fund's money each tier has, and what it would have more had it kept that of its first year.</summary>
internal static class TierBudgets
{
    /// <summary>Both, year by year.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="observed">All nominal rows of the option.</param>
    public static IEnumerable<Observation> Rows(Scenario scenario, IReadOnlyCollection<Observation> observed)
    {
        var money = observed.Where(row => row.About.Measure == "fund_money").ToDictionary(row => (row.About.Fund, row.Year));
        var budgets = observed.Where(row => row.About.Measure == "budget").ToLookup(row => (row.About.Fund, row.About.Tier));
        foreach (var tier in budgets)
        {
            double? first = null;
            foreach (var year in Enumerable.Range(0, scenario.Horizon.Years).Select(scenario.Horizon.YearAt))
            {
                var rows = tier.Where(row => row.Year == year.ToString()).ToArray();
                if (rows.Length == 0 || !money.TryGetValue((tier.Key.Fund, year.ToString()), out var all) || all.Value <= 0.0)
                {
                    continue;
                }

                var budget = rows.Sum(row => row.Value);
                first ??= budget / all.Value;
                var about = all.About with { Tier = tier.Key.Tier };
                yield return all with
                {
                    About = about with { Measure = "share_of_money", Unit = MeasureEntry.Share },
                    Value = budget / all.Value,
                };
                yield return all with { About = about with { Measure = "raided" }, Value = (first.Value * all.Value) - budget };
            }
        }
    }
}
