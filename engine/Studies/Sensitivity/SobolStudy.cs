using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Says which quantities the spread of a number is due to: first-order and total indices by two samples and their
/// mixtures.</summary>
/// <remarks>
/// The first sample is the first draws of the scenario, the second as many after them. What is drawn together is moved together. What
/// nothing reads costs no runs. Draws of which either sample or the mixture breaks a rule are left out of that index.
/// </remarks>
public static class SobolStudy
{
    /// <summary>Runs the study: as many runs as draws, times the groups of quantities and two.</summary>
    /// <inheritdoc cref="Plan" path="/param"/>
    /// <returns>The indices; null when no option has what is to be looked at.</returns>
    public static SobolIndices? Run(Prepared prepared, Selection of, OptionId option, OptionId? against, DrawRequest request) =>
        Plan(prepared, of, option, against, request)?.Run();

    /// <summary>Plans the study.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="of">What is to be looked at: measure, year, parts; its option and baseline are passed over.</param>
    /// <param name="option">The option whose value it is.</param>
    /// <param name="against">The option that it is held against; null for the option's own value.</param>
    /// <param name="request">How many draws, which seed, how many threads.</param>
    /// <returns>The study; null when no option has what is to be looked at.</returns>
    public static PointStudy<SobolIndices>? Plan(Prepared prepared, Selection of, OptionId option, OptionId? against, DrawRequest request)
    {
        var asked = SensitivityOf.Ask(prepared.Scenario, of with { Option = option, Against = against });
        var runs = new PointRuns(prepared, [asked.Selection], request.Threads);
        if (!runs.IsSound)
        {
            return null;
        }

        var samples = new Samples(runs, asked, request.Seed ?? prepared.Scenario.Drawing.Seed, (int)request.Draws);
        return new PointStudy<SobolIndices>(runs, samples.Points, samples.Fill, samples.Indices);
    }

    /// <summary>Most draws of a study: half of a table of draws, where a scenario has one; null where nothing limits them.</summary>
    public static int? MostDrawsOf(Scenario scenario) => DrawStudy.MostDrawsOf(scenario) / 2;

    /// <summary>Two samples and their mixtures. Points: the first sample, the second, and for each group the first with the group from the
    /// second.</summary>
    private sealed class Samples
    {
        private readonly SensitivityOf asked;
        private readonly int seed;
        private readonly int draws;
        private readonly DrawnPoints a;
        private readonly DrawnPoints b;
        private readonly QuantityGroup[] groups;
        private readonly QuantityGroup[] acting;

        public Samples(PointRuns runs, SensitivityOf asked, int seed, int draws)
        {
            (this.asked, this.seed, this.draws) = (asked, seed, draws);
            a = new DrawnPoints(runs.Planned, seed, 1, draws, 2 * draws);
            b = new DrawnPoints(runs.Planned, seed, draws + 1, draws, 2 * draws);
            groups = [.. QuantityGroup.All(runs.Planned, runs.Ranges(seed))];
            acting = [.. groups.Where(group => group.Rows.Any(runs.Uses))];
        }

        /// <summary>How many points there are; every run leaves one number.</summary>
        public int Points =>
            (long)draws * (acting.Length + 2) is var points && points <= Array.MaxLength
                ? (int)points
                : throw new InsufficientMemoryException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{draws:N0} draws of {acting.Length:N0} numbers are {points:N0} runs, and a study keeps at most {Array.MaxLength:N0}: ask for fewer draws."
                    )
                );

        public void Fill(int point, Span<double> quantities)
        {
            var (part, draw) = (point / draws, point % draws);
            (part == 1 ? b : a).Of(draw).CopyTo(quantities);
            if (part >= 2)
            {
                foreach (var row in acting[part - 2].Rows)
                {
                    quantities[row] = b.Of(draw)[row];
                }
            }
        }

        public SobolIndices Indices(PointValues values)
        {
            bool[] isSound =
            [
                .. Enumerable
                    .Range(0, draws)
                    .Select(draw => !a.IsStopped(draw) && !b.IsStopped(draw) && !values.IsStopped(draw) && !values.IsStopped(draws + draw)),
            ];
            var all = new Dictionary<QuantityGroup, SobolIndex>(ReferenceEqualityComparer.Instance);
            var stopped = new bool[draws];
            for (var row = 0; row < acting.Length; row++)
            {
                var first = (row + 2) * draws;
                int[] sound = [.. Enumerable.Range(0, draws).Where(draw => isSound[draw] && !values.IsStopped(first + draw))];
                all.Add(acting[row], SobolIndex.Of(acting[row].Names, At(sound, 0), At(sound, draws), At(sound, first)));
                for (var draw = 0; draw < draws; draw++)
                {
                    stopped[draw] |= !isSound[draw] || values.IsStopped(first + draw);
                }
            }

            double[] both = [.. Enumerable.Range(0, 2 * draws).Where(point => isSound[point % draws]).Select(point => values.Of(0)[point])];
            var mean = both.DefaultIfEmpty().Average();
            return new SobolIndices
            {
                Of = asked,
                Seed = seed,
                Draws = draws,
                Stopped = stopped.Count(broken => broken),
                Mean = mean,
                Deviation = both.Length < 2 ? 0.0 : Math.Sqrt(both.Sum(value => (value - mean) * (value - mean)) / (both.Length - 1)),
                Indices =
                [
                    .. groups
                        .Select(group => all.GetValueOrDefault(group, new SobolIndex(group.Names, default, default)))
                        .OrderByDescending(index => index.Total.Value),
                ],
            };

            double[] At(int[] sound, int first) => [.. sound.Select(draw => values.Of(0)[first + draw])];
        }
    }
}
