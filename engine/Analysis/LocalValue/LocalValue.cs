using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What becomes in the place of what providers are paid: whom it goes to, how it goes round, jobs and value added.</summary>
/// <remarks>
/// <para><b>Meaning.</b> LM3 is what goes round in three rounds for each pound paid: the payment, what the provider spends in the place,
/// and what its staff and suppliers spend there again. None of it is a posting, and none is added to any cost or saving.</para>
/// <para><b>Source.</b> LM3 as the New Economics Foundation defines it: between 1 and 3.</para>
/// </remarks>
internal sealed class LocalValue
{
    private readonly Option option;
    private readonly Deflator deflator;
    private readonly CentralValues values;
    private readonly ImmutableArray<string> years;
    private readonly ILookup<(string Provider, string Year), double> payments;

    /// <summary>Prepares to read an option.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option.</param>
    /// <param name="deflator">Carries payments to the prices in which jobs are stated.</param>
    /// <param name="observed">All nominal rows of the option.</param>
    public LocalValue(Scenario scenario, Option option, Deflator deflator, IEnumerable<Observation> observed)
    {
        this.option = option;
        this.deflator = deflator;
        values = new CentralValues(scenario);
        years = [.. Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString())];
        payments = observed
            .Where(row => row.About.Measure == "payment" && row.Step is null)
            .ToLookup(row => (row.About.Provider, row.Year), row => row.Value);
    }

    /// <summary>The rows of all years; none where no organisation says anything of the place.</summary>
    public IEnumerable<Observation> Rows()
    {
        var providers = option
            .Bodies.Where(organisation =>
                option.Places.Any(place => place.Services.Any(service => place.ProviderOf(service) == organisation.Id))
            )
            .ToArray();
        if (providers.All(provider => provider.Local is null))
        {
            yield break;
        }

        for (var year = 0; year < years.Length; year++)
        {
            foreach (var row in providers.SelectMany(provider => OfProvider(provider, year)).Concat(OfPlace(providers, year)))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<Observation> OfProvider(Organisation provider, int year)
    {
        var paid = Paid(provider, year);
        yield return Row(provider, KindOf(provider.Kind), MeasureEntry.Money, year, paid);
        if (provider.Local is not { } local)
        {
            yield break;
        }

        yield return Row(provider, local.InPlace ? "paid_in_place" : "paid_elsewhere", MeasureEntry.Money, year, paid);
        if (local.Spends is not null)
        {
            yield return Row(provider, "local_round_2", MeasureEntry.Money, year, paid * Second(local));
            yield return Row(provider, "local_round_3", MeasureEntry.Money, year, paid * Third(local));
            yield return Row(provider, "lm3_of_provider", "ratio", year, 1.0 + Second(local) + Third(local));
        }

        if (local.JobsPerMillion is { } jobs)
        {
            yield return Row(provider, "local_jobs", "jobs", year, deflator.Real(paid, year) / 1e6 * values.Of(jobs));
        }

        if (local.ValueAdded is { } added)
        {
            yield return Row(provider, "local_gva", MeasureEntry.Money, year, paid * values.Of(added));
        }

        if (local.OutputMultiplier is { } multiplier)
        {
            yield return Row(provider, "local_output", MeasureEntry.Money, year, paid * values.Of(multiplier));
        }
    }

    /// <summary>Shares and ratios of the whole place; of those providers alone that state what they rest on.</summary>
    private IEnumerable<Observation> OfPlace(Organisation[] providers, int year)
    {
        var placed = providers.Where(provider => provider.Local is not null).ToArray();
        if (placed.Sum(provider => Paid(provider, year)) is > 0.0 and var all)
        {
            yield return Row(
                null,
                "share_in_place",
                "share",
                year,
                placed.Where(provider => provider.Local!.InPlace).Sum(provider => Paid(provider, year)) / all
            );
        }

        var going = placed.Where(provider => provider.Local!.Spends is not null).ToArray();
        if (going.Sum(provider => Paid(provider, year)) is > 0.0 and var first)
        {
            var rounds = going.Sum(provider => Paid(provider, year) * (1.0 + Second(provider.Local!) + Third(provider.Local!)));
            yield return Row(null, "lm3", "ratio", year, rounds / first);
        }
    }

    private double Paid(Organisation provider, int year) => payments[(provider.Id.Name, years[year])].Sum();

    private double Second(LocalEconomy local) => values.Of(local.Spends!);

    private double Third(LocalEconomy local) => local.Respends is { } respends ? Second(local) * values.Of(respends) : 0.0;

    private static string KindOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Voluntary => "paid_to_voluntary",
        OrganisationKind.Private => "paid_to_private",
        OrganisationKind.Council
        or OrganisationKind.NhsCommissioner
        or OrganisationKind.NhsProvider
        or OrganisationKind.RingFencedAccount => "paid_to_public",
    };

    private Observation Row(Organisation? provider, string measure, string unit, int year, double value) =>
        new(
            new Subject
            {
                Option = option.Id.Name,
                Measure = measure,
                Provider = provider?.Id.Name ?? "",
                Unit = unit,
            },
            years[year],
            null,
            value == 0.0 ? 0.0 : value
        );
}
