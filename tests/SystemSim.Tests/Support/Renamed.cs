using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>A scenario in which every service and organisation has another name.</summary>
internal sealed class Renamed(string prefix)
{
    /// <summary>The scenario, renamed.</summary>
    public Scenario Scenario(Scenario scenario) =>
        scenario with
        {
            Options = [.. scenario.Options.Select(option => option.WithPlaces(Place))],
            Appraisal = scenario.Appraisal is { } terms
                ? terms with
                {
                    InvestsIn = [.. terms.InvestsIn.Select(Name)],
                    Values = [.. terms.Values.Select(Value)],
                }
                : null,
        };

    private OutcomeValue Value(OutcomeValue value) =>
        value with
        {
            Where = value.Where.ToImmutableDictionary(
                where => where.Key,
                where => where.Key is "service" or "organisation" or "provider" ? prefix + where.Value : where.Value
            ),
        };

    private ServiceId Name(ServiceId id) => new(prefix + id.Name);

    private OrganisationId Name(OrganisationId id) => new(prefix + id.Name);

    private ServiceOwner Name(ServiceOwner owner) => new(Name(owner.Service), Name(owner.Owner));

    private Target Name(Target target) =>
        target switch
        {
            Target.DemandFor demand => new Target.DemandFor(Name(demand.Service)),
            Target.FailureOf failure => new Target.FailureOf(Name(failure.Service)),
            Target.StayIn stay => new Target.StayIn(Name(stay.Service)),
            _ => target,
        };

    private Place Place(Place place) =>
        place with
        {
            Services = [.. place.Services.Select(Service)],
            Limits = [.. place.Limits.Select(limit => limit with { Services = [.. limit.Services.Select(Name)] })],
            Effects = [.. place.Effects.Select(Effect)],
            Combinations = [.. place.Combinations.Select(combination => combination with { On = Name(combination.On) })],
            Organisations =
            [
                .. place.Organisations.Select(organisation =>
                    organisation with
                    {
                        Id = Name(organisation.Id),
                        Account = organisation.Account is { } account ? account with { Owner = Name(account.Owner) } : null,
                        Reserves = organisation.Reserves is { } reserves
                            ? reserves with
                            {
                                Earmarked =
                                [
                                    .. reserves.Earmarked.Select(reserve => reserve with { Services = [.. reserve.Services.Select(Name)] }),
                                ],
                            }
                            : null,
                    }
                ),
            ],
            Governance = place.Governance with
            {
                Funds = [.. place.Governance.Funds.Select(Fund)],
                Succession =
                [
                    .. place.Governance.Succession.Select(part => part with { Ended = Name(part.Ended), Body = Name(part.Body) }),
                ],
                Provides = [.. place.Governance.Provides.Select(part => new ServiceProvider(Name(part.Service), Name(part.Provider)))],
                Absent = [.. place.Governance.Absent.Select(Name)],
                Contracts = [.. place.Governance.Contracts.Select(stated => stated with { Service = Name(stated.Service) })],
            },
        };

    private Service Service(Service service) =>
        service with
        {
            Id = Name(service.Id),
            Provider = Name(service.Provider),
            Referrals = [.. service.Referrals.Select(referral => referral with { To = Name(referral.To) })],
            Failures = [.. service.Failures.Select(failure => failure with { ReturnsTo = Name(failure.ReturnsTo) })],
            Unmet = service.Unmet is { } unmet
                ? unmet with
                {
                    Diverts = [.. unmet.Diverts.Select(diversion => diversion with { To = Name(diversion.To) })],
                    Harms = [.. unmet.Harms.Select(harm => harm with { On = Name(harm.On) })],
                }
                : null,
            ExpectedSaving = service.ExpectedSaving is { } saving
                ? saving with
                {
                    PerPound = [.. saving.PerPound.Select(part => part with { Payer = Name(part.Payer) })],
                }
                : null,
        };

    private Effect Effect(Effect effect) =>
        effect with
        {
            Owner = effect.Owner is EffectOwner.ByService owner ? new EffectOwner.ByService(Name(owner.Service)) : effect.Owner,
            On = Name(effect.On),
            Coverage = effect.Coverage is Coverage.BySpend spend
                ? spend with
                {
                    Services = [.. spend.Services.Select(Name)],
                }
                : effect.Coverage,
        };

    private Fund Fund(Fund fund) =>
        fund with
        {
            Owner = fund.Owner is { } owner ? Name(owner) : null,
            Pays = [.. fund.Pays.Select(Name)],
            StartOfYear = fund.StartOfYear with
            {
                Reinvest = fund.StartOfYear.Reinvest is { } reinvest
                    ? reinvest with
                    {
                        Services = [.. reinvest.Services.Select(Name)],
                    }
                    : null,
                Protect = fund.StartOfYear.Protect is { } protect
                    ? protect with
                    {
                        Services = [.. protect.Services.Select(Name)],
                    }
                    : null,
                Rule = Rule(fund.StartOfYear.Rule),
            },
            Pool = fund.Pool is { } pool ? Pool(pool) : null,
        };

    private BudgetRule Rule(BudgetRule rule) =>
        rule switch
        {
            BudgetRule.FixedShares shares => shares with
            {
                Shares = [.. shares.Shares.Select(share => share with { Service = Name(share.Service) })],
            },
            BudgetRule.Pressure pressure => pressure with
            {
                Values = [.. pressure.Values.Select(value => value with { Service = Name(value.Service) })],
            },
            BudgetRule.Plan plan => plan with
            {
                Amounts = [.. plan.Amounts.Select(amount => amount with { Service = Name(amount.Service) })],
            },
            _ => rule,
        };

    private Pool Pool(Pool pool) =>
        pool with
        {
            Host = Name(pool.Host),
            Contributions = [.. pool.Contributions.Select(contribution => contribution with { Partner = Name(contribution.Partner) })],
            BroughtIn = [.. pool.BroughtIn.Select(Name)],
            RingFenced = [.. pool.RingFenced.Select(Name)],
            EndOfYear = pool.EndOfYear with
            {
                Shares = [.. pool.EndOfYear.Shares.Select(share => share with { Partner = Name(share.Partner) })],
                Caps = [.. pool.EndOfYear.Caps.Select(cap => cap with { Partner = Name(cap.Partner) })],
                Excluded = [.. pool.EndOfYear.Excluded.Select(Name)],
            },
        };
}
