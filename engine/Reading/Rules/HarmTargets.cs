using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Going without a service harms something that happens, to people who are in the harm's group, and does not do away with
/// it.</summary>
internal static class HarmTargets
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, read) in draft.Services)
        {
            foreach (var harm in read.Service.Unmet?.Harms ?? [])
            {
                Check(harm, $"services.{name}.unmet.harms.{harm.On}", draft);
            }
        }

        CheckFalls(draft);
    }

    private static void Check(Harm harm, string path, Draft draft)
    {
        if (harm.On is Target.Quality)
        {
            draft.Report(
                Codes.HarmTarget, path, "going without a service cannot change quality weights.",
                "it can raise moves, deaths, and the demand, failure or stay of a service.");
        }
        else if (harm.On is Target.FailureOf or Target.StayIn && harm.Group != CohortGroup.Everyone)
        {
            draft.Report(
                Codes.HarmGroup, $"{path}.for", $"harm to '{harm.On}' is for a group, and all who come to a service share it.",
                "leave 'for' out: who goes without is a share of all contacts that come to that service.");
        }
        else if (harm.On is Target.Move move && !harm.Group.Need.IsEmpty && !harm.Group.Need.Contains(move.From))
        {
            draft.Report(
                Codes.GroupOutside, $"{path}.for", $"harm to '{move}' is for a group without '{move.From}', whom it would change.",
                $"add {move.From} to its need states.");
        }
        else if (EffectTargets.NothingBecause(harm.On, harm.Group, draft) is { } reason)
        {
            draft.Report(Codes.NothingToChange, path, $"harm to '{harm.On}' changes nothing: {reason}.");
        }
    }

    /// <summary>What going without lowers must be left above nothing, however many go without.</summary>
    private static void CheckFalls(Draft draft)
    {
        var falls = draft.Services
            .SelectMany(service => (service.Value.Service.Unmet?.Harms ?? []).Select(harm => (Service: service.Key, Harm: harm)))
            .Where(fall => fall.Harm.Sensitivity.Value < 0.0);
        foreach (
            var together in falls.GroupBy(fall => fall.Harm.On).Where(together => together.Sum(fall => fall.Harm.Sensitivity.Value) <= -1.0)
        )
        {
            var (service, harm) = together.Last();
            draft.Report(
                Codes.HarmFalls,
                $"services.{service}.unmet.harms.{harm.On}",
                $"going without lowers '{harm.On}' by 100% or more, all services together.",
                "let the falls of all services add up to less than 100%."
            );
        }
    }
}
