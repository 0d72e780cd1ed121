using SystemSim.Analysis;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>What only a run shows of a scenario: draws that are left out, settings from which nothing follows, options that are the
/// same.</summary>
internal static class RunFindings
{
    /// <summary>Looks for settings from which nothing follows; each may take a run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="answers">Its answers.</param>
    /// <param name="request">What is asked: who wants tidy files alone wants nothing told.</param>
    /// <param name="stop">Interrupts it.</param>
    public static ImmutableArray<RunFinding> Settings(
        OpenScenario scenario,
        Answers answers,
        RunRequest request,
        CancellationToken stop
    ) =>
        request.OnlyTidy
            ? []
            : SettingStudy.Run(
                scenario.Prepared,
                answers,
                scenario.Result.Without().Select(one => new OptionWithout(one.Option, one.Path, one.Left)),
                request.Threads,
                stop
            );

    /// <summary>All of them.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="draws">What the draws come to; null where nothing was drawn.</param>
    /// <param name="settings">Settings from which nothing follows.</param>
    public static ImmutableArray<RunFinding> All(Answers answers, DrawAnswers? draws, ImmutableArray<RunFinding> settings) =>
        [.. LeftOut(draws?.Count, draws?.Stopped ?? []), .. settings, .. Sameness.Among(answers, draws), .. Plausibility.Of(answers)];

    /// <summary>That draws are left out; nothing where it is few of them.</summary>
    /// <param name="count">The draws; null where nothing was drawn.</param>
    /// <param name="stopped">Those that broke a rule.</param>
    public static IEnumerable<RunFinding> LeftOut(DrawCount? count, ImmutableArray<StoppedDraws> stopped) =>
        count is { LeftOut: > 0, Telling: not DrawTelling.All } many && stopped.MaxBy(rule => rule.Count) is { } most
            // A rule is told with the path of the number that broke it first.
            ?
            [
                new RunFinding(
                    RunFinding.DrawsLeftOut,
                    most.Reason.Split(' ')[0],
                    $"{LeftOutText.Sentence(many)} Most often: {most.Reason}.",
                    LeftOutText.Hint
                ),
            ]
            : [];
}
