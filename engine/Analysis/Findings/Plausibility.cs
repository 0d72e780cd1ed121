using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What of a central run looks like a slip of its author rather than a result: each with its numbers, and what to look
/// at.</summary>
/// <remarks>None of it is wrong by itself. A thing is told once, of the first option that shows it, the baseline first.</remarks>
public sealed class Plausibility
{
    // A surplus or a deficit by less than this share of income is a rounding of somebody's plan.
    private const double LeastShare = 0.01;

    // Fewer years are no habit.
    private const int LeastYears = 3;

    // Further off than this is far.
    private const double Far = 0.25;

    // So much a head need not come to what services cost; further off than this it pays for others.
    private const double FarByHead = 0.05;

    // A tenth of a budget that nobody can spend.
    private const double LeastUnspent = 0.1;

    // People in a state become more than so many times as many, or fewer than one part of them, and by a point at least.
    private const double Times = 2.0;
    private const double LeastPoints = 0.01;

    private const double HalfAPenny = 0.005;
    private const double NoContacts = 1e-6;

    // A list longer than this is no longer read.
    private const int MostNamed = 3;

    private readonly Answers answers;
    private readonly Scenario scenario;
    private readonly ImmutableArray<string> years;

    private Plausibility(Answers answers)
    {
        this.answers = answers;
        scenario = answers.Scenario;
        years = [.. Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString())];
    }

    /// <summary>Looks through the answers of a central run.</summary>
    /// <param name="answers">The answers.</param>
    public static IEnumerable<RunFinding> Of(Answers answers)
    {
        var look = new Plausibility(answers);
        return answers
            .Options.OrderByDescending(option => option.Id == answers.Scenario.Baseline)
            .SelectMany(look.Of)
            .Concat(look.OfNumbers())
            .DistinctBy(finding => (finding.Code, finding.Path));
    }

    private IEnumerable<RunFinding> Of(Option option) =>
        [
            .. option.Bodies.SelectMany(organisation => OfOrganisation(option, organisation)),
            .. option.Bodies.SelectMany(organisation => OfDebt(option, organisation)),
            .. option.Bodies.SelectMany(organisation => OfAccount(option, organisation)),
            .. option.Place.Governance.Funds.Where(fund => fund.Pool is not null).SelectMany(fund => OfPool(option, fund)),
            .. option.Place.Governance.Funds.SelectMany(fund => OfProtection(option, fund)),
            .. option.Place.Services.SelectMany(service => OfService(option, service)),
            .. OfSuccession(option),
            .. option.Id == scenario.Baseline ? OfPeople(option) : [],
        ];

    private IEnumerable<RunFinding> OfOrganisation(Option option, Organisation organisation)
    {
        var about = ("organisation", organisation.Id.Name);
        var income = ByYear(option, "income", about);
        var reserves = Plus(ByYear(option, "reserves", about), ByYear(option, "earmarked_reserves", about));
        var path = $"organisations.{organisation.Id}";
        var high = Enumerable.Range(0, years.Length).FirstOrDefault(year => income[year] > 0.0 && reserves[year] > income[year], -1);
        if (high >= 0)
        {
            yield return new RunFinding(
                RunFinding.ReservesAboveIncome,
                path,
                $"with '{option.Id}' {organisation.Title} holds reserves of {Money(reserves[high])} at the end of {years[high]}, more than its income of that year, {Money(income[high])}.",
                "look at its income and at what it spends besides: is a line of spending missing, or does income grow faster than all it pays for?"
            );
        }

        var position = ByYear(option, "position", about);
        var changes = position.Skip(1).Zip(position, (now, before) => now - before).ToArray();
        var isThere = option.Places.All(place => place.Has(organisation.Id));
        if (isThere && changes.Length >= LeastYears - 1 && Always(changes, income) is { } sign)
        {
            yield return new RunFinding(
                RunFinding.SameSignEveryYear,
                path,
                $"with '{option.Id}' {organisation.Title} {(sign > 0 ? "gains" : "loses")} in every year: from {Money(position[0])} of {PositionWords.Of(organisation)} at the end of {years[0]} to {Money(position[^1])} at the end of {years[^1]}.",
                sign > 0
                    ? "look at its income beside what it pays for: who always has money left would spend it."
                    : "look at its income beside what it pays for: who always runs short would cut, or be given more."
            );
        }
    }

    /// <summary>What successors receive and spend is stated for each, and should come to what the bodies before them would have.</summary>
    private IEnumerable<RunFinding> OfSuccession(Option option)
    {
        var succession = option.Place.Governance.Succession;
        var successors = succession.Select(part => option.Place.Organisations.First(body => body.Id == part.Body)).Distinct().ToArray();
        // One that goes on had money of its own, which cannot be told from what it takes on.
        if (option.Change is not { } change || successors.Length == 0 || successors.Any(body => !body.Begins))
        {
            yield break;
        }

        var year = change.From - scenario.Horizon.Start;
        foreach (var measure in (string[])["income", "other_spending"])
        {
            var before = succession.Select(part => part.Ended).Distinct().Sum(body => In(scenario.BaselineOption, body.Name));
            var after = successors.Sum(body => In(option, body.Id.Name));
            if (Math.Abs(after - before) > LeastShare * Math.Abs(before) + HalfAPenny)
            {
                yield return new RunFinding(
                    RunFinding.SuccessorsPart,
                    $"governance.{option.Place.Governance.Id}.succession",
                    $"with '{option.Id}' the {measure.Replace('_', ' ')} of successors comes to {Money(after)} in {years[year]}, and that of the bodies that end to {Money(before)}.",
                    "where that is meant, as of what a reorganisation costs or saves, give it a line of its own; else divide the lines of the bodies that end."
                );
            }

            double In(Option of, string body) => ByYear(of, measure, ("organisation", body))[year];
        }
    }

    /// <summary>Reserves and gaps look well where debt stands beside them, and most of it is paid for after the run.</summary>
    private IEnumerable<RunFinding> OfDebt(Option option, Organisation organisation)
    {
        var about = ("organisation", organisation.Id.Name);
        var (debt, sold) = (ByYear(option, "debt", about)[^1], ByYear(option, "assets_sold", about)[^1]);
        if (organisation.Capitalisation is not null && debt > HalfAPenny)
        {
            yield return new RunFinding(
                RunFinding.DebtOutlastsTheRun,
                $"organisations.{organisation.Id}.capitalisation",
                $"with '{option.Id}' {organisation.Title} owes {Money(debt)} at the end of {years[^1]} for the day-to-day cost of earlier years{(sold > HalfAPenny ? $", and has sold assets of {Money(sold)} for it" : "")}: what is repaid after that is in no year of this run.",
                "compare options by 'position', which counts debt and assets sold, and not by reserves or gaps; state more years to see it paid."
            );
        }
    }

    /// <summary>A council looks sound where its account's deficit does not count; it is told what comes, and when.</summary>
    private IEnumerable<RunFinding> OfAccount(Option option, Organisation account)
    {
        if (account.Account is not { } terms)
        {
            yield break;
        }

        var owner = option.Bodies.First(known => known.Id == terms.Owner);
        var deficit = ByYear(option, "deficit", ("organisation", account.Id.Name));
        var reserves = Plus(
            ByYear(option, "reserves", ("organisation", owner.Id.Name)),
            ByYear(option, "earmarked_reserves", ("organisation", owner.Id.Name)));
        var counts = terms.CountsFrom is { } from ? from - scenario.Horizon.Start : years.Length;
        var last = Math.Min(counts, years.Length) - 1;
        if (last >= 0 && deficit[last] > HalfAPenny)
        {
            yield return new RunFinding(
                RunFinding.DeficitNotCounted,
                $"organisations.{account.Id}",
                $"with '{option.Id}' {account.Title} has a deficit of {Money(deficit[last])} at the end of {years[last]}, which {(counts < years.Length ? $"is {owner.Title}'s to pay from {years[counts]} on" : $"does not count as {owner.Title}'s in this run")}: its own reserves are {Money(reserves[last])} then.",
                "look at the place's position, which counts it from the first day; an owner's reserves and gap do not."
            );
        }
    }

    /// <summary>1 or -1 where all changes are of that sign and more than nothing of income; else null.</summary>
    private static int? Always(double[] changes, double[] income)
    {
        var shares = changes.Select((change, year) => income[year + 1] > 0.0 ? change / income[year + 1] : 0.0).ToArray();
        return shares.All(share => share > LeastShare) ? 1
            : shares.All(share => share < -LeastShare) ? -1
            : null;
    }

    private IEnumerable<RunFinding> OfPool(Option option, Fund fund)
    {
        foreach (var contribution in fund.Pool!.Contributions)
        {
            var partner = option.Bodies.First(known => known.Id == contribution.Partner);
            var services = fund.Pool.BroughtIn.Where(brought => brought.Owner == partner.Id).Select(brought => brought.Service).ToHashSet();
            var paid = Net(option, fund, partner);
            var spent = years
                .Select((_, year) => services.Sum(service => ByYear(option, "payment", ("service", service.Name))[year]))
                .ToArray();
            var path = $"governance.{option.Place.Governance.Id}";
            // Who brings nothing in may well help to pay for what others do, and for no more than that.
            var about = services.Count > 0 ? spent.Sum() : ByYear(option, "payment", ("fund", fund.Id.Name)).Sum();
            if (Math.Abs(paid.Sum() - spent.Sum()) > about + HalfAPenny)
            {
                yield return new RunFinding(
                    RunFinding.TransferAboveServices,
                    $"{path}.funds.{fund.Id}.contributions.{partner.Id}",
                    $"with '{option.Id}' {partner.Title} pays {Money(paid.Sum())} into {fund.Id} over the run, and the services that it brought in cost {Money(spent.Sum())}: the transfer between partners is larger than those services.",
                    "look at what contributions follow, and at which services each partner brings in."
                );
            }

            var contributions = ByYear(option, "contribution", ("organisation", partner.Id.Name), ("fund", fund.Id.Name));
            var year = Array.FindIndex(contributions, amount => amount != 0.0);
            var brought = year < 0 ? 0.0
                : services.Sum(service => ByYear(scenario.BaselineOption, "payment", ("service", service.Name))[year]);
            // What is paid by the head is no sum that was agreed: where it is not scaled it is held to less.
            var far = contribution is { Follow: Follow.People, First: null } ? FarByHead : Far;
            if (year >= 0 && brought > HalfAPenny && Math.Abs(contributions[year] - brought) > far * brought)
            {
                yield return new RunFinding(
                    RunFinding.ContributionFarOff,
                    $"{path}.funds.{fund.Id}.contributions.{partner.Id}.first",
                    $"with '{option.Id}' {partner.Title} pays {Money(contributions[year])} into {fund.Id} in {years[year]}, and the services that it brings in cost {Money(brought)} under '{scenario.Baseline}' in that year.",
                    "look at the first contribution: what was agreed is usually what the services cost."
                );
            }
        }
    }

    /// <summary>[year] what a partner pays a pool, less what it gets back.</summary>
    private double[] Net(Option option, Fund fund, Organisation partner)
    {
        (string, string)[] of = [("organisation", partner.Id.Name), ("fund", fund.Id.Name)];
        return Plus(
            Plus(ByYear(option, "contribution", of), ByYear(option, "risk_share", of)),
            Plus(ByYear(option, "shared_underspend", of), ByYear(option, "ring_fence", of)).Select(amount => -amount).ToArray()
        );
    }

    /// <summary>Years in which a fund gives a class less than it keeps for it, or the class cannot spend it.</summary>
    private IEnumerable<RunFinding> OfProtection(Option option, Fund fund)
    {
        if (fund.StartOfYear.Protect is not { } protect)
        {
            yield break;
        }

        var what = protect.Tier ?? string.Join(" and ", protect.Services);
        var path = $"governance.{option.Place.Governance.Id}.start_of_year.protect";
        var money = ByYear(option, "fund_money", ("fund", fund.Id.Name));
        var gap = ByYear(option, "budgeted_gap", ("fund", fund.Id.Name));
        var budget = Of("budget", _ => true);
        var given = Of("budget", service => service.Duty == Duty.Discretionary);
        var paid = Of("payment", service => service.Duty == Duty.Discretionary);
        var values = new CentralValues(scenario);
        var kept = years
            .Select((_, year) => values.In(protect.Share, scenario.Horizon.YearAt(year)) * Math.Max(money[year], 0.0))
            .ToArray();
        var missed = Enumerable.Range(0, years.Length).FirstOrDefault(
            year => gap[year] <= HalfAPenny && kept[year] - budget[year] > HalfAPenny, -1);
        if (missed >= 0)
        {
            yield return new RunFinding(
                RunFinding.ProtectedNotSpent,
                $"{path}.share",
                $"with '{option.Id}' {Money(kept[missed])} of {fund.Id} are kept for {what} in {years[missed]}, and it has {Money(budget[missed])}.",
                "look at its ceilings, and at what other services have above their floors: one of them stops it."
            );
        }

        var unspent = Enumerable.Range(0, years.Length).FirstOrDefault(year => paid[year] < (1.0 - LeastUnspent) * given[year], -1);
        if (unspent >= 0 && missed < 0)
        {
            yield return new RunFinding(
                RunFinding.ProtectedNotSpent,
                $"{path}.share",
                $"with '{option.Id}' {Money(given[unspent] - paid[unspent])} of the {Money(given[unspent])} that {what} has in {fund.Id} in {years[unspent]} cannot be spent.",
                "look at its capacity, and at who asks for it: money beyond these does nothing."
            );
        }

        double[] Of(string measure, Func<Service, bool> counts) =>
            years
                .Select((_, year) =>
                    option.Place.Services.Where(service => protect.Services.Contains(service.Id) && counts(service))
                        .Sum(service => ByYear(option, measure, ("service", service.Id.Name), ("fund", fund.Id.Name))[year])
                )
                .ToArray();
    }

    private IEnumerable<RunFinding> OfService(Option option, Service service)
    {
        var (asked, delivered) = (Of("asked"), Of("delivered"));
        var (budget, payment, cost) = (Of("budget"), Of("payment"), Of("full_cost"));
        var path = $"services.{service.Id}";
        if (
            asked.Sum() <= NoContacts
            && answers.Options.All(other => ByYear(other, "asked", ("service", service.Id.Name)).Sum() <= NoContacts)
        )
        {
            yield return new RunFinding(
                RunFinding.NobodyAsked,
                path,
                $"nobody asks for '{service.Title}' in any year of any option.",
                "look at its demand: are the need states that ask for it ever reached?"
            );
            yield break;
        }

        if (service is { Duty: Duty.Discretionary, Budget: not null } && Enumerable.Range(0, years.Length).All(Spare))
        {
            yield return new RunFinding(
                RunFinding.CannotBeSpent,
                $"{path}.budget",
                $"with '{option.Id}' {Money(budget.Sum() - payment.Sum())} of the {Money(budget.Sum())} budgeted for '{service.Title}' over the run cannot be spent: all who ask are served.",
                "look at its budget, or at who asks for it: money beyond demand does nothing."
            );
        }

        if (
            service is { Duty: Duty.Statutory, Budget: not null }
            && option.Id == scenario.Baseline
            && budget[0] > HalfAPenny
            && Math.Abs(cost[0] - budget[0]) > Far * budget[0]
        )
        {
            yield return new RunFinding(
                RunFinding.BudgetFarFromCost,
                $"{path}.budget",
                $"'{service.Title}' has a budget of {Money(budget[0])} in {years[0]}, and its activity at unit cost comes to {Money(cost[0])}.",
                "look at its unit cost, its demand and its budget: they come from different places if they do not agree."
            );
        }

        var before = ByYear(scenario.BaselineOption, "asked", ("service", service.Id.Name));
        var averted = Enumerable.Range(0, years.Length).FirstOrDefault(year => before[year] - asked[year] > before[0] + NoContacts, -1);
        if (averted >= 0 && before[0] > NoContacts)
        {
            yield return new RunFinding(
                RunFinding.AvertsMoreThanAsked,
                path,
                $"with '{option.Id}' {Count(before[averted] - asked[averted])} contacts of '{service.Title}' are averted in {years[averted]}, and only {Count(before[0])} were asked in {years[0]} under '{scenario.Baseline}'.",
                "look at the effects on it, and at how demand grows without them: more is averted than was ever seen."
            );
        }

        bool Spare(int year) =>
            budget[year] > HalfAPenny
            && payment[year] < (1.0 - LeastUnspent) * budget[year]
            && asked[year] - delivered[year] <= NoContacts * Math.Max(1.0, asked[year]);

        double[] Of(string measure) => ByYear(option, measure, ("service", service.Id.Name));
    }

    /// <summary>Need states in which the share of people ends far from where it started.</summary>
    private IEnumerable<RunFinding> OfPeople(Option option)
    {
        var states = option
            .Place.People.Need.Select(state => (state.Id, People: ByYear(option, "people", ("need_state", state.Id.Name))))
            .ToArray();
        var all = years.Select((_, year) => states.Sum(state => state.People[year])).ToArray();
        foreach (var (state, people) in states.Where(_ => years.Length > 1 && all[0] > 0.0 && all[^1] > 0.0))
        {
            var (first, last) = (people[0] / all[0], people[^1] / all[^1]);
            if (Math.Abs(last - first) >= LeastPoints && (last > Times * first || first > Times * last))
            {
                yield return new RunFinding(
                    RunFinding.PeopleFarFromStart,
                    "people.moves",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"with '{option.Id}' {last * 100.0:0.#}% of people are '{state}' at the end of {years[^1]}, and {first * 100.0:0.#}% were at the end of {years[0]}."
                    ),
                    "look at the moves between need states: do they hold the shares that are seen today?"
                );
                yield break;
            }
        }
    }

    /// <summary>Numbers of one source that are written alike with the same range, and are drawn apart. What somebody assumed is often a
    /// round number, and no sign that two of them are one figure.</summary>
    private IEnumerable<RunFinding> OfNumbers() =>
        from number in scenario.Numbers
        where number is { Source: not null, Spread: { Low: not null, High: not null } }
        where !scenario.Sources.Any(source => source.IsAssumption && source.Id == number.Source)
        group number by (number.Source, number.Value, number.Spread, number.Unit, Key: number.Name.Split('.')[^1]) into alike
        let names = alike.Select(number => number.DrawnAs).Distinct().ToArray()
        where names.Length > 1
        select new RunFinding(
            RunFinding.SameNumberTwice,
            names[0],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{names.Length} numbers of source '{alike.Key.Source}' are {alike.Key.Value:0.########} with the same range, and are drawn apart: {Listed(names)}."
            ),
            "if they are one quantity, state it once as a factor, or draw them as one: what they do then adds up in every draw."
        );

    private static string Listed(string[] names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "");

    /// <summary>[year] the sum of a measure's rows, nominal where it is money.</summary>
    private double[] ByYear(Option option, string measure, params ReadOnlySpan<(string Column, string Name)> where)
    {
        var sums = new double[years.Length];
        foreach (var row in answers.Rows(option.Id.Name, "", measure))
        {
            if (
                row.Step is not null
                || row.About.PriceBase is not ("" or Headline.Nominal)
                || years.IndexOf(row.Year) is not (>= 0 and var year)
            )
            {
                continue;
            }

            var fits = true;
            foreach (var (column, name) in where)
            {
                fits &= row.About.Text(column) == name;
            }

            sums[year] += fits ? row.Value : 0.0;
        }

        return sums;
    }

    private static double[] Plus(double[] one, double[] other) => [.. one.Zip(other, (first, second) => first + second)];

    private static string Money(double amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{(amount < 0.0 ? "-" : "")}£{Math.Abs(amount):#,0}");

    private static string Count(double contacts) => contacts.ToString("#,0", CultureInfo.InvariantCulture);
}
