namespace SystemSim.Model.Kinds;

/// <summary>In what parts a debt is repaid.</summary>
public enum Repayment
{
    /// <summary>The same part of what was borrowed each year, with less interest from year to year.</summary>
    Equal,

    /// <summary>The same sum of repayment and interest each year.</summary>
    Annuity,
}
