using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Values that nothing reads, given what else the scenario says.</summary>
internal static class UnreadValues
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        var limited = draft.Limits.SelectMany(limit => limit.Value.Services).ToHashSet();
        var isCase = draft.Governance.Any(arrangement => Rules(arrangement.Value).Any(start => start.Rule is BudgetRule.BusinessCase));
        foreach (var (name, read) in draft.Services)
        {
            var service = read.Service;
            var path = $"services.{name}";
            Unread(
                service.Priority != 0 && !limited.Contains(service.Id), $"{path}.priority",
                $"'{name}' has a priority, and shares no limit.");
            Unread(
                service.Ceiling is not null && !isCase, $"{path}.ceiling",
                $"'{name}' has a ceiling, and no fund decides by business case.");
            Unread(
                service.ExpectedSaving is not null && !isCase, $"{path}.expected_saving",
                $"'{name}' states a saving, and no fund decides by business case.");
            Unread(
                service is { Unmet: not null, Duty: Duty.Statutory } && !limited.Contains(service.Id)
                && sides.All(side => side.Draft.Service(service.Id)!.Capacity is null),
                $"{path}.unmet", $"'{name}' is statutory and nothing limits it: no demand for it goes unmet.");
        }

        foreach (var (name, organisation) in draft.Organisations)
        {
            Unread(
                organisation.Local is not null && sides.All(side => side.Draft.Services.All(service => service.Value.Service.Provider != organisation.Id)),
                $"organisations.{name}.local", $"'{name}' says what becomes of what it is paid, and it provides nothing.");
        }

        Unread(
            draft.Rates is not null && draft.Services.All(service => service.Value.Service.Failures.IsEmpty), "rates",
            "'rates' is stated, and there is no failure demand.");
        foreach (var own in draft.Combine!.Own.Where(own => draft.AllEffects.All(effect => effect.Effect.On != own.On)))
        {
            Unread(true, $"combine.{own.On}", $"effects on '{own.On}' are combined, and there are none.");
        }

        void Unread(bool isUnread, string path, string problem)
        {
            if (isUnread)
            {
                draft.Report(Codes.NothingReads, path, problem);
            }
        }
    }

    private static IEnumerable<StartOfYear> Rules(ReadArrangement arrangement) =>
        arrangement.Funds.Select(fund => fund.Value.StartOfYear).Append(arrangement.StartOfYear).OfType<StartOfYear>();
}
