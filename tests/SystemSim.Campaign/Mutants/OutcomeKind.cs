namespace SystemSim.Campaign;

/// <summary>Where a mutant ended: the first four are as they should be.</summary>
internal enum OutcomeKind
{
    /// <summary>It ran, every number is finite, and money and people add up.</summary>
    Sound,

    /// <summary>Reading refused it, at a place.</summary>
    RefusedByReading,

    /// <summary>Planning refused it, at a place.</summary>
    RefusedByPlanning,

    /// <summary>Its run showed what is wrong with it, at a place.</summary>
    RefusedByRun,

    /// <summary>Something was thrown.</summary>
    Crash,

    /// <summary>It did not end in time.</summary>
    Hang,

    /// <summary>The engine blamed itself.</summary>
    Blamed,

    /// <summary>A number is not finite.</summary>
    NotFinite,

    /// <summary>Money or people do not add up.</summary>
    DoesNotAddUp,

    /// <summary>It was refused without a place or without a word.</summary>
    NoPlace,
}
