using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What the author of a scenario says will come out.</summary>
/// <param name="At">Where it is stated, as <c>file:line:col</c>.</param>
public abstract record Expectation(string At)
{
    /// <summary>A value lies between two bounds, both included.</summary>
    /// <param name="At">Where it is stated.</param>
    /// <param name="Of">The value.</param>
    /// <param name="Low">Lower bound; null for none.</param>
    /// <param name="High">Upper bound; null for none.</param>
    public sealed record Bounds(string At, Selection Of, double? Low, double? High) : Expectation(At);

    /// <summary>A value equals a number.</summary>
    /// <param name="At">Where it is stated.</param>
    /// <param name="Of">The value.</param>
    /// <param name="Value">The number.</param>
    /// <param name="Within">Largest difference, as a share of the larger side; 0 for exactly.</param>
    public sealed record Equality(string At, Selection Of, double Value, double Within) : Expectation(At);

    /// <summary>A value is above, below or exactly zero, or there is none.</summary>
    /// <param name="At">Where it is stated.</param>
    /// <param name="Of">The value.</param>
    /// <param name="Is">On which side.</param>
    public sealed record SignOf(string At, Selection Of, Standing Is) : Expectation(At);

    /// <summary>A value rises or falls from one year to another.</summary>
    /// <param name="At">Where it is stated.</param>
    /// <param name="Of">The value; its year is not stated.</param>
    /// <param name="From">First year.</param>
    /// <param name="To">Last year.</param>
    /// <param name="Rises">Whether it rises, rather than falls.</param>
    public sealed record Direction(string At, Selection Of, FinancialYear From, FinancialYear To, bool Rises) : Expectation(At);

    /// <summary>A value is the sum of others.</summary>
    /// <param name="At">Where it is stated.</param>
    /// <param name="Of">The value.</param>
    /// <param name="Parts">What it is the sum of.</param>
    /// <param name="Within">Largest difference, as a share of the larger side.</param>
    public sealed record Sum(string At, Selection Of, ImmutableArray<Selection> Parts, double Within) : Expectation(At);

    /// <summary>Every row of a table comes out as stated.</summary>
    /// <param name="At">Where it is stated.</param>
    /// <param name="File">Name of the table.</param>
    /// <param name="Rows">The rows, with where each is stated.</param>
    /// <param name="Within">Largest difference, as a share of the larger side; 0 for exactly.</param>
    public sealed record Table(string At, string File, ImmutableArray<Equality> Rows, double Within) : Expectation(At);
}
