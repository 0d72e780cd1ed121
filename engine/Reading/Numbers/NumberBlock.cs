using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>A number with what is said about it, as written.</summary>
internal sealed record NumberBlock
{
    /// <summary>The central value.</summary>
    public Written? Value { get; init; }

    /// <summary>The mean, in place of the value.</summary>
    public Written? Mean { get; init; }

    /// <summary>The standard deviation.</summary>
    public Written? Deviation { get; init; }

    /// <summary>Events counted, in place of the value.</summary>
    public Written? Events { get; init; }

    /// <summary>Out of how many.</summary>
    public Written? Of { get; init; }

    /// <summary>Lower end of the range.</summary>
    public Written? Low { get; init; }

    /// <summary>Upper end of the range.</summary>
    public Written? High { get; init; }

    /// <summary>Chance that the range holds the number.</summary>
    public double? Interval { get; init; }

    /// <summary>Values that it may have, or that were seen.</summary>
    public ImmutableArray<Written> Values { get; init; } = [];

    /// <summary>Weights of the values.</summary>
    public ImmutableArray<double> Weights { get; init; } = [];

    /// <summary>Shape of the distribution.</summary>
    public string? Shape { get; init; }

    /// <summary>Grade of the evidence.</summary>
    public string? Grade { get; init; }

    /// <summary>Anything a reader should know.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is called an assumption.</summary>
    public bool IsAssumption { get; init; }

    /// <summary>What is said about its source, here or on a block around it.</summary>
    public Provenance From { get; init; }

    /// <summary>The number that stands for the value, or whose unit it has.</summary>
    public Written Centre => Value ?? Mean ?? Events ?? Low ?? Values[0];
}
