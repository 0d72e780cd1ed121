using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>Who leaves a pool does so in a year that is run, after its notice, together with all others who leave; a host stays.</summary>
internal static class PartnersWhoLeave
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (_, arrangement) in draft.Governance)
        {
            foreach (var (name, pool, contribution) in Leaving.Leavers(arrangement))
            {
                var path = $"{arrangement.Path}.pools.{name}.contributions.{contribution.Terms.Partner}";
                CheckYear(draft, arrangement, contribution, path);
                CheckTerms(draft, name, pool, contribution, path);
            }
        }

        foreach (var (name, option) in draft.Options.Where(option => option.Value.From is not null))
        {
            if (draft.Governance.FirstOrDefault(known => known.Value.Id == option.Governance).Value is { } arrangement
                && Leaving.YearOf(arrangement) is { } year)
            {
                draft.Report(
                    Codes.Leaving, $"options.{name}.from", $"'{option.Governance}' takes over later, and a partner leaves it in {year}.",
                    "an arrangement that somebody leaves is in force from the start: leave out from:, or state what comes after as an arrangement of its own.");
            }
        }
    }

    /// <summary>Nobody leaves the arrangement of today.</summary>
    /// <param name="draft">The scenario; takes the problems.</param>
    /// <param name="sides">Its options.</param>
    public static void CheckToday(Draft draft, ImmutableArray<Side> sides)
    {
        if (sides.FirstOrDefault(side => side.Option.Id == draft.Baseline)?.Draft.BaselineArrangement is { } today)
        {
            foreach (var (name, _, contribution) in Leaving.Leavers(today))
            {
                draft.Report(
                    Codes.Leaving, $"{today.Path}.pools.{name}.contributions.{contribution.Terms.Partner}.leaves",
                    $"'{contribution.Terms.Partner}' leaves the baseline, which says what is so today.",
                    "let it leave in an option, with set: or by an arrangement of its own.");
            }
        }
    }

    private static void CheckYear(Draft draft, ReadArrangement arrangement, ReadContribution contribution, string path)
    {
        var (partner, year) = (contribution.Terms.Partner, contribution.Terms.Leaves!.Value);
        if (draft.Horizon is { } horizon)
        {
            var last = horizon.YearAt(horizon.Years - 1);
            if (year <= horizon.Start || year > last)
            {
                draft.Report(
                    Codes.Leaving, $"{path}.leaves", $"'{partner}' leaves in {year}, and the run goes from {horizon.Start} to {last}.",
                    "who leaves was there for a year of the run.");
            }
            else if (year - horizon.Start < contribution.Notice)
            {
                draft.Report(
                    Codes.Leaving, $"{path}.leaves", $"'{partner}' leaves in {year}, before its notice from the start of the run is over.",
                    "name a later year, or a shorter notice.");
            }
        }

        if (Leaving.YearOf(arrangement) is { } first && year != first)
        {
            draft.Report(
                Codes.Leaving, $"{path}.leaves", $"'{partner}' leaves in {year}, and another partner in {first}.",
                "all who leave do so in one year.");
        }
    }

    private static void CheckTerms(Draft draft, string name, ReadPool pool, ReadContribution contribution, string path)
    {
        var partner = contribution.Terms.Partner;
        if (pool.Host == partner)
        {
            draft.Report(Codes.Leaving, $"{path}.leaves", $"'{partner}' is the host of '{name}', and leaves it.", "name another host.");
        }

        var owners = ArrangementBuilder.Owners(pool, draft);
        foreach (var service in contribution.Stays.Where(service => owners.TryGetValue(service, out var owner) && owner != partner))
        {
            draft.Report(
                Codes.Leaving, $"{path}.stays", $"'{service}' was not brought in by '{partner}'.", "what others brought in stays anyway.");
        }

        var shares = pool.Overspend?.By ?? [];
        if (contribution.Terms.Minimum is null && shares.Any(share => share.Partner == partner && share.Share.Value > 0.0))
        {
            draft.Report(
                Codes.Leaving, $"{path}.leaves", $"'{partner}' leaves '{name}' without a minimum, and has a stated share of its overspends.",
                "leave out overspend.by, so that each bears by what it pays, or state a minimum.");
        }
    }
}
