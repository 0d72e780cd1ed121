namespace SystemSim.Model;

/// <summary>How the moves of a row are stated.</summary>
public enum MoveKind
{
    /// <summary>Chances over a stated time; those of one row are converted to the step as a whole.</summary>
    Chance,

    /// <summary>Rates a year; each is converted to the step by itself.</summary>
    Rate,

    /// <summary>People counted by where they were after a stated time; the row's total turns them into chances.</summary>
    Count,
}
