namespace SystemSim.Analysis;

/// <summary>What an outcome is of a run.</summary>
public enum OutcomeKind
{
    /// <summary>A value of one year.</summary>
    Yearly,

    /// <summary>A value of the run as a whole: a sum over its years, or what stands when it ends.</summary>
    Whole,

    /// <summary>1 where something is so in a draw, else 0; its mean is a probability.</summary>
    Chance,

    /// <summary>1 where something is so in a draw by the end of a year, else 0; its mean is a probability.</summary>
    ChanceByYear,
}
