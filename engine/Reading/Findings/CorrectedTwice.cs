using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Effects that their grade of evidence shrinks, and benefits that optimism bias lowers: both correct the same forecast.</summary>
internal static class CorrectedTwice
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft)
    {
        if (
            draft.Appraisal is not { BenefitsGrade: { } graded } terms
            || !Corrects(terms.OptimismBias.First(bias => bias.Grade == graded).Benefits)
        )
        {
            return;
        }

        var shrunk = draft
            .AllEffects.Where(effect => draft.Grades.Any(grade => grade.Id == effect.Effect.Evidence && Corrects(grade.Shrinks)))
            .ToArray();
        if (shrunk.Length > 0)
        {
            var more = shrunk.Length > 1 ? $", among {shrunk.Length} such effects," : "";
            draft.Report(
                Codes.CorrectedTwice, "appraisal.graded.benefits",
                $"benefits are lowered by the bias of grade {graded}, and what they come from is shrunk already: {shrunk[0].Path}{more} by its evidence of grade {shrunk[0].Effect.Evidence}.",
                "use one of them: leave out graded.benefits, or the evidence of the effects.");
        }
    }

    private static bool Corrects(Quantity share) => share is not { Value: 0.0, Spread: null };
}
