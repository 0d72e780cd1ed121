namespace SystemSim.Reading;

/// <summary>An appraisal of nominal money: discount rates are real, so that a price that rises would count twice.</summary>
internal static class AppraisalWithoutDeflator
{
    /// <summary>Looks for one. <c>deflator: none</c> says that prices do not change, and is believed.</summary>
    public static void Look(Draft draft)
    {
        if (draft.Appraisal is not null && PathFinder.Find(draft.Context.Root, "prices.deflator") is not { IsWhole: true })
        {
            draft.Report(
                Codes.NoDeflator,
                "appraisal",
                "an appraisal discounts real money, and 'prices' has no deflator: nominal money is taken for real.",
                "state prices.deflator, or none where prices do not change."
            );
        }
    }
}
