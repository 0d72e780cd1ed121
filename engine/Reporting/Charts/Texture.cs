namespace SystemSim.Reporting;

/// <summary>What tells areas apart where colours cannot: in greyscale, and for who does not see them.</summary>
public enum Texture
{
    /// <summary>Plain.</summary>
    Plain,

    /// <summary>White lines upwards.</summary>
    Rising,

    /// <summary>White dots.</summary>
    Dotted,

    /// <summary>White lines downwards.</summary>
    Falling,

    /// <summary>White lines across.</summary>
    Ruled,
}
