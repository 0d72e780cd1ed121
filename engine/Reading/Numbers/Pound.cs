namespace SystemSim.Reading;

/// <summary>Whether a number has a pound sign.</summary>
internal enum Pound
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>It has one.</summary>
    Needed,

    /// <summary>It may have one.</summary>
    Allowed,
}
