namespace SystemSim.Analysis;

/// <summary>Who invests, who gains, and what leaves the place: account by account and year by year, against the baseline.</summary>
/// <remarks>
/// Of every organisation and every pool, <c>receives - invests - leaves = gain</c>. An organisation receives income and the surplus of what
/// it provides; it invests in services, own or pooled, and in other spending. A pool receives from its partners and invests in services.
/// What is paid into a pool's risk reserve, or given back, moves positions and is nobody's gain. What comes of a body that has ended is
/// told of its successors.
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
    /// <param name="shares">Who is told what comes of bodies that have ended.</param>
    /// <param name="rowOf">Row of each year.</param>
    public static IEnumerable<Observation> Of(
        IEnumerable<Observation> differences, SuccessorShares shares, IReadOnlyDictionary<string, int> rowOf)
    {
        var yearly = differences.Where(row => row.Step is null).ToLookup(row => row.About.Measure);
        var accounts = yearly["position"].ToLookup(row => (row.About.Organisation, row.About.Fund))
            .ToDictionary(account => account.Key, account => new AccountGains(yearly, [.. account]));
        foreach (var ((name, _), account) in accounts)
        {
            var sum = 0.0;
            foreach (var row in account.Positions)
            {
                foreach (var measure in account.Measures)
                {
                    yield return row with { About = account.About(measure), Value = Told(measure, row) };
                }

                var gained = Told("gain", row);
                sum += gained;
                yield return row with { About = account.About("gain"), Value = gained };
                yield return row with { About = account.About("gain_to_date"), Value = sum };
            }

            // In the order of additions in which draws have it.
            double Told(string measure, Observation row)
            {
                var year = rowOf[row.Year];
                return shares.IsOver(name, year)
                    ? 0.0
                    : shares.TakenOn(name, year).Aggregate(
                        account.Terms(measure, row.Year).Aggregate(0.0, (left, term) => left + (term.Value * term.Weight)),
                        (left, part) => accounts[(part.Ended, "")].Terms(measure, row.Year)
                            .Aggregate(left, (sum, term) => sum + (term.Value * (part.Share * term.Weight))));
            }
        }
    }

    /// <summary>One account: what its gains are made of, year by year.</summary>
    private sealed class AccountGains
    {
        private readonly ILookup<(string Measure, string Year), (double Value, double Weight)> terms;
        private readonly Dictionary<string, Subject> subjects;

        public AccountGains(ILookup<string, Observation> yearly, IReadOnlyList<Observation> positions)
        {
            var about = positions[0].About;
            var isPool = about.Organisation.Length == 0;
            Positions = [.. positions.OrderBy(row => row.Year, StringComparer.Ordinal)];
            var flows = isPool ? OfPools : OfOrganisations;
            Measures = [.. flows.Select(flow => flow.Measure).Distinct()];
            subjects = Measures.Append("gain").Append("gain_to_date").ToDictionary(name => name, name => about with { Measure = name });
            terms = flows
                .SelectMany(flow => Own(flow.Of).Select(row => (flow.Measure, row.Year, row.Value, Weight: flow.Sign)))
                .Concat(Positions.Select(row => (Measure: "gain", row.Year, row.Value, Weight: 1.0)))
                .Concat(Positions.Zip(Positions.Skip(1), (before, row) => (Measure: "gain", row.Year, before.Value, Weight: -1.0)))
                .Concat(NoGains.SelectMany(Own).Select(row =>
                    (Measure: "gain", row.Year, row.Value, Weight: SignOf(row.About.Measure, isPool))))
                .ToLookup(term => (term.Measure, term.Year), term => (term.Value, term.Weight));

            IEnumerable<Observation> Own(string measure) => yearly[measure].Where(row => IsOf(row.About, about));
        }

        /// <summary>Differences in its position, year by year.</summary>
        public ImmutableArray<Observation> Positions { get; }

        /// <summary>What its gain is made of.</summary>
        public ImmutableArray<string> Measures { get; }

        public Subject About(string measure) => subjects[measure];

        public IEnumerable<(double Value, double Weight)> Terms(string measure, string year) => terms[(measure, year)];
    }

    /// <summary>Whether a row belongs to an account: to an organisation whatever fund it passes through, or else to a pool.</summary>
    private static bool IsOf(Subject row, Subject account) =>
        account.Organisation.Length > 0 ? row.Organisation == account.Organisation : row.Fund == account.Fund;
}
