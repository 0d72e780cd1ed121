using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Who invests, who gains, and what leaves the place: account by account and year by year, against the baseline.</summary>
/// <remarks>
/// Of every organisation and every pool, <c>receives - invests - leaves = gain</c>. An organisation receives income and the surplus of what it
/// provides; it invests in services, own or pooled, and in other spending. A pool receives from its partners, and at the start the risk reserve
/// that its terms state; it invests in services.
/// </remarks>
internal static class Gains
{
    private static readonly ImmutableArray<(string Measure, string Of, double Sign)> OfOrganisations =
    [
        ("receives", "income", 1.0), ("receives", "provider_surplus", 1.0), ("receives", "exceptional_support", 1.0), ("invests", "spend", 1.0),
        ("invests", "other_spending", 1.0), ("leaves", "returned", 1.0),
    ];

    private static readonly ImmutableArray<(string Measure, string Of, double Sign)> OfPools =
    [
        ("receives", "contribution", 1.0), ("receives", "risk_share", 1.0), ("receives", "shared_underspend", -1.0), ("receives", "ring_fence", -1.0),
        ("invests", "payment", 1.0), ("invests", "set_up", 1.0), ("invests", "running", 1.0), ("invests", "break_charge", 1.0),
        ("invests", "transaction_cost", 1.0), ("leaves", "returned", 1.0),
    ];

    /// <summary>The gains that follow from differences.</summary>
    /// <param name="differences">Differences of an option from the baseline.</param>
    /// <param name="opening">What a pool, by name, has more at the start than in the baseline, GBP.</param>
    public static IEnumerable<Observation> Of(IEnumerable<Observation> differences, Func<string, double> opening)
    {
        var yearly = differences.Where(row => row.Step is null).ToLookup(row => row.About.Measure);
        foreach (var account in yearly["position"].ToLookup(row => (row.About.Organisation, row.About.Fund)))
        {
            var about = account.First().About;
            var years = account.OrderBy(row => row.Year, StringComparer.Ordinal).ToList();
            foreach (var flow in Flows(yearly, about, years, about.Fund.Length > 0 ? opening(about.Fund) : 0.0))
            {
                yield return flow;
            }

            var gain = about with { Measure = "gain" };
            var toDate = about with { Measure = "gain_to_date" };
            var before = 0.0;
            foreach (var row in years)
            {
                yield return row with { About = gain, Value = row.Value - before };
                yield return row with { About = toDate };
                before = row.Value;
            }
        }
    }

    /// <summary>The risk reserve that a pool starts with, by its terms; 0 where the option has no such pool.</summary>
    public static double OpeningOf(Scenario scenario, Option option, string pool) =>
        option.Places.SelectMany(place => place.Governance.Funds).FirstOrDefault(fund => fund.Id.Name == pool)?.Pool?.EndOfYear.RiskReserve is { } reserve ? new CentralValues(scenario).Of(reserve) : 0.0;

    private static IEnumerable<Observation> Flows(ILookup<string, Observation> yearly, Subject about, List<Observation> years, double opening)
    {
        foreach (var flow in (about.Organisation.Length > 0 ? OfOrganisations : OfPools).GroupBy(part => part.Measure))
        {
            var subject = about with { Measure = flow.Key };
            var sums = flow.SelectMany(part => yearly[part.Of].Where(row => IsOf(row.About, about)).Select(row => (row.Year, Value: part.Sign * row.Value)))
                .ToLookup(row => row.Year, row => row.Value);
            foreach (var row in years)
            {
                var first = flow.Key == "receives" && row.Year == years[0].Year ? opening : 0.0;
                yield return row with { About = subject, Value = sums[row.Year].Sum() + first };
            }
        }
    }

    /// <summary>Whether a row belongs to an account: to an organisation whatever fund it passes through, or else to a pool.</summary>
    private static bool IsOf(Subject row, Subject account) =>
        account.Organisation.Length > 0 ? row.Organisation == account.Organisation : row.Fund == account.Fund;
}
