using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>A scenario with its services, organisations, funds and lists in the opposite order.</summary>
internal static class Reordered
{
    /// <summary>The scenario, turned round.</summary>
    public static Scenario Scenario(Scenario scenario) =>
        scenario with { Options = [.. scenario.Options.Select(option => option.WithPlaces(Place))] };

    private static Place Place(Place place) => place with
    {
        Services = [.. place.Services.Reverse().Select(service => service with { Failures = [.. service.Failures.Reverse()] })],
        Limits = [.. place.Limits.Select(limit => limit with { Services = [.. limit.Services.Reverse()] })],
        Organisations = [.. place.Organisations.Reverse()],
        Governance = place.Governance with
        {
            Funds =
            [
                .. place.Governance.Funds.Where(fund => fund.Pool is null).Reverse(),
                .. place.Governance.Funds.Where(fund => fund.Pool is not null),
            ],
            Contracts = [.. place.Governance.Contracts.Reverse()],
        },
    };
}
