using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>
/// One piece of evidence used both on a demand rate and on the moves that drive it: the same fall would be counted twice.
/// </summary>
internal static class EvidenceUsedTwice
{
    /// <summary>Looks for it.</summary>
    public static void Look(Draft draft)
    {
        var evidence = draft.AllEffects.Where(effect => effect.Effect.Strength is { Source: not null, IsAssumption: false });
        foreach (var same in evidence.GroupBy(effect => (effect.Effect.Owner, effect.Effect.Strength.Source)))
        {
            foreach (var demand in same.Where(effect => effect.Effect.On is Target.DemandFor))
            {
                if (same.FirstOrDefault(effect => Drives(effect.Effect.On, demand.Effect.On, draft)) is { } move)
                {
                    draft.Report(
                        Codes.EvidenceTwice, $"{demand.Path}.on",
                        $"the source '{same.Key.Source}' speaks for '{demand.Effect.On}' and for '{move.Effect.On}' at once.",
                        "a fall in demand that comes from fewer moves is counted already: use it for one of them.");
                }
            }
        }
    }

    /// <summary>Whether who makes a move asks for a service at another rate than before.</summary>
    private static bool Drives(Target target, Target demand, Draft draft)
    {
        if (target is not Target.Move move || demand is not Target.DemandFor { Service: var service })
        {
            return false;
        }

        var people = draft.People!.Population;
        var rates = draft.Service(service)!.Demand.Rates;
        var (from, to) = (RowOf(move.From), RowOf(move.To));
        return Enumerable.Range(0, people.Ages.Length)
            .Any(age => rates[(age * people.Need.Length) + from]?.Value != rates[(age * people.Need.Length) + to]?.Value);

        int RowOf(NeedStateId need) => people.Need.Select(state => state.Id).ToList().IndexOf(need);
    }
}
