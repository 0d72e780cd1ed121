using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Within a step, a service is worked out after those that refer to it, and services that share a limit together: no circle may arise.</summary>
internal static class ReferralLoops
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        var groups = Groups(draft);
        var edges = draft.Services
            .SelectMany(service => service.Value.Service.Referrals.Where(referral => referral.After == 0.0), (service, referral) => (From: service.Value.Service.Id, referral.To))
            .Where(edge => draft.Service(edge.To) is not null)
            .ToList();
        var reported = new HashSet<ServiceId>();
        foreach (var (from, to) in edges)
        {
            // A referral closes a circle when its target leads back, through referrals and shared limits, to where it came from.
            var back = new HashSet<ServiceId>();
            if (!reported.Contains(groups[from]) && Leads(groups[to], groups[from], edges, groups, back))
            {
                reported.UnionWith(back.Append(groups[from]));
                draft.Report(
                    Codes.ReferralLoop, $"services.{from}.refers.{to}", $"'{from}' refers to '{to}' in the same step, and '{to}' needs '{from}' to be worked out first or with it.",
                    "give one of the referrals a lag, such as {share: 5%, after: 1 month}.");
            }
        }
    }

    private static bool Leads(ServiceId from, ServiceId to, List<(ServiceId From, ServiceId To)> edges, Dictionary<ServiceId, ServiceId> groups, HashSet<ServiceId> seen) =>
        from == to || (seen.Add(from) && edges.Any(edge => groups[edge.From] == from && Leads(groups[edge.To], to, edges, groups, seen)));

    /// <summary>Each service with the first of those that it shares limits with, directly or through others.</summary>
    private static Dictionary<ServiceId, ServiceId> Groups(Draft draft)
    {
        var groups = draft.Services.ToDictionary(service => service.Value.Service.Id, service => service.Value.Service.Id);
        foreach (var (_, limit) in draft.Limits)
        {
            var members = limit.Services.Where(groups.ContainsKey).Select(service => groups[service]).ToHashSet();
            foreach (var service in groups.Keys.Where(service => members.Contains(groups[service])).ToList())
            {
                groups[service] = members.First();
            }
        }

        return groups;
    }
}
