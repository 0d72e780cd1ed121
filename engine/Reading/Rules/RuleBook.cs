namespace SystemSim.Reading;

/// <summary>All rules on what the parts of a scenario have to do with each other.</summary>
/// <remarks>
/// A rule looks at what could be read and says nothing about what could not: one mistake is one problem.
/// </remarks>
internal static class RuleBook
{
    /// <summary>Applies every rule to a scenario.</summary>
    /// <param name="draft">The scenario, as far as it could be read; takes the problems.</param>
    public static void Check(Draft draft)
    {
        MoveRows.Check(draft);
        DeathsOnce.Check(draft);
        DutyKeys.Check(draft);
        ContractKeys.Check(draft);
        ActivityUnits.Check(draft);
        StayLengths.Check(draft);
        FailureDemand.Check(draft);
        ReferralLoops.Check(draft);
        SharedLimits.Check(draft);
        EffectTargets.Check(draft);
        HarmTargets.Check(draft);
        Payers.Check(draft);
        PoolPartners.Check(draft);
        PoolServices.Check(draft);
        RiskTerms.Check(draft);
        EmergencyKeys.Check(draft);
        CapitalisationKeys.Check(draft);
        AccountKeys.Check(draft);
        EarmarkedKeys.Check(draft);
        BudgetRules.Check(draft);
        BalancedCouncils.Check(draft);
        TakingOver.Check(draft);
        PartnersWhoLeave.Check(draft);
        Successions.Check(draft);
        FactorPaths.Check(draft);
        StarterPaths.Check(draft);
        HeadlineOption.Check(draft);
    }
}
