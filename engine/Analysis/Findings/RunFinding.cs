namespace SystemSim.Analysis;

/// <summary>What the author of a scenario should know, and what only a run shows.</summary>
/// <param name="Code">Stable code; the list stands with the refused scenarios.</param>
/// <param name="Path">Path of what it is about in the scenario.</param>
/// <param name="Sentence">What was found; one sentence.</param>
/// <param name="Hint">What to try next; null when there is nothing useful to say.</param>
public sealed record RunFinding(string Code, string Path, string Sentence, string? Hint = null)
{
    /// <summary>Whether it looks like a slip, for the author to look at, rather than something to know about the answer.</summary>
    public bool IsForAuthor => string.CompareOrdinal(Code, ReservesAboveIncome) >= 0;

    /// <summary>More draws are left out than ranges in a headline can bear.</summary>
    public const string DrawsLeftOut = "SIM241";

    /// <summary>An option sets something from which nothing follows.</summary>
    public const string NothingFollows = "SIM242";

    /// <summary>Two options come to the same.</summary>
    public const string SameNumbers = "SIM243";

    /// <summary>Debt for day-to-day cost is owed when the run ends.</summary>
    public const string DebtOutlastsTheRun = "SIM245";

    /// <summary>A deficit that does not count yet will be its owner's, or never counts in the run.</summary>
    public const string DeficitNotCounted = "SIM247";

    /// <summary>Reserves are above a year's income.</summary>
    public const string ReservesAboveIncome = "SIM250";

    /// <summary>An organisation gains, or loses, in every year.</summary>
    public const string SameSignEveryYear = "SIM251";

    /// <summary>A transfer between partners is larger than the services it is about.</summary>
    public const string TransferAboveServices = "SIM252";

    /// <summary>A first contribution is far from what the services brought in cost.</summary>
    public const string ContributionFarOff = "SIM253";

    /// <summary>A budget is far from activity at unit cost.</summary>
    public const string BudgetFarFromCost = "SIM254";

    /// <summary>More is averted than was ever asked.</summary>
    public const string AvertsMoreThanAsked = "SIM255";

    /// <summary>A budget is more than demand can spend.</summary>
    public const string CannotBeSpent = "SIM256";

    /// <summary>The share of people in a need state ends far from where it started.</summary>
    public const string PeopleFarFromStart = "SIM257";

    /// <summary>Nobody asks for a service in any year.</summary>
    public const string NobodyAsked = "SIM258";

    /// <summary>Numbers of one source are written alike, and drawn apart.</summary>
    public const string SameNumberTwice = "SIM259";

    /// <summary>A protected share of the money is not given, or not spent.</summary>
    public const string ProtectedNotSpent = "SIM265";

    /// <summary>What successors receive or spend parts from what the bodies before them would have.</summary>
    public const string SuccessorsPart = "SIM266";
}
