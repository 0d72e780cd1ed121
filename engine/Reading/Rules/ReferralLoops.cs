using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>
/// Within a step, a service is worked out after those that refer to it, and services that share a limit together: no circle may arise.
/// </summary>
internal static class ReferralLoops
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        var groups = Groups(draft);
        var edges = draft.Services
            .SelectMany(
                service => service.Value.Service.Referrals.Where(referral => referral.After == 0.0),
                (service, referral) => (From: service.Value.Service.Id, referral.To))
            .Where(edge => draft.Service(edge.To) is not null)
            .ToList();
        var onward = edges.ToLookup(edge => groups[edge.From], edge => groups[edge.To]);
        var inCircles = InCircles(onward);
        var reported = new HashSet<ServiceId>();
        foreach (var (from, to) in edges.Where(edge => inCircles.Contains(groups[edge.From]) && inCircles.Contains(groups[edge.To])))
        {
            // A referral closes a circle when its target leads back, through referrals and shared limits, to where it came from.
            if (!reported.Contains(groups[from]) && WayBack(groups[to], groups[from], onward) is { } back)
            {
                reported.UnionWith(back.Append(groups[from]));
                draft.Report(
                    Codes.ReferralLoop, $"services.{from}.refers.{to}",
                    $"'{from}' refers to '{to}' in the same step, and '{to}' needs '{from}' to be worked out first or with it.",
                    "give one of the referrals a lag, such as {share: 5%, after: 1 month}.");
            }
        }
    }

    /// <summary>What is left once everything has been taken away, again and again, that nothing left refers to: circles, and what they lead
    /// to.</summary>
    private static HashSet<ServiceId> InCircles(ILookup<ServiceId, ServiceId> onward)
    {
        var left = onward.SelectMany(from => from.Append(from.Key)).ToHashSet();
        var waitsFor = left.ToDictionary(service => service, _ => 0);
        foreach (var to in onward.SelectMany(from => from))
        {
            waitsFor[to]++;
        }

        var free = new Stack<ServiceId>(left.Where(service => waitsFor[service] == 0));
        while (free.TryPop(out var service))
        {
            left.Remove(service);
            foreach (var to in onward[service].Where(to => --waitsFor[to] == 0))
            {
                free.Push(to);
            }
        }

        return left;
    }

    /// <summary>What is met on the way from one service to another; null where there is no way.</summary>
    private static HashSet<ServiceId>? WayBack(ServiceId from, ServiceId to, ILookup<ServiceId, ServiceId> onward)
    {
        var seen = new HashSet<ServiceId>();
        var toVisit = new Stack<ServiceId>([from]);
        while (toVisit.TryPop(out var now))
        {
            if (now == to)
            {
                return seen;
            }

            foreach (var next in seen.Add(now) ? onward[now].Reverse() : [])
            {
                toVisit.Push(next);
            }
        }

        return null;
    }

    /// <summary>Each service with the first of those that it shares limits with, directly or through others.</summary>
    private static Dictionary<ServiceId, ServiceId> Groups(Draft draft)
    {
        var groups = draft.Services.ToDictionary(service => service.Value.Service.Id, service => service.Value.Service.Id);
        var together = groups.Keys.ToDictionary(service => service, service => new List<ServiceId> { service });
        foreach (var (_, limit) in draft.Limits)
        {
            var joined = limit.Services.Where(groups.ContainsKey).Select(service => groups[service]).Distinct().ToArray();
            foreach (var other in joined.Skip(1))
            {
                together[joined[0]].AddRange(together[other]);
                together[other].ForEach(service => groups[service] = joined[0]);
            }
        }

        return groups;
    }
}
