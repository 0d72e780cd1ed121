using System.Globalization;

namespace SystemSim.Analysis;

/// <summary>How likely each option is to be the best, at each willingness to pay for a unit of effect.</summary>
/// <param name="Names">The options.</param>
/// <param name="WillingnessToPay">What a unit of effect is worth.</param>
/// <param name="Chances">[option][willingness] share of the draws in which no option has more net benefit; equal ones share a draw.</param>
/// <param name="Best">[willingness] row of the option whose mean net benefit is the largest; the first of equal ones.</param>
public sealed record Acceptability(
    ImmutableArray<string> Names,
    ImmutableArray<double> WillingnessToPay,
    ImmutableArray<ImmutableArray<double>> Chances,
    ImmutableArray<int> Best
)
{
    /// <summary>What a unit of effect may be worth, GBP, unless other amounts are named.</summary>
    public static ImmutableArray<double> UsualWorths { get; } =
        [0.0, 5_000.0, 10_000.0, 15_000.0, 20_000.0, 25_000.0, 30_000.0, 40_000.0, 50_000.0, 60_000.0, 70_000.0, 80_000.0, 100_000.0];

    /// <summary>The measure that tells how likely an option is to be the best where a quality-adjusted life year is worth so
    /// much.</summary>
    /// <param name="worth">GBP, one of <see cref="UsualWorths"/>.</param>
    public static string MeasureAt(double worth) => string.Create(CultureInfo.InvariantCulture, $"best_at_{worth:0}");

    /// <summary>Counts draws.</summary>
    /// <param name="names">The options.</param>
    /// <param name="costs">[option][draw] costs.</param>
    /// <param name="effects">[option][draw] effects; more is better.</param>
    /// <param name="willingnessToPay">What a unit of effect is worth.</param>
    public static Acceptability Of(
        ImmutableArray<string> names,
        IReadOnlyList<double[]> costs,
        IReadOnlyList<double[]> effects,
        ImmutableArray<double> willingnessToPay
    )
    {
        var chances = names.Select(_ => new double[willingnessToPay.Length]).ToArray();
        var best = new int[willingnessToPay.Length];
        for (var row = 0; row < willingnessToPay.Length; row++)
        {
            var benefits = NetBenefits(costs, effects, willingnessToPay[row]);
            best[row] = InformationValue.Best(benefits);
            for (var draw = 0; draw < benefits[0].Length; draw++)
            {
                var most = benefits.Max(option => option[draw]);
                var equal = benefits.Count(option => option[draw] == most);
                for (var option = 0; option < benefits.Length; option++)
                {
                    chances[option][row] += benefits[option][draw] == most ? 1.0 / equal / benefits[0].Length : 0.0;
                }
            }
        }

        return new Acceptability(names, willingnessToPay, [.. chances.Select(option => option.ToImmutableArray())], [.. best]);
    }

    /// <summary>[option][draw] what effects are worth, less costs.</summary>
    public static double[][] NetBenefits(IReadOnlyList<double[]> costs, IReadOnlyList<double[]> effects, double worth) =>
        [.. costs.Zip(effects, (cost, effect) => cost.Zip(effect, (paid, gained) => (worth * gained) - paid).ToArray())];
}
