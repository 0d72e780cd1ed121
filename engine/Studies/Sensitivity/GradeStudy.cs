using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>What an option's effect on spending rests on: each effect is switched off in turn, and what that moves is put to the grade of
/// its evidence.</summary>
/// <remarks>Central values throughout. What effects do together counts with each of them, so that shares are of the sum of what they move
/// one by one.</remarks>
public static class GradeStudy
{
    /// <summary>Runs the study: one run for each effect, side by side.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="options">The options to ask about.</param>
    /// <param name="threads">Threads; never changes a bit.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>Shares by option, the best grade first and what nobody has graded last; none for an option whose spending no effect
    /// moves.</returns>
    public static IReadOnlyDictionary<OptionId, ImmutableArray<GradeShare>> Run(
        Prepared prepared,
        ImmutableArray<OptionId> options,
        int threads = 1,
        CancellationToken stop = default
    )
    {
        var scenario = prepared.Scenario;
        // A strength that an option sets is drawn as the one whose place it takes, and is switched off with it.
        Effect[][] effects =
        [
            .. scenario.Options.SelectMany(option => option.Places).SelectMany(place => place.Effects)
                .Where(effect => effect.Strength.Name.Length > 0).GroupBy(effect => effect.Strength.DrawnAs)
                .Select(alike => alike.ToArray()),
        ];
        ImmutableArray<OptionId> asked = [.. options.Where(option => option != scenario.Baseline)];
        if (effects.Length == 0 || asked.IsEmpty)
        {
            return new Dictionary<OptionId, ImmutableArray<GradeShare>>();
        }

        var measures = asked.Select(option => Spending(scenario, option)).ToImmutableArray();
        var runs = new PointRuns(prepared.Freeing(effects.Select(alike => alike[0].Strength.DrawnAs)), measures, threads);
        var ranges = runs.Ranges(scenario.Drawing.Seed);
        QuantityRange[] strengths = [.. effects.Select(effect => ranges.Named(effect[0].Strength.DrawnAs, _ => true))];
        // Point 0 is the central run.
        var values = runs.Run(effects.Length + 1, Fill, stop: stop);
        return values.IsStopped(0) ? new Dictionary<OptionId, ImmutableArray<GradeShare>>()
            : asked.Index().ToDictionary(option => option.Item, option => Shares(option.Index));

        void Fill(int point, Span<double> quantities)
        {
            if (point > 0)
            {
                var (strength, off) = (strengths[point - 1], OffAt(effects[point - 1][0].Form));
                ranges.Set(quantities, strength, [.. strength.Rows.Select(_ => off)]);
            }
        }

        ImmutableArray<GradeShare> Shares(int option)
        {
            var central = values.At(0, option)!.Value;
            var moves = effects.Select((_, row) => Math.Abs((values.At(row + 1, option) ?? central) - central)).ToArray();
            var all = moves.Sum();
            return all <= Nothing
                ? []
                :
                [
                    .. from effect in effects.Zip(moves)
                       group effect.Second by GradeOf(scenario, Own(effect.First, asked[option]).Strength) into alike
                       let share = alike.Sum() / all
                       where share > 0.0
                       orderby alike.Key is null, alike.Key
                       select new GradeShare(alike.Key, scenario.Grades.FirstOrDefault(grade => grade.Id == alike.Key)?.Means, share),
                ];
        }

        Effect Own(Effect[] alike, OptionId option) =>
            scenario.Options.First(known => known.Id == option).Place.Effects.FirstOrDefault(effect =>
                alike.Any(one => one.Strength.Name == effect.Strength.Name)
            ) ?? alike[0];
    }

    // Half a penny.
    private const double Nothing = 0.005;

    private static Selection Spending(Scenario scenario, OptionId option) =>
        SensitivityOf.Ask(scenario, new Selection { Measure = "spend", Option = option, Against = scenario.Baseline }).Selection;

    /// <summary>The strength at which an effect changes nothing.</summary>
    private static double OffAt(StrengthForm form) => form == StrengthForm.RelativeRisk ? 1.0 : 0.0;

    private static string? GradeOf(Scenario scenario, Quantity strength) =>
        strength.IsAssumption ? null
        : strength.Grade ?? scenario.Sources.FirstOrDefault(source => source.Id == strength.Source && !source.IsAssumption)?.Grade;
}
