namespace SystemSim.Reading;

/// <summary>The option that is told of first is held against the baseline, and so is another.</summary>
internal static class HeadlineOption
{
    /// <summary>Reports a headline that names the baseline.</summary>
    public static void Check(Draft draft)
    {
        if (draft.Headline is { } headline && headline == draft.Baseline)
        {
            draft.Report(
                Codes.HeadlineIsBaseline,
                "headline",
                $"'{headline}' is the baseline, which the others are held against.",
                "name the option that the question is about, or leave headline out."
            );
        }
    }
}
