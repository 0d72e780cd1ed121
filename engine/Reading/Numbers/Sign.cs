namespace SystemSim.Reading;

/// <summary>Which signs a number may have.</summary>
internal enum Sign
{
    /// <summary>None.</summary>
    None,

    /// <summary>A minus.</summary>
    Minus,

    /// <summary>A minus or a plus.</summary>
    Either,
}
