using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Going without a service harms something that happens.</summary>
internal static class HarmTargets
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, read) in draft.Services)
        {
            foreach (var harm in read.Service.Unmet?.Harms ?? [])
            {
                var path = $"services.{name}.unmet.harms.{harm.On}";
                if (harm.On is Target.Quality)
                {
                    draft.Report(
                        Codes.HarmTarget, path, "going without a service cannot change quality weights.",
                        "it can raise moves, deaths, and the demand, failure or stay of a service.");
                }
                else if (Nothing(harm.On, draft) is { } reason)
                {
                    draft.Report(Codes.NothingToChange, path, $"harm to '{harm.On}' changes nothing: {reason}.");
                }
            }
        }
    }

    // Harm raises contacts per move too, which an effect on demand does not.
    private static string? Nothing(Target target, Draft draft) =>
        target is Target.DemandFor demand && draft.Service(demand.Service) is { Demand.PerMove.IsEmpty: false }
            ? null
            : EffectTargets.NothingBecause(target, CohortGroup.Everyone, draft);
}
