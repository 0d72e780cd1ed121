namespace SystemSim.Reading;

/// <summary>An LM3 beside an input-output multiplier: they count different things, and the one is far above the other.</summary>
internal static class TwoMultipliers
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft)
    {
        var rounds = draft.Organisations.FirstOrDefault(organisation => organisation.Value.Local?.Spends is not null).Key;
        var output = draft.Organisations.FirstOrDefault(organisation => organisation.Value.Local?.OutputMultiplier is not null).Key;
        if (rounds is not null && output is not null)
        {
            draft.Report(
                Codes.TwoMultipliers, $"organisations.{output}.local.output_multiplier",
                $"'{rounds}' has an LM3 and '{output}' an input-output multiplier: LM3 counts three rounds of spending, the other what output needs, and they do not compare.",
                "show one of them, or say beside both that they are not the same thing.");
        }
    }
}
