namespace SystemSim.Model;

/// <summary>What brings an effect about.</summary>
public abstract record EffectOwner
{
    private protected EffectOwner()
    {
    }

    /// <summary>A service, through those it reaches.</summary>
    /// <param name="Service">The service.</param>
    public sealed record ByService(ServiceId Service) : EffectOwner;

    /// <summary>A governance arrangement: joint working, in force only in options that have it.</summary>
    /// <param name="Governance">The arrangement.</param>
    public sealed record ByGovernance(GovernanceId Governance) : EffectOwner;

    /// <summary>Nothing that the scenario models: its coverage or its spending is stated with it.</summary>
    public sealed record Alone : EffectOwner;
}
