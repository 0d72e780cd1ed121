using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Costs and effects of all options, on the same draws.</summary>
public static class CostEffectStudy
{
    /// <summary>Runs the study.</summary>
    /// <inheritdoc cref="Plan" path="/param"/>
    /// <returns>Costs and effects; null when no option has them, or one lacks a ratio or a limit.</returns>
    public static CostEffects? Run(Prepared prepared, Selection cost, Selection? effect, DrawRequest request) =>
        Plan(prepared, cost, effect, request)?.Run();

    /// <summary>Plans the study.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="cost">What is paid, whatever the option; less is better.</param>
    /// <param name="effect">What comes of it; null where cost alone decides. Of what does harm, what is avoided counts.</param>
    /// <param name="request">How many draws, 0 for none; which seed, options and threads.</param>
    /// <returns>The study; null when no option has them, or one lacks a ratio or a limit.</returns>
    public static PointStudy<CostEffects>? Plan(Prepared prepared, Selection cost, Selection? effect, DrawRequest request) =>
        new AllOptions(prepared, cost, effect, request).Study()?.Select(done => done.Found);

    /// <summary>Runs the study of what it is worth to know each quantity before choosing.</summary>
    /// <inheritdoc cref="PlanInformation" path="/param"/>
    /// <returns>The value of information; null when no option has the costs or the effects, or one lacks a ratio or a limit.</returns>
    public static Information? Inform(Prepared prepared, Selection cost, (Selection Effect, double Worth)? effect, DrawRequest request) =>
        PlanInformation(prepared, cost, effect, request)?.Run();

    /// <summary>Plans the study of what it is worth to know each quantity before choosing.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="cost">What is paid, whatever the option; less is better.</param>
    /// <param name="effect">What comes of it, and what a unit of it is worth, GBP; null where cost alone decides.</param>
    /// <param name="request">How many draws, at least 1; which seed, options and threads.</param>
    /// <returns>The study; null when no option has the costs or the effects, or one lacks a ratio or a limit.</returns>
    public static PointStudy<Information>? PlanInformation(
        Prepared prepared,
        Selection cost,
        (Selection Effect, double Worth)? effect,
        DrawRequest request
    )
    {
        var runs = new AllOptions(prepared, cost, effect?.Effect, request);
        return runs.Study()?.Select(done => Information(runs, done.Found, done.Sound, effect?.Worth));
    }

    private static Information Information(AllOptions runs, CostEffects found, int[] sound, double? worth)
    {
        var benefits = Acceptability.NetBenefits(found.Costs, found.Effects, worth ?? 0.0);
        return new Information
        {
            Draws = found,
            Worth = worth,
            Means = [.. benefits.Select(option => option.DefaultIfEmpty().Average())],
            Best = InformationValue.Best(benefits),
            Perfect = sound.Length == 0 ? default : InformationValue.OfAll(benefits),
            Noise = sound.Length == 0 ? 0.0 : InformationValue.Noise(benefits, (ulong)found.Seed),
            Quantities =
            [
                .. runs.Ranges.All.Select(range => (range.Name, sound.Length == 0 || !range.Rows.Any(runs.Points.Uses)
                    ? 0.0
                    : InformationValue.OfOne(benefits, [.. sound.Select(draw => runs.Drawn.Of(draw)[range.Rows[0]])])))
                    .OrderByDescending(entry => entry.Item2),
            ],
        };
    }

    private sealed class AllOptions
    {
        private readonly Prepared prepared;
        private readonly ImmutableArray<OptionId> options;
        private readonly Selection cost;
        private readonly Selection? effect;
        private readonly int draws;
        private readonly int seed;

        public AllOptions(Prepared prepared, Selection cost, Selection? effect, DrawRequest request)
        {
            (this.prepared, this.cost, this.effect) = (prepared, cost, effect);
            options =
            [
                .. prepared
                    .Scenario.Options.Select(option => option.Id)
                    .Where(option => option == prepared.Scenario.Baseline || request.Options is null || request.Options.Contains(option)),
            ];
            seed = request.Seed ?? prepared.Scenario.Drawing.Seed;
            draws = (int)request.Draws;
            ImmutableArray<Selection> read =
            [
                .. options.Select(option => cost with { Option = option }),
                .. effect is null ? [] : options.Select(option => effect with { Option = option }),
            ];
            Points = new PointRuns(prepared, read, request.Threads);
            Ranges = Points.Ranges(seed);
            Drawn = new DrawnPoints(Points.Planned, seed, 1, draws, Math.Max(1, draws));
        }

        public PointRuns Points { get; }

        public QuantityRanges Ranges { get; }

        public DrawnPoints Drawn { get; }

        /// <summary>The study, which finds costs and effects, and which draws were not stopped. Point 0 is the central run.</summary>
        public PointStudy<(CostEffects Found, int[] Sound)>? Study()
        {
            var there = Points.AreThere;
            var isThere = there.Take(options.Length).Contains(true) && (effect is null || there.Skip(options.Length).Contains(true));
            return isThere && !Points.IsCentralStopped
                ? new PointStudy<(CostEffects Found, int[] Sound)>(Points, draws + 1, Fill, Found)
                : null;
        }

        private (CostEffects Found, int[] Sound) Found(PointValues values)
        {
            int[] sound = [.. Enumerable.Range(0, draws).Where(draw => !Drawn.IsStopped(draw) && !values.IsStopped(draw + 1))];
            var sign = effect is not null && CostEffects.IsHarm(effect.Measure) ? -1.0 : 1.0;
            return (new CostEffects
            {
                Options = options,
                Cost = SensitivityOf.Ask(prepared.Scenario, cost),
                Effect = effect is null ? null : SensitivityOf.Ask(prepared.Scenario, effect),
                Seed = seed,
                Draws = draws,
                Stopped = draws - sound.Length,
                Central = [.. options.Select((option, row) => new CostEffect(option.Name, Value(row, 0), EffectOf(row, 0)))],
                Costs = [.. options.Select((_, row) => sound.Select(draw => Value(row, draw + 1)).ToArray())],
                Effects = [.. options.Select((_, row) => sound.Select(draw => EffectOf(row, draw + 1)).ToArray())],
            }, sound);

            double Value(int measure, int point) => values.Of(measure)[point];

            double EffectOf(int option, int point) => effect is null ? 0.0 : sign * Value(options.Length + option, point);
        }

        private void Fill(int point, Span<double> quantities)
        {
            if (point > 0)
            {
                Drawn.Of(point - 1).CopyTo(quantities);
            }
        }
    }
}
