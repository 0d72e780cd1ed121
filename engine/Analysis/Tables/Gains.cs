namespace SystemSim.Analysis;

/// <summary>Who invests, who gains, and what leaves the place: account by account and year by year, against the baseline.</summary>
/// <remarks>
/// Of every organisation and every pool, <c>receives - invests - leaves = gain</c>. An organisation receives income and the surplus of what
/// it provides; it invests in services, own or pooled, and in other spending. A pool receives from its partners and invests in services.
/// What is paid into a pool's risk reserve, or given back, moves positions and is nobody's gain.
/// </remarks>
internal static class Gains
{
    /// <summary>What positions move by that is no gain: paid in by an organisation, received by a pool.</summary>
    public const string IntoReserve = "into_risk_reserve";

    private static readonly ImmutableArray<(string Measure, string Of, double Sign)> OfOrganisations =
    [
        ("receives", "income", 1.0),
        ("receives", "provider_surplus", 1.0),
        ("receives", "income_lost", -1.0),
        ("receives", "centre_meets", 1.0),
        ("receives", "account_deficit", 1.0),
        ("invests", "spend", 1.0),
        ("invests", "other_spending", 1.0),
        ("leaves", "returned", 1.0),
    ];

    private static readonly ImmutableArray<(string Measure, string Of, double Sign)> OfPools =
    [
        ("receives", "contribution", 1.0),
        ("receives", "risk_share", 1.0),
        ("receives", "shared_underspend", -1.0),
        ("receives", "ring_fence", -1.0),
        ("invests", "payment", 1.0),
        ("invests", "set_up", 1.0),
        ("invests", "running", 1.0),
        ("invests", "break_charge", 1.0),
        ("invests", "transaction_cost", 1.0),
        ("leaves", "returned", 1.0),
    ];

    /// <summary>What moves a position and is no gain: what lies in a pool's risk reserve, what passes on from bodies that end, and what a
    /// body brings that begins.</summary>
    public static ImmutableArray<string> NoGains { get; } = [IntoReserve, "passed_on", "brought_in"];

    /// <summary>With what sign it is added back to the change in a position.</summary>
    /// <param name="measure">One of <see cref="NoGains"/>.</param>
    /// <param name="isPool">Whether the position is a pool's.</param>
    public static double SignOf(string measure, bool isPool) => measure == IntoReserve && !isPool ? 1.0 : -1.0;

    /// <summary>The gains that follow from differences.</summary>
    /// <param name="differences">Differences of an option from the baseline.</param>
    public static IEnumerable<Observation> Of(IEnumerable<Observation> differences)
    {
        var yearly = differences.Where(row => row.Step is null).ToLookup(row => row.About.Measure);
        foreach (var account in yearly["position"].ToLookup(row => (row.About.Organisation, row.About.Fund)))
        {
            var about = account.First().About;
            var years = account.OrderBy(row => row.Year, StringComparer.Ordinal).ToList();
            foreach (var flow in Flows(yearly, about, years))
            {
                yield return flow;
            }

            var gain = about with { Measure = "gain" };
            var toDate = about with { Measure = "gain_to_date" };
            var setAside = NoGains
                .SelectMany(measure => yearly[measure])
                .Where(row => IsOf(row.About, about))
                .ToLookup(row => row.Year, row => SignOf(row.About.Measure, about.Organisation.Length == 0) * row.Value);
            var (before, sum) = (0.0, 0.0);
            foreach (var row in years)
            {
                // In the order of additions in which draws have it.
                var gained = setAside[row.Year].Aggregate(row.Value - before, (left, reserved) => left + reserved);
                sum += gained;
                yield return row with { About = gain, Value = gained };
                yield return row with { About = toDate, Value = sum };
                before = row.Value;
            }
        }
    }

    private static IEnumerable<Observation> Flows(ILookup<string, Observation> yearly, Subject about, List<Observation> years)
    {
        foreach (var flow in (about.Organisation.Length > 0 ? OfOrganisations : OfPools).GroupBy(part => part.Measure))
        {
            var subject = about with { Measure = flow.Key };
            var sums = flow.SelectMany(part =>
                    yearly[part.Of].Where(row => IsOf(row.About, about)).Select(row => (row.Year, Value: part.Sign * row.Value))
                )
                .ToLookup(row => row.Year, row => row.Value);
            foreach (var row in years)
            {
                yield return row with { About = subject, Value = sums[row.Year].Sum() };
            }
        }
    }

    /// <summary>Whether a row belongs to an account: to an organisation whatever fund it passes through, or else to a pool.</summary>
    private static bool IsOf(Subject row, Subject account) =>
        account.Organisation.Length > 0 ? row.Organisation == account.Organisation : row.Fund == account.Fund;
}
