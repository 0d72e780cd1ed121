namespace SystemSim.Model;

/// <summary>Where those go who leave a service unmet: contacts asked elsewhere for each who leaves.</summary>
public sealed record Diversion
{
    /// <summary>Service asked in the next step; may be the same one.</summary>
    public required ServiceId To { get; init; }

    /// <summary>Contacts asked there for each contact left unmet here; may exceed 1.</summary>
    public required Quantity Ratio { get; init; }
}
