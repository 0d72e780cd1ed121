namespace SystemSim.Analysis;

/// <summary>What an account has to do with the services of a scenario, under any of its options.</summary>
public enum AccountRole
{
    /// <summary>An organisation that neither pays nor provides.</summary>
    Bystander,

    /// <summary>An organisation that pays for services, from its own fund or through a pool.</summary>
    Payer,

    /// <summary>An organisation that provides services.</summary>
    Provider,

    /// <summary>An organisation that does both.</summary>
    PayerAndProvider,

    /// <summary>A pooled fund.</summary>
    Pool,
}
