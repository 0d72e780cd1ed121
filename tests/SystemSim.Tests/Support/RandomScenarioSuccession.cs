using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Bodies of a random scenario that end when an arrangement takes over: one into one or two, two into one.</summary>
internal sealed class RandomScenarioSuccession(RandomScenarioNumbers numbers)
{
    private readonly List<Organisation> begun = [];
    private readonly List<Successor> succession = [];
    private readonly HashSet<OrganisationId> merged = [];
    private Option option = null!;

    /// <summary>The scenario, with bodies that end and begin in one of its options where there is one that takes over later.</summary>
    public Scenario Reorganise(Scenario scenario)
    {
        var later = scenario.Options
            .Where(known => known.Change is { } change && change.Before.Governance.Id != known.Place.Governance.Id).ToList();
        if (later.Count == 0)
        {
            return scenario;
        }

        option = numbers.PickAside(later);
        if (!Merge())
        {
            Split(numbers.PickAside(option.Place.Organisations));
        }

        return scenario with
        {
            Options = [.. scenario.Options.Select(known => Of(known, ReferenceEquals(known, option)))],
            Numbers = [.. numbers.All],
        };
    }

    private Option Of(Option known, bool ends) => known with
    {
        Place = Of(known.Place, ends),
        Change = known.Change is { } change ? change with { Before = Of(change.Before, ends: false) } : null,
    };

    /// <summary>Two bodies, now of one kind, become one: a new body, or one of them.</summary>
    private bool Merge()
    {
        var bodies = option.Place.Organisations.Where(body => body.Kind != OrganisationKind.Council && !IsAccount(body)).ToList();
        if (bodies.Count < 2)
        {
            return false;
        }

        var first = numbers.PickAside(bodies);
        var second = numbers.PickAside([.. bodies.Where(body => body.Id != first.Id)]);
        if (option.Place.Governance.Funds.Any(fund => IsPartner(fund, first.Id) && IsPartner(fund, second.Id))
            || (GivesAll(first.Id) && GivesAll(second.Id)))
        {
            return false;
        }

        merged.UnionWith([first.Id, second.Id]);
        if ((first.Capitalisation is null || second.Capitalisation is not null) && numbers.AsideOften(0.55))
        {
            succession.Add(new(first.Id, second.Id, Share(first.Id, second.Id, 1.0)));
            return true;
        }

        var union = Begin("union", first with { Capitalisation = first.Capitalisation ?? second.Capitalisation }, 1.0);
        succession.Add(new(first.Id, union, Share(first.Id, union, 1.0)));
        succession.Add(new(second.Id, union, Share(second.Id, union, 1.0)));
        return true;
    }

    /// <summary>One body becomes one or two others; the accounts that it owns go with it.</summary>
    private void Split(Organisation body)
    {
        if (IsAccount(body))
        {
            body = option.Place.Organisations[0];
        }

        var share = numbers.AsideOften(0.3) ? 1.0 : 0.2 + (0.6 * numbers.Aside.NextDouble());
        List<OrganisationId> heirs = [Begin("north", body, share)];
        if (share < 1.0)
        {
            heirs.Add(Begin("south", body, 1.0 - share));
        }

        Pass(body.Id, heirs, share);
        foreach (var account in option.Place.Organisations.Where(known => known.Account?.Owner == body.Id))
        {
            List<OrganisationId> accounts =
            [
                .. heirs.Select((heir, row) => Begin(
                    $"{account.Id}_{heir}",
                    account with { Account = account.Account! with { Owner = heir } },
                    row == 0 ? share : 1.0 - share)),
            ];
            Pass(account.Id, accounts, share);
        }
    }

    private void Pass(OrganisationId ended, List<OrganisationId> heirs, double share)
    {
        foreach (var (row, heir) in heirs.Index())
        {
            succession.Add(new(ended, heir, Share(ended, heir, row == 0 ? share : 1.0 - share)));
        }
    }

    private Quantity Share(OrganisationId ended, OrganisationId heir, double share) =>
        numbers.Exactly($"governance.{option.Place.Governance.Id}.succession.passes.{ended}.{heir}", share);

    /// <summary>A body like another, with so much of its money, and something of its own.</summary>
    private OrganisationId Begin(string name, Organisation like, double share)
    {
        var path = $"organisations.{name}";
        var income = like.Income.Sum(line => line.Amount.Points[0].Value.Value);
        var other = like.OtherSpending.Sum(line => line.Amount.Points[0].Value.Value);
        var size = Math.Max(income, 100_000.0);
        var years = numbers.Horizon.Years - (option.Change!.From - numbers.Horizon.Start);
        var body = like with
        {
            Id = new(name),
            Title = name,
            Begins = true,
            Kind = merged.Contains(like.Id) ? OrganisationKind.Voluntary : like.Kind,
            Income = like.Income.IsEmpty ? [] : [new("line_0", numbers.Money($"{path}.income.line_0", share * income))],
            OtherSpending = like.OtherSpending.IsEmpty
                ? []
                : [new() { Name = "rest", Amount = numbers.Money($"{path}.other_spending.rest", share * other) }],
            OneOffs = numbers.AsideOften(0.3)
                ?
                [
                    new()
                    {
                        Name = "systems",
                        Amount = numbers.Number($"{path}.one_offs.systems.amount", 0.02 * size * numbers.Aside.NextDouble()),
                        Year = option.Change.From + numbers.Aside.Next(years),
                        RepaidOver = numbers.AsideOften(0.5) ? 2 : null,
                    },
                ]
                : [],
            Reserves = like.Reserves is { } reserves ? Reserves($"{path}.reserves", reserves, size) : null,
            BroughtForward = numbers.AsideOften(0.3) ? numbers.Number($"{path}.brought_forward", 0.03 * size * numbers.Aside.NextDouble()) : null,
            Capitalisation = like.Capitalisation is { } support
                ? support with { OpeningDebt = numbers.AsideOften(0.4) ? Debt($"{path}.capitalisation.opening_debt", size) : null }
                : null,
        };
        begun.Add(body);
        return body.Id;
    }

    private OpeningDebt Debt(string path, double size) => new()
    {
        Amount = numbers.Number($"{path}.amount", 0.05 * size * numbers.Aside.NextDouble()),
        YearsLeft = numbers.PickAside(1, 3, 12),
        Rate = numbers.Number($"{path}.rate", 0.06 * numbers.Aside.NextDouble()),
    };

    private Reserves Reserves(string path, Reserves like, double size) => new()
    {
        General = numbers.Number($"{path}.general", numbers.AsideOften(0.5) ? 0.0 : 0.05 * size * numbers.Aside.NextDouble()),
        Floor = like.Floor,
        Planned = like.Planned,
        Earmarked =
        [
            .. like.Earmarked.Where(_ => numbers.AsideOften(0.6)).Select(reserve => reserve with
            {
                Amount = numbers.Number($"{path}.earmarked.{reserve.Name}.amount", 0.01 * size * numbers.Aside.NextDouble()),
            }),
        ],
    };

    private Place Of(Place place, bool ends) => place with
    {
        Organisations =
        [
            .. place.Organisations.Select(body => merged.Contains(body.Id) ? body with { Kind = OrganisationKind.Voluntary } : body),
            .. begun,
        ],
        Governance = ends ? After(place) : Before(place.Governance),
    };

    private Arrangement Before(Arrangement arrangement) => arrangement with
    {
        Absent = [.. begun.Select(body => body.Id)],
        Funds = [.. With(arrangement.Funds, _ => [])],
    };

    private IEnumerable<Fund> With(ImmutableArray<Fund> funds, Func<OrganisationId, ImmutableArray<ServiceId>> pays) =>
        [
            .. funds.Where(fund => fund.Owner is not null),
            .. begun.Select(body => Own(body.Id, pays(body.Id), funds)),
            .. funds.Where(fund => fund.Owner is null),
        ];

    /// <summary>A fund of a body that begins, which goes on as that of a body before it.</summary>
    private Fund Own(OrganisationId body, ImmutableArray<ServiceId> pays, ImmutableArray<Fund> funds)
    {
        var ended = succession.First(part => part.Body == body).Ended;
        var before = funds.First(fund => fund.Owner == ended);
        return before with
        {
            Id = new(body.Name),
            Owner = body,
            Pays = pays,
            StartOfYear = RandomScenarioLeaving.Fitting(before.StartOfYear, pays),
        };
    }

    private Arrangement After(Place place)
    {
        var arrangement = place.Governance;
        var heirOf = Heirs(place);
        var ended = succession.Select(part => part.Ended).ToHashSet();
        var provided = place.Services
            .Select(service =>
                (service.Id, Heirs: succession.Where(part => part.Ended == service.Provider).Select(part => part.Body).ToList())
            )
            .Where(service => service.Heirs.Count > 1).ToList();
        var funds = arrangement.Funds.Select(fund => ended.Contains(fund.Owner ?? default)
            ? fund with { Pays = [], StartOfYear = RandomScenarioLeaving.Fitting(fund.StartOfYear, []) }
            : fund.Pool is { } pool ? fund with { Pool = Of(pool) } : Longer(fund, Taken(fund.Owner!.Value))).ToImmutableArray();
        return arrangement with
        {
            Succession = [.. succession],
            // Who provides is said where it would not follow from who pays.
            Provides = [.. provided
                .Where(service => numbers.AsideOften(0.6) || !service.Heirs.Exists(heir => heir == PayerNow(service.Id)))
                .Select(service => new ServiceProvider(service.Id, numbers.PickAside(service.Heirs)))],
            Absent = [.. place.Organisations.Select(body => body.Id).Where(ended.Contains)],
            Funds =
            [
                .. funds.Where(fund => fund.Owner is not null),
                .. begun.Select(body => Own(body.Id, [.. Taken(body.Id)], arrangement.Funds)),
                .. funds.Where(fund => fund.Owner is null),
            ],
        };

        OrganisationId? PayerNow(ServiceId service) => heirOf.TryGetValue(service, out var heir)
            ? heir
            : arrangement.PayerOf(service) is { } payer ? Now(payer) : null;

        IEnumerable<ServiceId> Taken(OrganisationId body) =>
            place.Services.Select(service => service.Id).Where(service => heirOf.TryGetValue(service, out var heir) && heir == body);
    }

    private static Fund Longer(Fund fund, IEnumerable<ServiceId> taken)
    {
        ImmutableArray<ServiceId> pays = [.. fund.Pays, .. taken];
        return pays.Length == fund.Pays.Length
            ? fund
            : fund with { Pays = pays, StartOfYear = RandomScenarioLeaving.Fitting(fund.StartOfYear, pays) };
    }

    /// <summary>Who pays from now on for what a fund paid for whose body ends; services that share money stay together.</summary>
    private Dictionary<ServiceId, OrganisationId> Heirs(Place place)
    {
        var together = place.Limits.Where(limit => limit.Kind == LimitKind.Money).SelectMany(limit => limit.Services).ToHashSet();
        var heirs = new Dictionary<ServiceId, OrganisationId>();
        foreach (var fund in place.Governance.Funds.Where(fund => fund.Owner is not null))
        {
            var bodies = succession.Where(part => part.Ended == fund.Owner).Select(part => part.Body).ToList();
            foreach (var service in fund.Pays.Where(_ => bodies.Count > 0))
            {
                heirs[service] = together.Contains(service) ? bodies[0] : numbers.PickAside(bodies);
            }
        }

        return heirs;
    }

    /// <summary>A pool with the last successor in the place of a partner that has ended.</summary>
    private Pool Of(Pool pool) => pool with
    {
        Host = Now(pool.Host),
        Contributions = [.. pool.Contributions.Select(paid => paid with { Partner = Now(paid.Partner) })],
        BroughtIn = [.. pool.BroughtIn.Select(brought => new ServiceOwner(brought.Service, Now(brought.Owner)))],
        RingFenced = [.. pool.RingFenced.Select(fenced => new ServiceOwner(fenced.Service, Now(fenced.Owner)))],
        EndOfYear = pool.EndOfYear with
        {
            Shares = [.. pool.EndOfYear.Shares.Select(share => share with { Partner = Now(share.Partner) })],
            Caps = [.. pool.EndOfYear.Caps.Select(cap => cap with { Partner = Now(cap.Partner) })],
        },
    };

    private OrganisationId Now(OrganisationId body) => succession.LastOrDefault(part => part.Ended == body)?.Body ?? body;

    private static bool IsPartner(Fund fund, OrganisationId body) =>
        fund.Pool?.Contributions.Any(paid => paid.Partner == body) ?? false;

    /// <summary>Whether a pool is given its whole fund, as one pool alone can be.</summary>
    private bool GivesAll(OrganisationId body) => option.Place.Governance.Funds.Any(fund =>
        fund.Pool?.Contributions.Any(paid => paid.Partner == body && paid.Follow == Follow.WholeFund) ?? false);

    private static bool IsAccount(Organisation body) => body.Kind == OrganisationKind.RingFencedAccount;
}
