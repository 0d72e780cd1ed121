using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An expectation as the file states it; one of all but <see cref="Of"/> and <see cref="Within"/> is stated.</summary>
internal sealed record ExpectKeys
{
    /// <summary>Which numbers it speaks of.</summary>
    public required Selection Of { get; init; }

    /// <summary>Lower and upper bound.</summary>
    public ImmutableArray<double> Between { get; init; } = [];

    /// <summary>Lower bound.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Upper bound.</summary>
    public double? AtMost { get; init; }

    /// <summary>On which side of zero it is.</summary>
    public Standing? Is { get; init; }

    /// <summary>First and last year of a rise.</summary>
    public ImmutableArray<FinancialYear> Rises { get; init; } = [];

    /// <summary>First and last year of a fall.</summary>
    public ImmutableArray<FinancialYear> Falls { get; init; } = [];

    /// <summary>The number itself.</summary>
    public double? EqualTo { get; init; }

    /// <summary>Largest difference; null when it is not stated.</summary>
    public double? Within { get; init; }

    /// <summary>What it is the sum of.</summary>
    public ImmutableArray<Selection> SumOf { get; init; } = [];
}
