using SystemSim.Analysis;

namespace SystemSim.Studies;

/// <summary>Says what a likely range comes of: numbers of one subject at a time stand at their central values, all others are
/// drawn.</summary>
/// <remarks>
/// Every subject meets the same draws. What is drawn together is switched together. Draws of which a run breaks a rule are left out of all;
/// counts by chance are left aside.
/// </remarks>
public static class RangeSourceStudy
{
    /// <summary>What stands for the subjects that move the number least.</summary>
    public const string Rest = "all other numbers";

    // Few enough for the interpreter, many enough to tell tenths: every subject meets the same draws.
    private const int Draws = 140;
    private const int MostSubjects = 6;

    /// <summary>Runs the study: as many runs as draws, times the subjects and one.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="tornado">What each number alone does: it says whose range is looked into, and which subjects are shown apart.</param>
    /// <param name="subjectOf">Says what a number, or some that are drawn together, are about.</param>
    /// <param name="threads">Threads; never changes a bit.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>The subjects, what narrows the range most first; none where there is no range.</returns>
    public static ImmutableArray<RangeSource> Run(
        Prepared prepared,
        Tornado tornado,
        Func<ImmutableArray<string>, string> subjectOf,
        int threads = 1,
        CancellationToken stop = default
    )
    {
        var runs = new PointRuns(prepared, [tornado.Of.Selection], threads);
        var seed = prepared.Scenario.Drawing.Seed;
        var draws = Math.Min(Draws, DrawStudy.MostDrawsOf(prepared.Scenario) ?? Draws);
        var drawn = new DrawnPoints(runs.Planned, seed, 1, draws, draws);
        var subjects = Subjects(runs, QuantityGroup.All(runs.Planned, runs.Ranges(seed)), tornado, subjectOf);
        var values = runs.Run(draws * (subjects.Length + 1), Fill, stop: stop);
        int[] sound =
        [
            .. Enumerable
                .Range(0, draws)
                .Where(draw =>
                    !drawn.IsStopped(draw)
                    && Enumerable.Range(0, subjects.Length + 1).All(part => !values.IsStopped((part * draws) + draw))
                ),
        ];
        var whole = Width(0);
        return sound.Length > 1 && whole > tornado.Of.Nothing([tornado.Central, whole])
            ?
            [
                .. subjects
                    .Select((subject, row) => new RangeSource(subject.Title, subject.Names, 1.0 - (Width(row + 1) / whole)))
                    .OrderByDescending(source => source.Narrower),
            ]
            : [];

        // Points: all numbers drawn; then, for each subject, the same draws with its numbers central.
        void Fill(int point, Span<double> quantities)
        {
            var (part, draw) = (point / draws, point % draws);
            drawn.Of(draw).CopyTo(quantities);
            foreach (var row in part == 0 ? [] : subjects[part - 1].Rows)
            {
                quantities[row] = runs.Planned.Plan.Central[row];
            }
        }

        double Width(int part)
        {
            double[] sorted = [.. sound.Select(draw => values.Of(0)[(part * draws) + draw]).Order()];
            return sorted.Length == 0
                ? 0.0
                : Quantile.OfSorted(sorted, QuantityRanges.HighShare) - Quantile.OfSorted(sorted, QuantityRanges.LowShare);
        }
    }

    /// <summary>The subjects whose numbers alone move most, and one of all others.</summary>
    private static (string Title, ImmutableArray<string> Names, ImmutableArray<int> Rows)[] Subjects(
        PointRuns runs,
        ImmutableArray<QuantityGroup> groups,
        Tornado tornado,
        Func<ImmutableArray<string>, string> subjectOf
    )
    {
        var widths = tornado.Bars.ToDictionary(bar => bar.Quantity, bar => bar.WidthAbout(tornado.Central));
        var subjects = groups
            .Where(group => group.Rows.Any(runs.Uses))
            .GroupBy(group => subjectOf(group.Names))
            .OrderByDescending(subject => subject.SelectMany(group => group.Names).Sum(name => Squared(widths.GetValueOrDefault(name))))
            .ToArray();
        var apart = subjects.Length > MostSubjects ? MostSubjects - 1 : subjects.Length;
        return
        [
            .. subjects.Select((subject, row) => (Title: row < apart ? subject.Key : Rest, Groups: subject))
                .GroupBy(subject => subject.Title)
                .Select(alike => (
                    alike.Key,
                    alike.SelectMany(subject => subject.Groups).SelectMany(group => group.Names).ToImmutableArray(),
                    alike.SelectMany(subject => subject.Groups).SelectMany(group => group.Rows).ToImmutableArray()
                )),
        ];

        static double Squared(double width) => double.IsFinite(width) ? width * width : 0.0;
    }
}
