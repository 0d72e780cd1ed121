using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Every effect changes something that happens, to people who are in its group.</summary>
internal static class EffectTargets
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var read in draft.AllEffects)
        {
            var effect = read.Effect;
            if (effect.On is Target.Move move && !effect.Group.Need.IsEmpty && !effect.Group.Need.Contains(move.From))
            {
                draft.Report(
                    Codes.GroupOutside, $"{read.Path}.for",
                    $"the effect on '{move}' is for a group without '{move.From}', whom it would change.",
                    $"add {move.From} to its need states.");
            }
            else if (NothingBecause(effect.On, effect.Group, draft) is { } reason)
            {
                draft.Report(Codes.NothingToChange, $"{read.Path}.on", $"an effect on '{effect.On}' changes nothing: {reason}.");
            }
        }
    }

    /// <summary>Why a target does not happen to a group; null when it does, or when that is not known.</summary>
    public static string? NothingBecause(Target target, CohortGroup group, Draft draft) => target switch
    {
        Target.Move move when draft.People is { } people => people.Population.Moves.Any(row => Has(row, move, group))
            ? null
            : "nobody in its group makes this move",
        Target.Death when draft.People is { Population: { Deaths: null } people } =>
            people.Moves.Any(row => row.Entries.Any(entry => entry.To is null)) ? null : "no deaths are stated",
        Target.Quality when draft.People is { } people => people.Population.Need.Any(need => need.Quality is not null)
            ? null
            : "no quality weights are stated",
        Target.DemandFor demand when draft.Service(demand.Service) is { } service && draft.People is { } people =>
            Asks(service, group, people.Population) ? null : $"nobody in its group asks for '{service.Id}' by a rate",
        Target.FailureOf failure when draft.Service(failure.Service) is { Failures.IsEmpty: true } =>
            $"'{failure.Service}' has no failure demand",
        Target.StayIn stay when draft.Service(stay.Service) is { Places: null, ShortStayDays: null } =>
            $"'{stay.Service}' has neither places nor a stay",
        _ => null,
    };

    private static bool Has(MoveRow row, Target.Move move, CohortGroup group) =>
        row.From == move.From && row.Concerns(group) && (row.Rest == move.To || row.Entries.Any(entry => entry.To == move.To));

    private static bool Asks(Service service, CohortGroup group, Population people)
    {
        var anywhere = group with { Areas = [] };
        for (var age = 0; age < people.Ages.Length; age++)
        {
            for (var need = 0; need < people.Need.Length; need++)
            {
                var asks = service.Demand.Rates[(age * people.Need.Length) + need] is not null;
                if (asks && anywhere.Includes(default, people.Ages[age].Id, people.Need[need].Id))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
