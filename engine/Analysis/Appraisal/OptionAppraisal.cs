using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>The present cost of one option to the public purse, and the quality-adjusted life years that go with it.</summary>
/// <remarks>
/// <para><b>Cost.</b> What leaves the public purse: what public bodies and pools pay to others, and what public providers spend less what
/// they are paid by others and by users. What one public body pays to another is no cost of the whole.</para>
/// <para><b>Units.</b> GBP in the prices of the scenario's base year.</para>
/// </remarks>
internal sealed class OptionAppraisal
{
    /// <summary>What of a surplus services do not explain is nothing below half a penny.</summary>
    public const double HalfAPenny = 0.005;

    private readonly Option option;
    private readonly Deflator deflator;
    private readonly ImmutableArray<string> years;
    private readonly Dictionary<string, int> rowOf;
    private readonly Discounter money;
    private readonly Discounter health;
    private readonly HashSet<string> publicBodies;

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

    /// <summary>The appraisal's own rows: discounted cost by year, net present cost, discounted life years.</summary>
    /// <param name="rows">All nominal rows of the option.</param>
    public List<Observation> Of(List<Observation> rows)
    {
        var costs = new Dictionary<Subject, double[]>();
        var lives = new Dictionary<Subject, double>();
        foreach (var row in rows.Concat(BreakChargesReceived(rows)))
        {
            if (row.About.Measure == "quality_adjusted_life_years" && health.Takes(row))
            {
                var about = row.About with { Measure = "discounted_quality_adjusted_life_years" };
                lives[about] = lives.GetValueOrDefault(about) + (row.Value * health.FactorOf(row, rowOf[row.Year]));
            }
            else if (WeightOf(row.About) is not 0 and var weight && money.Takes(row))
            {
                var year = rowOf[row.Year];
                if (!costs.TryGetValue(LineOf(row.About), out var line))
                {
                    costs[LineOf(row.About)] = line = new double[years.Length];
                }

                line[year] += weight * deflator.Real(row.Value, year) * money.FactorOf(row, year);
            }
        }

        return [.. costs.SelectMany(line => Rows(line.Key, line.Value)), .. lives.Select(life => new Observation(life.Key, "", null, life.Value))];
    }

    /// <summary>Whether what an organisation spends comes out of the public purse.</summary>
    private static bool IsPublic(Organisation organisation) =>
        organisation.Kind is OrganisationKind.Council or OrganisationKind.NhsCommissioner or OrganisationKind.NhsProvider;

    /// <summary>Whether an organisation, by name, is a public body.</summary>
    public bool IsPublicBody(string organisation) => publicBodies.Contains(organisation);

    /// <summary>How a row counts towards the cost to the public purse: 1, 0 or -1.</summary>
    public int WeightOf(Subject about) => about.Measure switch
    {
        "payment" => (IsPaidPublicly(about) ? 1 : 0) - (publicBodies.Contains(about.Provider) ? 1 : 0),
        "provider_cost" => publicBodies.Contains(about.Provider) ? 1 : 0,
        "charges" => publicBodies.Contains(about.Provider) ? -1 : 0,
        "break_charge" or "transaction_cost" => IsPaidPublicly(about) ? 1 : 0,
        "other_spending" => publicBodies.Contains(about.Organisation) ? 1 : 0,
        "set_up" or "running" => 1,
        _ => 0,
    };

    /// <summary>What public providers get for contracts that are broken, as costs below 0: of their surplus what their services do not explain.</summary>
    private IEnumerable<Observation> BreakChargesReceived(List<Observation> rows)
    {
        foreach (var surplus in rows.Where(row => row.About.Measure == "provider_surplus" && publicBodies.Contains(row.About.Organisation)))
        {
            var ofServices = rows.Where(row => row.Step is null && row.Year == surplus.Year && row.About.Provider == surplus.About.Organisation)
                .Sum(row => SignInSurplus(row.About.Measure) * row.Value);
            if (surplus.Value - ofServices > HalfAPenny)
            {
                yield return surplus with { About = surplus.About with { Measure = "break_charge" }, Value = ofServices - surplus.Value };
            }
        }
    }

    /// <summary>How a measure of a service counts towards its provider's surplus: 1, 0 or -1.</summary>
    public static double SignInSurplus(string measure) => measure switch { "payment" or "charges" => 1.0, "provider_cost" => -1.0, _ => 0.0 };

    /// <summary>Whether a public body or a pool pays.</summary>
    private bool IsPaidPublicly(Subject about) => about.Organisation.Length == 0 || publicBodies.Contains(about.Organisation);

    /// <summary>What a cost belongs to: a service, whoever pays for it; a pool; or an organisation.</summary>
    public Subject LineOf(Subject about) => about.Service.Length > 0
        ? new Subject
        {
            Option = option.Id.Name,
            Measure = "discounted_cost",
            Provider = option.Place.Services.First(service => service.Id.Name == about.Service).Provider.Name,
            Service = about.Service,
            Tier = about.Tier,
            Unit = MeasureEntry.Money,
        }
        : about with { Measure = "discounted_cost" };

    private IEnumerable<Observation> Rows(Subject about, double[] line)
    {
        for (var year = 0; year < years.Length; year++)
        {
            yield return new Observation(about, years[year], null, line[year]);
        }

        yield return new Observation(about with { Measure = "net_present_cost" }, "", null, line.Sum());
    }
}
