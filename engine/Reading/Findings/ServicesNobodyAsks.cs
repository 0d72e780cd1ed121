using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Services for which there is no demand of any kind.</summary>
internal static class ServicesNobodyAsks
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft)
    {
        var services = draft.Services.Select(service => service.Value.Service).ToList();
        var reached = services.SelectMany(service => Reached(service)).ToHashSet();
        foreach (var service in services.Where(service => !reached.Contains(service.Id) && IsAskedByNobody(service.Demand)))
        {
            draft.Report(
                Codes.NobodyAsks, $"services.{service.Id}",
                $"nobody can ask for '{service.Id}': it has no demand, and nothing refers, returns or is diverted to it.");
        }
    }

    private static bool IsAskedByNobody(Demand demand) => demand.PerMove.IsEmpty && demand.Rates.All(rate => rate is null);

    private static IEnumerable<ServiceId> Reached(Service service) =>
        service.Referrals.Select(referral => referral.To)
            .Concat(service.Failures.Select(failure => failure.ReturnsTo))
            .Concat((service.Unmet?.Diverts ?? []).Select(diversion => diversion.To))
            .Where(to => to != service.Id);
}
