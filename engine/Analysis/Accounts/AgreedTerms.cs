using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What an organisation has agreed that stands in no line of its books: shares that are protected, the least that it pays, a
/// corridor, a settlement of several years.</summary>
/// <param name="answers">The answers.</param>
/// <param name="option">The option.</param>
internal sealed class AgreedTerms(Answers answers, Option option)
{
    private readonly CentralValues values = new(answers.Scenario);

    private FinancialYear[] Years { get; } =
        [.. Enumerable.Range(0, answers.Scenario.Horizon.Years).Select(answers.Scenario.Horizon.YearAt)];

    /// <summary>The lines of an organisation: what each is called; [year] GBP of the year, central.</summary>
    /// <param name="body">The organisation.</param>
    public IEnumerable<(string Name, ImmutableArray<double> Values)> Of(Organisation body)
    {
        var own = option.Places.SelectMany(place => place.Governance.Funds).Where(fund => fund.Owner == body.Id).ToArray();
        foreach (var tier in own.Select(fund => fund.StartOfYear.Protect?.Tier).OfType<string>().Distinct())
        {
            yield return ($"Protected: what {tier} is short of its first share, or has (more)", Raided(body.Id.Name, tier));
        }

        foreach (var settlement in own.Select(fund => fund.StartOfYear.BalancesOver).OfType<BalancedYears>().Distinct())
        {
            var last = settlement.From + (settlement.Years - 1);
            var name = $"Planned as one, {settlement.From} to {last}";
            yield return ($"{name}: money for services and pools", InWindow(year => Spendable(body.Id.Name, year)));
            if (settlement.Use is { } use)
            {
                yield return ($"{name}: reserves that may be used in all", InWindow(_ => values.Of(use)));
            }

            ImmutableArray<double> InWindow(Func<FinancialYear, double> of) =>
                ByYear(year => year >= settlement.From && year <= last ? of(year) : 0.0);
        }

        foreach (var pool in Pools().Where(pool => pool.Terms.Any(terms => Contribution(terms, body.Id) is not null)))
        {
            if (pool.Terms.Any(terms => Contribution(terms, body.Id)?.Minimum is not null))
            {
                yield return ($"Least that it pays into pool {pool.Name}{Leaves(pool.Terms, body.Id)}", Least(pool.Name, body.Id));
            }

            if (pool.Terms.Any(terms => terms.Host == body.Id && terms.EndOfYear.Corridor is not null))
            {
                yield return ($"Corridor of pool {pool.Name}: most that it bears or keeps alone", Corridor(pool.Name, body.Id));
            }
        }
    }

    private IEnumerable<(string Name, Pool[] Terms)> Pools() =>
        from fund in option.Places.SelectMany(place => place.Governance.Funds)
        where fund.Pool is not null
        group fund.Pool by fund.Id.Name into pool
        select (pool.Key, pool.ToArray());

    private static Contribution? Contribution(Pool terms, OrganisationId body) =>
        terms.Contributions.FirstOrDefault(paid => paid.Partner == body);

    /// <summary>From when on the least is all that it pays.</summary>
    private static string Leaves(Pool[] terms, OrganisationId body) =>
        terms.Select(pool => Contribution(pool, body)?.Leaves).FirstOrDefault(year => year is not null) is { } leaves
            ? $", and all that it pays from {leaves}"
            : "";

    private ImmutableArray<double> Least(string pool, OrganisationId body) =>
        ByYear(year => InForce(pool, year) is { } terms && Contribution(terms, body)?.Minimum is { } least ? values.In(least, year) : 0.0);

    private ImmutableArray<double> Corridor(string pool, OrganisationId host) => ByYear(year =>
        InForce(pool, year) is { } terms && terms.Host == host && terms.EndOfYear.Corridor is { } share
            ? values.Of(share) * Math.Max(0.0, Sum("contribution", year, row => row.Fund == pool))
            : 0.0);

    private ImmutableArray<double> Raided(string fund, string tier) =>
        ByYear(year => Sum("raided", year, row => row.Fund == fund && row.Tier == tier));

    /// <summary>What a body's own fund divides in a year, and what it pays into pools: that is what a settlement makes even.</summary>
    private double Spendable(string body, FinancialYear year) =>
        Sum("fund_money", year, row => row.Fund == body) + Sum("contribution", year, row => row.Organisation == body);

    private Pool? InForce(string pool, FinancialYear year) =>
        option.PlaceIn(year).Governance.Funds.FirstOrDefault(fund => fund.Id.Name == pool)?.Pool;

    private double Sum(string measure, FinancialYear year, Func<Subject, bool> counts) =>
        answers
            .Rows(option.Id.Name, "", measure)
            .Where(row =>
                row.Step is null && row.About.PriceBase == Headline.Nominal && row.Year == year.ToString() && counts(row.About)
            )
            .Sum(row => row.Value);

    private ImmutableArray<double> ByYear(Func<FinancialYear, double> of) => [.. Years.Select(of)];
}
