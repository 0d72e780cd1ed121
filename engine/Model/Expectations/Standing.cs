namespace SystemSim.Model;

/// <summary>On which side of zero a number is, if it is there at all.</summary>
public enum Standing
{
    /// <summary>Above zero.</summary>
    Positive,

    /// <summary>Below zero.</summary>
    Negative,

    /// <summary>Exactly zero.</summary>
    Zero,

    /// <summary>Not there: a ratio to nothing, say.</summary>
    Absent,
}
