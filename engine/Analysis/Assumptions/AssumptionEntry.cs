using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>One number of a scenario with everything that is known of where it comes from.</summary>
/// <param name="Quantity">The number: path, value, unit, spread, note.</param>
/// <param name="Source">Its source; null when none is stated, or it is called an assumption by itself.</param>
/// <param name="Effect">What it alone does to the headline; null where that was not measured.</param>
public sealed record AssumptionEntry(Quantity Quantity, Source? Source, MeasuredEffect? Effect)
{
    /// <summary>The number's own grade, else that of its source; null when neither has one.</summary>
    public string? Grade => Quantity.Grade ?? Source?.Grade;

    /// <summary>How well it is supported.</summary>
    public EvidenceStanding Standing => this switch
    {
        { Quantity.IsAssumption: true } or { Source.IsAssumption: true } => EvidenceStanding.Assumed,
        { Source: null } => EvidenceStanding.NoSource,
        { Grade: null } => EvidenceStanding.Ungraded,
        { Grade: "A" or "B" or "C" } => EvidenceStanding.Evidence,
        _ => EvidenceStanding.Weak,
    };

    /// <summary>Whether an answer that turns on it rests on little: it is assumed, has no source, or one with the grade D or E.</summary>
    public bool IsWeak => Standing is EvidenceStanding.Assumed or EvidenceStanding.NoSource or EvidenceStanding.Weak;

    /// <summary>Whether a reader should stop at it: it is weak or nobody has graded it.</summary>
    public bool IsFlagged => Standing != EvidenceStanding.Evidence;

    /// <summary>Lower end of what it may be: of the stated interval, or the least of stated values; null where neither is stated.</summary>
    public double? Low => Quantity.Spread is { } spread ? spread.Low ?? (spread.Values.IsEmpty ? null : spread.Values.Min()) : null;

    /// <summary>Upper end of what it may be, likewise.</summary>
    public double? High => Quantity.Spread is { } spread ? spread.High ?? (spread.Values.IsEmpty ? null : spread.Values.Max()) : null;
}
