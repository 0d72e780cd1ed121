using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>The present cost of one option to the public purse and to users, and the quality-adjusted life years that go with it.</summary>
/// <remarks>
/// <para><b>Cost.</b> What leaves the public purse: what public bodies and pools pay to others, and what public providers spend less what
/// they are paid by others and by users. What one public body pays to another is no cost of the whole.</para>
/// <para><b>Units.</b> GBP in the prices of the scenario's base year.</para>
/// </remarks>
internal sealed class OptionAppraisal
{
    /// <summary>Measure of what the public purse pays in a year.</summary>
    public const string OfPublic = "discounted_cost";

    /// <summary>Measure of what users are charged in a year.</summary>
    public const string OfUsers = "discounted_charges";

    private readonly Option option;
    private readonly Deflator deflator;
    private readonly ImmutableArray<string> years;
    private readonly Dictionary<string, int> rowOf;
    private readonly Discounter money;
    private readonly Discounter health;
    private readonly HashSet<string> publicBodies;
    private readonly Dictionary<Subject, ImmutableArray<(Subject Line, int Weight)>> counts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Prepares to appraise.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="option">The option.</param>
    /// <param name="deflator">Turns nominal into real values.</param>
    public OptionAppraisal(Scenario scenario, Appraisal terms, Option option, Deflator deflator)
    {
        this.option = option;
        this.deflator = deflator;
        years = [.. Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString())];
        rowOf = years.Select((year, row) => (year, row)).ToDictionary(entry => entry.year, entry => entry.row);
        money = new Discounter(scenario.Horizon, terms.Discounting, terms.Money);
        health = new Discounter(scenario.Horizon, terms.Discounting, terms.Health);
        publicBodies = [.. option.Place.Organisations.Where(IsPublic).Select(organisation => organisation.Id.Name)];
    }

    /// <summary>The appraisal's own rows: discounted cost and charges by year, net present cost, discounted life years.</summary>
    /// <param name="rows">All nominal rows of the option.</param>
    public List<Observation> Of(List<Observation> rows)
    {
        var costs = new Dictionary<Subject, double[]>();
        var lives = new Dictionary<Subject, double>();
        foreach (var row in rows)
        {
            if (row.About.Measure == "quality_adjusted_life_years" && health.Takes(row))
            {
                var about = row.About with { Measure = "discounted_quality_adjusted_life_years" };
                lives[about] = lives.GetValueOrDefault(about) + (row.Value * health.FactorOf(row, rowOf[row.Year]));
            }
            else if (CountsOf(row.About) is { IsEmpty: false } counted && money.Takes(row))
            {
                var year = rowOf[row.Year];
                foreach (var (line, weight) in counted)
                {
                    if (!costs.TryGetValue(line, out var amounts))
                    {
                        costs[line] = amounts = new double[years.Length];
                    }

                    amounts[year] += weight * deflator.Real(row.Value, year) * money.FactorOf(row, year);
                }
            }
        }

        return
        [
            .. costs.SelectMany(line => Rows(line.Key, line.Value)),
            .. lives.Select(life => new Observation(life.Key, "", null, life.Value)),
        ];
    }

    /// <summary>The lines in which a row counts, with its weight in each: a cost of the public purse, or what users are charged; none for
    /// most rows.</summary>
    /// <param name="about">What the row is about; the same subject for a whole series.</param>
    public ImmutableArray<(Subject Line, int Weight)> CountsOf(Subject about)
    {
        if (!counts.TryGetValue(about, out var known))
        {
            var ofPublic = PublicWeightOf(about);
            var ofUsers = about.Measure == "charges" && IsCharged(about.Service);
            counts[about] = known =
            [
                .. ofPublic != 0 ? [(LineOf(about), ofPublic)] : ImmutableArray<(Subject, int)>.Empty,
                .. ofUsers ? [(LineOf(about) with { Measure = OfUsers }, 1)] : ImmutableArray<(Subject, int)>.Empty,
            ];
        }

        return known;
    }

    /// <summary>Whether what an organisation spends comes out of the public purse.</summary>
    private static bool IsPublic(Organisation organisation) =>
        organisation.IsPublic;

    /// <summary>How a row counts towards the cost to the public purse: 1, 0 or -1.</summary>
    private int PublicWeightOf(Subject about) => about.Measure switch
    {
        "payment" or "break_charge" => (IsPaidPublicly(about) ? 1 : 0) - (publicBodies.Contains(about.Provider) ? 1 : 0),
        "provider_cost" => publicBodies.Contains(about.Provider) ? 1 : 0,
        "charges" => publicBodies.Contains(about.Provider) ? -1 : 0,
        "transaction_cost" => IsPaidPublicly(about) ? 1 : 0,
        "other_spending" => publicBodies.Contains(about.Organisation) ? 1 : 0,
        "set_up" or "running" => 1,
        _ => 0,
    };

    /// <summary>Whether a public body or a pool pays.</summary>
    private bool IsPaidPublicly(Subject about) => about.Organisation.Length == 0 || publicBodies.Contains(about.Organisation);

    /// <summary>Whether users are charged for a service.</summary>
    private bool IsCharged(string service) => option.Place.Services.First(known => known.Id.Name == service).Cost.IsCharged;

    /// <summary>What a cost belongs to: a service, whoever pays for it; the fund that breaks and lets contracts, or is set up and run; or
    /// an organisation.</summary>
    private Subject LineOf(Subject about) => about.Measure switch
    {
        "payment" or "provider_cost" or "charges" => Line() with
        {
            Provider = option.Place.ProviderOf(option.Place.Services.First(service => service.Id.Name == about.Service)).Name,
            Service = about.Service,
            Tier = about.Tier,
        },
        _ => Line() with { Organisation = about.Organisation, Fund = about.Fund },
    };

    private Subject Line() => new() { Option = option.Id.Name, Measure = OfPublic, Unit = MeasureEntry.Money };

    private IEnumerable<Observation> Rows(Subject about, double[] line)
    {
        for (var year = 0; year < years.Length; year++)
        {
            yield return new Observation(about, years[year], null, line[year]);
        }

        if (about.Measure == OfPublic)
        {
            yield return new Observation(about with { Measure = "net_present_cost" }, "", null, line.Sum());
        }
    }
}
