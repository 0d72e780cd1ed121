using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Says what it is worth to know each quantity before choosing, from draws that have been made: no run more.</summary>
public static class InformationStudy
{
    /// <summary>Most draws of which it is asked: as many as are kept at little cost.</summary>
    public const long MostDraws = QuantileBins.FirstDraws;

    /// <summary>Works it out, where spending over all years decides among options that do no harm.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="draws">Its draws, kept one by one.</param>
    /// <param name="among">Numbers that are looked into one by one; null for all.</param>
    /// <param name="threads">Threads; never changes a bit.</param>
    /// <returns>What it is worth; null where draws are not kept, where fewer than two options may be chosen, or where counts are by chance,
    /// which nobody can know.</returns>
    public static Information? Run(Prepared prepared, DrawAnswers draws, IReadOnlySet<string>? among = null, int threads = 1)
    {
        var scenario = prepared.Scenario;
        OptionId[] options =
        [
            .. scenario.Options.Select(option => option.Id).Where(option => SpendOf(option) is not null && !DoesHarm(option)),
        ];
        if (draws.Kept is not { } kept || options.Length < 2 || !scenario.Drawing.Chance.IsEmpty || draws.Draws > MostDraws)
        {
            return null;
        }

        var drawn = new DrawnPoints(prepared.Draws, draws.Seed, 1, (int)draws.Draws, (int)draws.Draws);
        var ranges = prepared.Ranges(draws.Seed);
        int[] sound = [.. kept.Draws.Skip(1).Select(draw => (int)draw - 1)];
        double[][] costs = [.. options.Select(option => kept.Values[KeptRow(option)].Skip(1).ToArray())];
        double[][] benefits = [.. costs.Select(option => option.Select(cost => 0.0 - cost).ToArray())];
        return new Information
        {
            Draws = new CostEffects
            {
                Options = [.. options],
                Cost = SensitivityOf.Ask(scenario, new Selection { Measure = "spend" }),
                Effect = null,
                Seed = draws.Seed,
                Draws = (int)draws.Draws,
                Stopped = (int)(draws.Draws - draws.Used),
                Central = [.. options.Select(option => new CostEffect(option.Name, kept.Values[KeptRow(option)][0], 0.0))],
                Costs = [.. costs],
                Effects = [.. costs.Select(option => new double[option.Length])],
            },
            Worth = null,
            Means = [.. benefits.Select(option => option.DefaultIfEmpty().Average())],
            Best = InformationValue.Best(benefits),
            Perfect = InformationValue.OfAll(benefits),
            Noise = InformationValue.Noise(benefits, (ulong)draws.Seed),
            Quantities =
            [
                .. ranges
                    .All.Where(range => among is null || among.Contains(range.Name))
                    .AsParallel()
                    .AsOrdered()
                    .WithDegreeOfParallelism(threads)
                    .Select(range =>
                        (range.Name, InformationValue.OfOne(benefits, [.. sound.Select(draw => drawn.Of(draw)[range.Rows[0]])]))
                    )
                    .OrderByDescending(entry => entry.Item2),
            ],
        };

        int KeptRow(OptionId option) => kept.Outcomes.IndexOf(draws.Outcomes[SpendOf(option)!.Value]);

        int? SpendOf(OptionId option) => Find("spend", option, against: "");

        bool DoesHarm(OptionId option)
        {
            const double Rounding = 1e-9;
            return option != scenario.Baseline
                && (
                    Mean("left", option) > Rounding
                    || (Find("quality_adjusted_life_years", option, scenario.Baseline.Name) is null
                        ? Mean("deaths", option) > Rounding
                        : Mean("quality_adjusted_life_years", option) < -Rounding)
                );
        }

        double Mean(string measure, OptionId option) =>
            Find(measure, option, scenario.Baseline.Name) is { } row ? draws.Summaries[row].Mean : 0.0;

        int? Find(string measure, OptionId option, string against) =>
            draws.Find(OutcomeKind.Whole, about =>
                about.Measure == measure && about.Organisation.Length == 0 && about.Option == option.Name && about.Against == against);
    }
}
