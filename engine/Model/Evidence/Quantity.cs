using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A number in a scenario, with where it comes from and how uncertain it is.</summary>
/// <remarks>
/// <para><b>Units.</b> The unit is that of the field which holds the quantity, in SI-like base terms: GBP, people, contacts,
/// years, shares (0.03 is 3%), and "a year" for everything that is a rate.</para>
/// <para><b>Names.</b> A sampled value is a function of <see cref="DrawnAs"/>, which is the path of the number in the file, such as
/// <c>services.gp.cost.unit</c>, or of the one quantity that several paths stand for; so it stays the same when anything else is
/// added, renamed or reordered.</para>
/// </remarks>
public sealed record Quantity
{
    /// <summary>The central value.</summary>
    public required double Value { get; init; }

    /// <summary>Path of the number in the scenario; empty for numbers that no file holds.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name under which it is drawn; its own path unless it stands for one quantity with other numbers.</summary>
    /// <remarks>Numbers that are drawn as one are the same number where value and spread are the same; else each is as far up in its own
    /// range.</remarks>
    public string DrawnAs
    {
        get => field.Length > 0 ? field : Name;
        init;
    } = "";

    /// <summary>How uncertain it is; null when the scenario gives one number alone.</summary>
    public Spread? Spread { get; init; }

    /// <summary>What a number of its kind can be.</summary>
    public Limits Limits { get; init; } = Limits.None;

    /// <summary>Where it comes from; null when the scenario does not say.</summary>
    public SourceId? Source { get; init; }

    /// <summary>Whether the scenario calls it an assumption.</summary>
    public bool IsAssumption { get; init; }

    /// <summary>Grade of the evidence, A (best) to E; null when not stated.</summary>
    public string? Grade { get; init; }

    /// <summary>Unit of <see cref="Value"/> and of the spread, in words; empty for numbers that no file holds.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Anything a reader should know about it; null when nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Uncertain factors that multiply it.</summary>
    public ImmutableArray<FactorId> Factors { get; init; } = [];

    /// <summary>Whether any run may use another value than <see cref="Value"/>.</summary>
    public bool IsUncertain => Spread is not null || !Factors.IsEmpty;

    /// <summary>A number without name, spread or source.</summary>
    /// <param name="value">The central value.</param>
    public static Quantity Of(double value) => new() { Value = value };
}
