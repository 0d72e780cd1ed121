using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>What the author of a scenario should know, although it can be run.</summary>
internal static class Findings
{
    /// <summary>Looks for everything; says nothing of a scenario that is wrong, since what is broken may look unused.</summary>
    /// <param name="draft">The scenario; takes the findings.</param>
    /// <param name="sides">Its options.</param>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        if (draft.Context.Problems.Errors > 0)
        {
            return;
        }

        UnusedNames.Look(draft, sides);
        UnreadValues.Look(draft, sides);
        RuleWithGovernance.Look(draft, sides);
        EvidenceUsedTwice.Look(draft);
        AssumptionsWithoutRange.Look(draft, sides);
        IndicesThatStop.Look(draft);
        ServicesNobodyAsks.Look(draft);
        BirthsIntoOlderAges.Look(draft);
        ListsWithoutEnd.Look(draft);
        AppraisalWithoutDeflator.Look(draft);
        CorrectedTwice.Look(draft);
        TwoMultipliers.Look(draft);
        BudgetsAndContracts.Look(draft, sides);
        TotalsFarFromStart.Look(draft);
        KeepsNothing.Look(draft, sides);
        ProtectsNothing.Look(draft, sides);
        LeavesWithoutMinimum.Look(draft, sides);
        RangesDrawnApart.Look(draft);
        TitlesAlike.Look(draft, sides);
    }
}
