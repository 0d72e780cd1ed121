using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Why a scenario has nothing of a measure: what it would have to state.</summary>
public static class Unstated
{
    /// <summary>What is missing and what to add; null where the scenario states all that the measure needs.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="measure">The measure.</param>
    public static Missing? Of(Scenario scenario, string measure)
    {
        var known = MeasureCatalogue.Find(measure)!;
        return known switch
        {
            { IsOfDraws: true } or { Unit: MeasureEntry.Probability } => new(
                "it is known of draws alone",
                "'systemsim run --draws 1000' tells it."
            ),
            { Table: MeasureEntry.AppraisalTable } => OfAppraisal(scenario, measure),
            { Table: "local_value" } => OfPlace(scenario, measure),
            { Name: "quality_adjusted_life_years" } => Quality(scenario),
            { Name: "residual" } when People(scenario).ControlTotals.IsEmpty => new(
                "people.control_totals is not stated",
                "add people.control_totals: the people that an official projection expects, by year."
            ),
            { Name: "capacity" } when Services(scenario).All(service => service.Capacity is null) => new(
                "no service has a capacity",
                "add services.NAME.capacity, such as {contacts: 1,000 a month}."
            ),
            { Name: "in_places" or "ended" } when Services(scenario).All(service => service.Places is null) => new(
                "no service has places",
                "add services.NAME.places, such as {stay: 14 months}."
            ),
            { Name: "contribution" or "ring_fence" or "risk_share" or "shared_underspend" or "set_up" or "running" }
                when !Pools(scenario).Any() => new(
                "no option has a pool",
                "add an arrangement under governance with pools, and an option that has it."
            ),
            { Name: "break_charge" } when Services(scenario).All(service => service.Contract.BreakCharge is null) => new(
                "no contract states a break charge",
                "add break_charge to services.NAME.contract, and an option that lets it anew."
            ),
            { Name: "into_risk_reserve" } when Pools(scenario).All(pool => pool.EndOfYear is { RiskReserve: null, Kept: null }) => new(
                "no pool has a risk reserve",
                "add risk_reserve to a pool under governance, such as £1m."
            ),
            { Name: "earmarked_reserves" } when Bodies(scenario).All(body => body.Reserves is null or { Earmarked.IsEmpty: true }) => new(
                "no organisation sets reserves aside",
                "add organisations.NAME.reserves.earmarked: each reserve with its purpose."
            ),
            { Name: "centre_meets" or "account_deficit" } when Bodies(scenario).All(body => body.Account is null) => new(
                "no organisation is a ring-fenced account",
                "add an organisation with kind: ring_fenced_account and an owner."
            ),
            { Name: "debt_interest" } when Bodies(scenario).All(body => body is { Capitalisation: null, Account: null }) => new(
                "no organisation treats day-to-day cost as capital, or is a ring-fenced account",
                "add organisations.NAME.capitalisation, such as {limit: £5m, rate: 5%, over: 20 years}."
            ),
            { Name: "borrowing" or "receipts_used" or "debt_repaid" or "income_lost" or "debt" or "assets_sold" }
                when Bodies(scenario).All(body => body.Capitalisation is null) => new(
                "no organisation treats day-to-day cost as capital",
                "add organisations.NAME.capitalisation, such as {limit: £5m, rate: 5%, over: 20 years}."
            ),
            { Name: "passed_on" or "debt_passed_on" or "brought_in" or "debt_brought_in" }
                when Places(scenario).All(place => place.Governance.Succession.IsEmpty) => new(
                "no body ends under any arrangement",
                "add succession to an arrangement under governance, and an option from a year on."
            ),
            { Name: "section_114" or "section_114_comes" } when Bodies(scenario).All(body => body.EmergencyLevel is null) => new(
                "no council states section_114",
                "add organisations.NAME.section_114, such as {emergency_level: 20%}."
            ),
            { Name: "gap_in_council_tax" }
                when !Bodies(scenario)
                    .Any(body => body.Kind == OrganisationKind.Council && body.Income.Any(line => line.Name == "council_tax")) => new(
                "no council has an income called council_tax",
                "name a line of a council's income council_tax."
            ),
            { Name: Funding.Measure } when Bodies(scenario).All(body => body.Income.IsEmpty) => new(
                "no organisation has income",
                "add organisations.NAME.income: each line by its name."
            ),
            { IsNominalOnly: true } when scenario.Horizon.Years == 1 => new(
                "the run has one year, and a bridge leads from one to the next",
                "add years to horizon."
            ),
            { IsDifference: true } when scenario.Options.Length == 1 => new(
                "the scenario has one option",
                "add an option to hold against it."
            ),
            _ => null,
        };
    }

    private static Missing? Quality(Scenario scenario) =>
        People(scenario).Need.Any(need => need.Quality is not null)
            ? null
            : new(
                "people.quality is not stated",
                $"add people.quality: what a year lived in each need state is worth, such as {{{string.Join(", ", People(scenario).Need.Select((need, row) => $"{need.Id}: {Worth(row)}"))}}}."
            );

    // Made up, to show the form: less by a quarter from state to state.
    private static string Worth(int row) =>
        Math.Round(Enumerable.Repeat(0.75, row).Aggregate(0.95, (worth, part) => worth * part), 2)
            .ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Missing? OfAppraisal(Scenario scenario, string measure)
    {
        if (scenario.Appraisal is not { } terms)
        {
            return new("appraisal is not stated", "add an appraisal, or extend shared/green-book.yaml, which has one.");
        }

        return measure switch
        {
            "discounted_quality_adjusted_life_years" => Quality(scenario),
            _ when measure.Contains("_after_bias", StringComparison.Ordinal) && !terms.IsCorrected => new(
                "appraisal.graded is not stated",
                "add appraisal.graded, such as {costs: B, benefits: D}, and optimism_bias for these grades."
            ),
            _ when measure.StartsWith("net_present_value_economic", StringComparison.Ordinal)
                    && terms.Values.All(value => value.Kind != ValueKind.Economic) => new(
                "no value of appraisal.values is economic",
                "add one to appraisal.values with kind: economic."
            ),
            _ when measure.StartsWith("net_present_value_social", StringComparison.Ordinal)
                    && terms.Values.All(value => value.Kind != ValueKind.Social)
                    && !IsCharged(scenario) => new(
                "no value of appraisal.values is social, and no service charges its users",
                "add a value to appraisal.values with kind: social."
            ),
            "discounted_charges" when !IsCharged(scenario) => new(
                "no service charges its users",
                "add services.NAME.cost.charges, such as 12%."
            ),
            _ when MeasureCatalogue.Find(measure)!.IsDifference && scenario.Options.Length == 1 => new(
                "the scenario has one option",
                "add an option to hold against it."
            ),
            _ => null,
        };
    }

    private static Missing? OfPlace(Scenario scenario, string measure)
    {
        LocalEconomy[] locals =
        [
            .. Places(scenario)
                .SelectMany(place => place.Organisations.Where(body => place.Services.Any(service => service.Provider == body.Id)))
                .Select(body => body.Local)
                .OfType<LocalEconomy>(),
        ];
        var (has, key) = measure switch
        {
            "local_round_2" or "local_round_3" or "lm3_of_provider" or "lm3" => (locals.Any(local => local.Spends is not null), "spends"),
            "local_jobs" => (locals.Any(local => local.JobsPerMillion is not null), "jobs_per_million"),
            "local_gva" => (locals.Any(local => local.ValueAdded is not null), "gva"),
            "local_output" => (locals.Any(local => local.OutputMultiplier is not null), "output_multiplier"),
            _ => (locals.Length > 0, "in_place"),
        };
        return has
            ? null
            : new($"no provider states local.{key}", $"add organisations.NAME.local.{key} to an organisation that provides a service.");
    }

    private static Population People(Scenario scenario) => scenario.BaselineOption.Place.People;

    private static IEnumerable<Place> Places(Scenario scenario) => scenario.Options.SelectMany(option => option.Places);

    private static IEnumerable<Pool> Pools(Scenario scenario) =>
        Places(scenario).SelectMany(place => place.Governance.Funds).Select(fund => fund.Pool).OfType<Pool>();

    private static IEnumerable<Service> Services(Scenario scenario) => Places(scenario).SelectMany(place => place.Services);

    private static bool IsCharged(Scenario scenario) => Services(scenario).Any(service => service.Cost.IsCharged);

    private static IEnumerable<Organisation> Bodies(Scenario scenario) => Places(scenario).SelectMany(place => place.Organisations);
}
