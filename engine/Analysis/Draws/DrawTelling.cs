namespace SystemSim.Analysis;

/// <summary>What may be told of draws.</summary>
public enum DrawTelling
{
    /// <summary>Ranges and chances, wherever they belong.</summary>
    All,

    /// <summary>Ranges and chances, but none in a headline or a title.</summary>
    NoHeadline,

    /// <summary>None: the run with central values alone, and why.</summary>
    CentralAlone,
}
