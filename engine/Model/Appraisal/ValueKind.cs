namespace SystemSim.Model;

/// <summary>Whose value it is.</summary>
public enum ValueKind
{
    /// <summary>What public bodies save or spend.</summary>
    Fiscal,

    /// <summary>What people and businesses earn or lose.</summary>
    Economic,

    /// <summary>What health and wellbeing are worth to people.</summary>
    Social,
}
