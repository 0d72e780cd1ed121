using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How the normal scores of correlated quantities come about from scores that have nothing to do with each other.</summary>
/// <remarks>
/// <para><b>Shape.</b> The lower triangle of a Cholesky factor of their correlations, in the order of their names, so that the order of a
/// file changes nothing.</para>
/// <para>
/// A matrix at the edge of what can be (a correlation of 1 or -1, or one that follows from the others) has a factor too: a score that is
/// wholly made of those before it has a 0 in the place of its own.
/// </para>
/// </remarks>
public sealed record CorrelationFactor
{
    // What is left of a score's own variance is nothing within the rounding of a few sums; what it has to do with others then is, too.
    private const double Rounding = 1e-9;
    private const double NothingLeft = 1e-12;
    private const double NothingShared = 1e-6;

    /// <summary>The quantities, in order.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>[row, earlier row] the factor, row by row; up to the contradiction where there is one.</summary>
    public required ImmutableArray<double> Rows { get; init; }

    /// <summary>The first quantity whose correlations with those before it cannot be; null when all can.</summary>
    public string? Contradiction { get; init; }

    /// <summary>Works the factor out.</summary>
    /// <param name="correlations">Correlations; what is not stated is 0.</param>
    /// <param name="among">The quantities.</param>
    public static CorrelationFactor Of(ImmutableArray<Correlation> correlations, IEnumerable<string> among)
    {
        ImmutableArray<string> names = [.. among.Distinct().Order(StringComparer.Ordinal)];
        var known = correlations
            .SelectMany(pair => new[] { (Key: (pair.First, pair.Second), pair.Value), (Key: (pair.Second, pair.First), pair.Value) })
            .DistinctBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        var factor = new double[names.Length, names.Length];
        var rows = ImmutableArray.CreateBuilder<double>();
        for (var row = 0; row < names.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = row == column ? 1.0 : known.GetValueOrDefault((names[row], names[column]));
                for (var k = 0; k < column; k++)
                {
                    rest -= factor[row, k] * factor[column, k];
                }

                if (row == column ? rest < -Rounding : factor[column, column] == 0.0 && Math.Abs(rest) > NothingShared)
                {
                    return new CorrelationFactor { Names = names, Rows = rows.ToImmutable(), Contradiction = names[row] };
                }

                factor[row, column] = row == column ? (rest <= NothingLeft ? 0.0 : Math.Sqrt(rest))
                    : factor[column, column] == 0.0 ? 0.0
                    : rest / factor[column, column];
                rows.Add(factor[row, column]);
            }
        }

        return new CorrelationFactor { Names = names, Rows = rows.ToImmutable() };
    }
}
