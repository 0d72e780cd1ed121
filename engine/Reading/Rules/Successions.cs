using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Bodies that end pass what they have to others of their kind, and no arrangement names a body that is not there.</summary>
internal static class Successions
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (_, arrangement) in draft.Governance)
        {
            foreach (var (ended, successors) in arrangement.Succession.Passes)
            {
                CheckBodies(draft, arrangement, ended, [.. successors.Select(successor => successor.Body)]);
                CheckProviders(draft, arrangement, ended, [.. successors.Select(successor => successor.Body)]);
            }

            CheckProvided(draft, arrangement);
            CheckAbsent(draft, arrangement);
        }

        foreach (var (_, service) in draft.Services.Where(service => Body(draft, service.Value.Service.Provider) is { Begins: true }))
        {
            Report(
                draft, $"services.{service.Service.Id}.provider", $"'{service.Service.Provider}' begins later, and nobody else provides '{service.Service.Id}' until then.",
                "name who provides it today, and the successor under succession.provides.");
        }

        foreach (var (name, option) in draft.Options)
        {
            CheckOption(draft, name, option);
        }
    }

    /// <summary>An arrangement under which a body ends takes over in a year after the first.</summary>
    private static void CheckOption(Draft draft, string name, ReadOption option)
    {
        var arrangement = draft.Governance.FirstOrDefault(known => known.Value.Id == option.Governance).Value;
        if (arrangement is null || arrangement.Succession.Passes.IsEmpty)
        {
            return;
        }

        var ended = arrangement.Succession.Ended.First();
        if (option.Id == draft.Baseline)
        {
            Report(
                draft, $"options.{name}.governance", $"'{ended}' ends under '{option.Governance}', and the baseline says what is so today.",
                "let it end in an option.");
        }
        else if (draft.Horizon is { } horizon && (option.From is not { } from || from <= horizon.Start))
        {
            Report(
                draft, $"options.{name}.governance", $"'{ended}' ends under '{option.Governance}', and has to be there for a year of the run.",
                $"write from: {horizon.YearAt(1)}, or a later year.");
        }
    }

    private static void CheckBodies(Draft draft, ReadArrangement arrangement, OrganisationId ended, OrganisationId[] successors)
    {
        var path = $"{arrangement.Path}.succession.passes.{ended}";
        if (Body(draft, ended) is not { } body)
        {
            return;
        }

        if (body.Begins)
        {
            Report(draft, path, $"'{ended}' begins later, and cannot end.", "name the body that is there today.");
        }

        foreach (var successor in successors.Select(name => Body(draft, name)).OfType<Organisation>())
        {
            var at = $"{path}.{successor.Id}";
            if (arrangement.Succession.Ended.Contains(successor.Id))
            {
                Report(draft, at, $"'{successor.Id}' ends itself.", "name a body that goes on, or one that begins.");
            }
            else if (successor.Kind != body.Kind)
            {
                Report(
                    draft, at,
                    $"'{ended}' is of kind {Kind(body)}, and '{successor.Id}' of kind {Kind(successor)}.",
                    "a body passes what it has to others of its kind.");
            }
            else if (body.Capitalisation is not null && successor.Capitalisation is null)
            {
                Report(
                    draft, at, $"'{ended}' may owe debt, and '{successor.Id}' states nothing of it.",
                    $"write organisations.{successor.Id}.capitalisation, with limit: £0 where no more may be drawn.");
            }
        }

        foreach (var (_, account) in draft.Organisations.Where(known => known.Value.Account?.Owner == ended && !known.Value.Begins))
        {
            if (!arrangement.Succession.Ended.Contains(account.Id))
            {
                Report(
                    draft, path, $"'{ended}' ends, and the account '{account.Id}' that it owns does not.",
                    "pass it on to accounts of the successors.");
            }
        }
    }

    /// <summary>What a body provides that ends goes to one successor, which can be told.</summary>
    private static void CheckProviders(Draft draft, ReadArrangement arrangement, OrganisationId ended, OrganisationId[] successors)
    {
        var payers = arrangement.Payers(draft.ServiceIds);
        var stated = arrangement.Succession.Provides.SelectMany(body => body.Value).ToHashSet();
        foreach (var service in draft.Services.Select(service => service.Value.Service).Where(service => service.Provider == ended))
        {
            var payer = payers[service.Id].FirstOrDefault().Name;
            if (arrangement.Pools.FirstOrDefault(pool => pool.Key == payer).Value is { } pool)
            {
                payer = ArrangementBuilder.Owners(pool, draft).GetValueOrDefault(service.Id).Name;
            }

            if (successors.Length > 1 && !stated.Contains(service.Id) && successors.All(body => body.Name != payer))
            {
                Report(
                    draft, $"{arrangement.Path}.succession", $"'{ended}' provides '{service.Id}' and ends, and none of its successors pays for it.",
                    "say who provides it under provides.");
            }
        }
    }

    private static void CheckProvided(Draft draft, ReadArrangement arrangement)
    {
        foreach (var (provider, services) in arrangement.Succession.Provides)
        {
            foreach (var service in services)
            {
                var ended = draft.Service(service)?.Provider;
                if (ended is { } body
                    && arrangement.Succession.Successors.All(successor => successor.Ended != body || successor.Body != provider))
                {
                    Report(
                        draft, $"{arrangement.Path}.succession.provides.{provider}", $"'{service}' is provided by '{body}', from which nothing passes to '{provider}'.",
                        "name services of bodies that end whose successor it is.");
                }
            }
        }
    }

    /// <summary>No arrangement names a body that has ended, or that has not begun.</summary>
    private static void CheckAbsent(Draft draft, ReadArrangement arrangement)
    {
        var there = arrangement.Succession.Successors.Select(successor => successor.Body).ToHashSet();
        var ended = arrangement.Succession.Ended.ToHashSet();
        foreach (var (body, path) in Named(draft, arrangement).Distinct())
        {
            if (ended.Contains(body))
            {
                Report(draft, path, $"'{body}' ends under '{arrangement.Id}', and is named in it.", "name a successor.");
            }
            else if (Body(draft, body) is { Begins: true } && !there.Contains(body))
            {
                Report(
                    draft, path, $"'{body}' is not there under '{arrangement.Id}': it begins with a succession.",
                    $"say under {arrangement.Path}.succession what passes to it.");
            }
        }
    }

    private static IEnumerable<(OrganisationId Body, string Path)> Named(Draft draft, ReadArrangement arrangement)
    {
        foreach (var fund in arrangement.Pays.Where(fund => !arrangement.PaidBy(fund.Key, draft.ServiceIds).IsEmpty))
        {
            yield return (new(fund.Key.Name), $"{arrangement.Path}.pays.{fund.Key}");
        }

        foreach (var fund in arrangement.Funds)
        {
            yield return (new(fund.Key.Name), $"{arrangement.Path}.funds.{fund.Key}");
        }

        foreach (var (name, pool) in arrangement.Pools)
        {
            var path = $"{arrangement.Path}.pools.{name}";
            yield return (pool.Host, $"{path}.host");
            foreach (var partner in pool.Contributions)
            {
                yield return (partner.Key, $"{path}.contributions.{partner.Key}");
            }

            var owners = ArrangementBuilder.Owners(pool, draft);
            foreach (var service in arrangement.PaidBy(new(name), draft.ServiceIds).Where(owners.ContainsKey))
            {
                yield return (owners[service], pool.BroughtIn.IsEmpty ? path : $"{path}.brought_in.{owners[service]}");
            }

            foreach (var fenced in pool.RingFenced)
            {
                yield return (fenced.Value, $"{path}.ring_fence.{fenced.Key}");
            }
        }
    }

    private static Organisation? Body(Draft draft, OrganisationId id) =>
        draft.Organisations.FirstOrDefault(known => known.Value.Id == id).Value;

    private static string Kind(Organisation body) => Snake.Of(body.Kind.ToString());

    private static void Report(Draft draft, string path, string problem, string? hint = null) =>
        draft.Report(Codes.Succession, path, problem, hint);
}
