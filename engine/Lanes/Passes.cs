namespace SystemSim.Lanes;

/// <summary>What is done to equations and instructions so that they run faster. None of it changes a bit of any result, and each can be
/// left out.</summary>
[Flags]
public enum Passes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What is known is worked out while equations are written, and what changes no bit is left out.</summary>
    Fold = 1,

    /// <summary>Equal equations are worked out once.</summary>
    Share = 2,

    /// <summary>An equation is worked out in the earliest section that knows all it needs. What is known once a draw is so in any
    /// case.</summary>
    Hoist = 4,

    /// <summary>What nothing asks for is not worked out.</summary>
    Prune = 8,

    /// <summary>Instructions are put into an order in which few results are held at a time.</summary>
    Order = 16,

    /// <summary>A row that is no longer read holds another result.</summary>
    Reuse = 32,

    /// <summary>In machine code results stay in registers as long as they can.</summary>
    Hold = 64,

    /// <summary>In machine code variables are stored before their section ends, where that cannot be seen; only what is held can
    /// be.</summary>
    Early = 128,

    /// <summary>In machine code the processor's own instructions do two operations at once.</summary>
    Fuse = 256,

    /// <summary>All of them.</summary>
    All = Fold | Share | Hoist | Prune | Order | Reuse | Hold | Early | Fuse,
}
