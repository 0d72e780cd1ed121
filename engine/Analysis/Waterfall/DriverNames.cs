namespace SystemSim.Analysis;

/// <summary>What the switch of arrangements is called on the way from one option to another: what it is, and what a budget rule does under
/// the one arrangement and not under the other.</summary>
public static class DriverNames
{
    /// <summary>Funds are put together, parted, or on other terms.</summary>
    public const string Pooling = "pooling";

    /// <summary>Bodies end and begin, and nobody pools.</summary>
    public const string Reorganisation = "reorganisation";

    /// <summary>Both at once: no pool could go on with partners that have ended.</summary>
    public const string Both = "reorganisation and pooling";

    /// <summary>What a rule does in one fund and not in several.</summary>
    public const string RuleInThePool = "rule in the pool";

    /// <summary>What a rule does in the funds of bodies that begin and not in those before.</summary>
    public const string RuleInTheNewFunds = "rule in the new funds";

    /// <summary>Whether a driver is the switch of arrangements.</summary>
    /// <param name="driver">Its name.</param>
    public static bool IsArrangement(string driver) => driver is Pooling or Reorganisation or Both;

    /// <summary>Whether a driver is what a rule does under one arrangement and not under the other.</summary>
    /// <param name="driver">Its name.</param>
    public static bool IsRuleOfArrangement(string driver) => driver is RuleInThePool or RuleInTheNewFunds;
}
