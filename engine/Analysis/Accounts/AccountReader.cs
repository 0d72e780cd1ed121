using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Gathers the books of every account from the answers.</summary>
public sealed class AccountReader
{
    private static readonly ImmutableArray<(string Measure, AccountFlow Flow, double Sign)> OfOrganisations =
    [
        ("income", AccountFlow.Receives, 1.0),
        ("provider_surplus", AccountFlow.Receives, 1.0),
        ("income_lost", AccountFlow.Receives, -1.0),
        ("centre_meets", AccountFlow.Receives, 1.0),
        ("account_deficit", AccountFlow.Receives, 1.0),
        ("payment", AccountFlow.Invests, -1.0),
        ("break_charge", AccountFlow.Invests, -1.0),
        ("transaction_cost", AccountFlow.Invests, -1.0),
        ("contribution", AccountFlow.Invests, -1.0),
        ("risk_share", AccountFlow.Invests, -1.0),
        ("shared_underspend", AccountFlow.Invests, 1.0),
        ("ring_fence", AccountFlow.Invests, 1.0),
        ("debt_interest", AccountFlow.Invests, -1.0),
        ("other_spending", AccountFlow.Invests, -1.0),
        ("returned", AccountFlow.Leaves, -1.0),
        (Gains.IntoReserve, AccountFlow.SetsAside, -1.0),
        ("passed_on", AccountFlow.SetsAside, 1.0),
        ("brought_in", AccountFlow.SetsAside, 1.0),
    ];

    private static readonly ImmutableArray<(string Measure, AccountFlow Flow, double Sign)> OfPools =
    [
        ("contribution", AccountFlow.Receives, 1.0),
        ("risk_share", AccountFlow.Receives, 1.0),
        ("shared_underspend", AccountFlow.Receives, -1.0),
        ("ring_fence", AccountFlow.Receives, -1.0),
        ("payment", AccountFlow.Invests, -1.0),
        ("set_up", AccountFlow.Invests, -1.0),
        ("running", AccountFlow.Invests, -1.0),
        ("break_charge", AccountFlow.Invests, -1.0),
        ("transaction_cost", AccountFlow.Invests, -1.0),
        ("returned", AccountFlow.Leaves, -1.0),
        (Gains.IntoReserve, AccountFlow.SetsAside, 1.0),
    ];

    private static readonly ImmutableArray<(string Measure, double Sign)> Held =
    [
        ("reserves", 1.0),
        ("earmarked_reserves", 1.0),
        ("deficit", -1.0),
        ("debt", -1.0),
        ("assets_sold", -1.0),
    ];

    private static readonly ImmutableArray<string> Drivers =
    [
        .. MeasureCatalogue.All.Select(measure => measure.Name)
            .Where(name => name.StartsWith("bridge_", StringComparison.Ordinal) && name != "bridge_last_year"),
    ];

    private readonly Answers answers;
    private readonly CentralValues values;
    private readonly Dictionary<string, int> years;
    private readonly Dictionary<(string Option, string Measure), ImmutableArray<(Subject About, double[] Values)>> known = [];

    private AccountReader(Answers answers)
    {
        this.answers = answers;
        values = new CentralValues(answers.Scenario);
        years = Enumerable.Range(0, answers.Scenario.Horizon.Years).ToDictionary(year => answers.Scenario.Horizon.YearAt(year).ToString());
    }

    /// <summary>The books of every option: organisations in declaration order, then its pools.</summary>
    /// <param name="answers">The answers.</param>
    public static ImmutableArray<AccountLedger> Read(Answers answers)
    {
        var reader = new AccountReader(answers);
        return [.. answers.Options.SelectMany(reader.Read)];
    }

    private IEnumerable<AccountLedger> Read(Option option) =>
        [
            .. option.Bodies.Select(organisation =>
                Read(option, organisation.Id.Name, organisation.Title, isPool: false, OpeningOf(organisation)) with
                {
                    Funding =
                    [
                        .. Series(option, Funding.Measure, organisation.Id.Name, isPool: false, 1.0)
                            .Select(line => (line.About.Fund, line.Values)),
                    ],
                    BroughtForward = organisation.Begins ? 0.0 : ValueOf(organisation.BroughtForward),
                    OpeningDebt = organisation.Begins ? 0.0 : ValueOf(organisation.Capitalisation?.OpeningDebt?.Amount),
                    Beside =
                    [
                        .. from account in option.Bodies
                           where account.Account?.Owner == organisation.Id
                           from deficit in Series(option, "deficit", account.Id.Name, isPool: false, 1.0)
                           select ($"Not counted: deficit of {Name(account)}", deficit.Values),
                        .. new AgreedTerms(answers, option).Of(organisation),
                    ],
                    Floor = organisation.Reserves?.Floor is { } floor ? values.Of(floor) : null,
                }
            ),
            .. option
                .Places.SelectMany(place => place.Governance.Funds)
                .Where(fund => fund.Pool is not null)
                .Select(fund => fund.Id.Name)
                .Distinct()
                .Select(pool => Read(option, pool, pool, isPool: true, opening: 0.0)),
        ];

    private AccountLedger Read(Option option, string name, string title, bool isPool, double opening)
    {
        var position = Series(option, "position", name, isPool, 1.0);
        var lines = (isPool ? OfPools : OfOrganisations).SelectMany(line =>
            Lines(option, name, isPool, line.Measure, line.Flow, line.Sign)
        );
        return new AccountLedger
        {
            Option = option.Id.Name,
            Name = name,
            Title = title,
            IsPool = isPool,
            Opening = opening,
            Lines = [.. lines],
            Closing = position.IsEmpty ? [.. Enumerable.Repeat(0.0, years.Count)] : position[0].Values,
            Holds =
            [
                .. Held.SelectMany(part =>
                    Series(option, part.Measure, name, isPool, part.Sign)
                        .Select(series => (part.Measure, isPool ? "" : series.About.Fund, series.Values))
                ),
            ],
            Bridge =
            [
                .. Drivers
                    .Select(driver => (driver, Sum(Series(option, driver, name, isPool, 1.0))))
                    .Where(driver => driver.Item2.Any(value => value != 0.0)),
            ],
        };
    }

    private IEnumerable<AccountLine> Lines(Option option, string name, bool isPool, string measure, AccountFlow flow, double sign) =>
        from series in Series(option, measure, name, isPool, sign)
        where series.Values.Any(value => value != 0.0)
        group series by (series.About.Service, Pool: IsSettled(measure) ? series.About.Fund : "") into line
        select new AccountLine(measure, line.Key.Service, line.Key.Pool, flow, Sum([.. line]));

    /// <summary>[subject of the account] its values by year, nominal, with the sign of the line.</summary>
    private ImmutableArray<(Subject About, ImmutableArray<double> Values)> Series(
        Option option,
        string measure,
        string name,
        bool isPool,
        double sign
    ) =>
        [
            .. from series in OfAll(option.Id.Name, measure)
            where
                isPool
                    ? series.About.Fund == name && (series.About.Organisation.Length == 0 || IsSettled(measure))
                    : series.About.Organisation == name
            select (series.About, series.Values.Select(value => sign * value).ToImmutableArray()),
        ];

    /// <summary>[subject] values of a measure by year, nominal.</summary>
    private ImmutableArray<(Subject About, double[] Values)> OfAll(string option, string measure)
    {
        if (!known.TryGetValue((option, measure), out var all))
        {
            var found = new Dictionary<Subject, double[]>(ReferenceEqualityComparer.Instance);
            foreach (var row in answers.Rows(option, "", measure).Where(row => row.Step is null && row.About.PriceBase == Headline.Nominal))
            {
                if (!found.TryGetValue(row.About, out var values))
                {
                    found[row.About] = values = new double[years.Count];
                }

                values[years[row.Year]] = row.Value;
            }

            known[(option, measure)] = all = [.. found.Select(entry => (entry.Key, entry.Value))];
        }

        return all;
    }

    /// <summary>Whether a measure is what partners settle with a pool, which stands in the books of both.</summary>
    private static bool IsSettled(string measure) =>
        measure is "contribution" or "risk_share" or "shared_underspend" or "ring_fence" or Gains.IntoReserve;

    private ImmutableArray<double> Sum(ImmutableArray<(Subject About, ImmutableArray<double> Values)> series) =>
        [.. Enumerable.Range(0, years.Count).Select(year => series.Sum(part => part.Values[year]))];

    private static string Name(Organisation account) =>
        account.Title + (account.Account!.CountsFrom is { } year ? $", until {year}" : "");

    /// <summary>What a body has when the run starts; nothing where it begins later.</summary>
    private double OpeningOf(Organisation organisation) =>
        organisation.Begins
            ? 0.0
            : ValueOf(organisation.Reserves?.General)
                + (organisation.Reserves?.Earmarked.Sum(reserve => ValueOf(reserve.Amount)) ?? 0.0)
                - ValueOf(organisation.BroughtForward)
                - ValueOf(organisation.Capitalisation?.OpeningDebt?.Amount);

    private double ValueOf(Quantity? quantity) => quantity is null ? 0.0 : values.Of(quantity);
}
