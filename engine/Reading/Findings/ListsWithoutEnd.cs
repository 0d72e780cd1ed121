using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Lists that people join and nobody gives up on: they grow for as long as more come than are seen.</summary>
internal static class ListsWithoutEnd
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft)
    {
        foreach (var (name, read) in draft.Services)
        {
            if (read.Service.Unmet is { Waits.Value: > 0.0, Reneges: null } && MayBeShort(read.Service, draft))
            {
                draft.ReportIdle(
                    Codes.ListWithoutEnd,
                    $"services.{name}.unmet.waits",
                    $"nobody gives up on the list of '{name}', which grows for as long as more come than are seen.",
                    "say who does: reneges: 10% a month; or leave it, where all wait for good."
                );
            }
        }
    }

    /// <summary>Whether money or capacity may leave somebody unseen.</summary>
    private static bool MayBeShort(Service service, Draft draft) =>
        service.Duty == Duty.Discretionary
        || service.Capacity is not null
        || draft.Limits.Any(limit => limit.Value.Services.Contains(service.Id));
}
