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
            var move = same.FirstOrDefault(effect => effect.Effect.On is Target.Move);
            if (move is not null && same.FirstOrDefault(effect => effect.Effect.On is Target.DemandFor) is { } demand)
            {
                draft.Report(
                    Codes.EvidenceTwice, $"{demand.Path}.on",
                    $"the source '{same.Key.Source}' speaks for '{demand.Effect.On}' and for '{move.Effect.On}' at once.",
                    "a fall in demand that comes from fewer moves is counted already: use it for one of them.");
            }
        }
    }
}
