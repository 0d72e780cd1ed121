using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>One scenario: a place, the options to compare, and the evidence behind every number.</summary>
public sealed record Scenario
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The question it is to answer; null when it does not say.</summary>
    public string? Question { get; init; }

    /// <summary>The option that is told of first; null when the scenario does not say.</summary>
    public OptionId? Headline { get; init; }

    /// <summary>What its author tells every reader before they trust the answer: whole sentences.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>The time covered.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>Prices and indices.</summary>
    public required Prices Prices { get; init; }

    /// <summary>What demand rates count.</summary>
    public RateBasis Rates { get; init; }

    /// <summary>The option that others are held against; it also says what is so today.</summary>
    public required OptionId Baseline { get; init; }

    /// <summary>All options, in declaration order, the baseline among them.</summary>
    public required ImmutableArray<Option> Options { get; init; }

    /// <summary>Sources of evidence.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>Grades of evidence.</summary>
    public ImmutableArray<Grade> Grades { get; init; } = [];

    /// <summary>Named uncertain factors.</summary>
    public ImmutableArray<Factor> Factors { get; init; } = [];

    /// <summary>Every number that the files hold, in the order they state it; those of options last.</summary>
    public ImmutableArray<Quantity> Numbers { get; init; } = [];

    /// <summary>How uncertain quantities are drawn.</summary>
    public Drawing Drawing { get; init; } = new();

    /// <summary>How the options are appraised; null when they are not.</summary>
    public Appraisal? Appraisal { get; init; }

    /// <summary>Whether there is anything to draw: a number with a range, a row like a sample, a table of draws, or chance.</summary>
    public bool HasRanges =>
        Numbers.Any(number => number.IsUncertain)
        || !Drawing.Rows.IsEmpty
        || !Drawing.Given.IsEmpty
        || !Drawing.Chance.IsEmpty;

    /// <summary>What it needs from its place, where it is a starter model; else null.</summary>
    public Starter? Starter { get; init; }

    /// <summary>The first number of a name: that at a path, else the first of those that are drawn as it; null when there is
    /// none.</summary>
    /// <param name="name">A path, or what numbers at several paths are drawn as.</param>
    public Quantity? Named(string name) => Numbers.FirstOrDefault(number => number.Name == name)
        ?? Factors.Select(factor => factor.Value).FirstOrDefault(value => value.Name == name)
        ?? Numbers.FirstOrDefault(number => number.DrawnAs == name);

    /// <summary>What its author puts first where numbers can be moved.</summary>
    public PageSettings Page { get; init; } = PageSettings.None;

    /// <summary>The baseline option.</summary>
    public Option BaselineOption => Options.First(option => option.Id == Baseline);
}
