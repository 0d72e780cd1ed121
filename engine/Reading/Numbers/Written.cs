using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>A number as written, before its unit is turned into the base unit.</summary>
internal sealed record Written
{
    /// <summary>Where it is written.</summary>
    public required Scalar At { get; init; }

    /// <summary>The amount: 18% is 0.18, £1.2m is 1,200,000, 9.8 per 1000 is 0.0098.</summary>
    public required double Amount { get; init; }

    /// <summary>Whether it is written in percent.</summary>
    public required bool IsPercent { get; init; }

    /// <summary>The number it is stated per, without separators; empty when it is not.</summary>
    public required string Per { get; init; }

    /// <summary>Its unit as one word; empty when none is written.</summary>
    public required string Unit { get; init; }

    /// <summary>What overrides change about it, in order.</summary>
    public ImmutableArray<WrittenChange> Changes { get; init; } = [];

    /// <summary>The value in the base unit of its kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="otherwise">Unit taken when none is written.</param>
    /// <param name="stepsPerYear">Steps in a year of the scenario.</param>
    public double Value(NumberKind kind, string otherwise, int stepsPerYear)
    {
        var value = Amount * Worth(Unit);
        foreach (var change in Changes)
        {
            value = change.Multiplies ? value * change.By : value + (change.By * Worth(change.Unit));
        }

        return value;

        double Worth(string unit) => kind.KeepsUnit
            ? 1.0
            : kind.Unit.Worth(unit.Length > 0 ? unit : Unit.Length > 0 ? Unit : otherwise, stepsPerYear);
    }

    /// <summary>What overrides make of the number, in words: <c>3.5% a year less 1.5 points: 2% a year</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="stepsPerYear">Steps in a year of the scenario.</param>
    public string Told(NumberKind kind, int stepsPerYear)
    {
        var worth = kind.KeepsUnit ? 1.0 : kind.Unit.Worth(Unit, stepsPerYear);
        return $"{At.Text} {string.Join(' ', Changes.Select(change => change.Said))}: {NumberText.With(At.Text, Value(kind, "", stepsPerYear) / worth)}";
    }

    /// <summary>A width in the base unit: what is added to a number does not widen its spread.</summary>
    /// <inheritdoc cref="Value"/>
    public double Width(NumberKind kind, string otherwise, int stepsPerYear) =>
        (this with { Changes = Changes.RemoveAll(change => !change.Multiplies) }).Value(kind, otherwise, stepsPerYear);
}
