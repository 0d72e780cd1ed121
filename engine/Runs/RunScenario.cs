using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>Runs a scenario, and makes what there is to tell of it: what <c>run</c> and <c>report</c> ask.</summary>
public static class RunScenario
{
    /// <summary>Runs.</summary>
    /// <param name="scenario">The scenario, with which nothing is wrong.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told how far it is, by any thread.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static Task<Outcome<RunResult>> Run(
        OpenScenario scenario, RunRequest request, IProgress<RunProgress>? progress = null, CancellationToken stop = default) =>
        Outcome.Of(() => Running(scenario, request, made: null, progress, stop));

    /// <summary>Runs, with draws that were made elsewhere.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="made">What the draws come to; null to make them here.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Interrupts it.</param>
    internal static async Task<RunResult> Running(
        OpenScenario scenario,
        RunRequest request,
        DrawAnswers? made,
        IProgress<RunProgress>? progress,
        CancellationToken stop
    )
    {
        request = request.For(scenario.Scenario);
        var options = RunSteps.Named(scenario, request.Options);
        var told = RunSteps.Told(scenario, request);

        // What drives the difference takes runs of its own, which another core makes meanwhile.
        progress.Begin(RunProgress.Run);
        var explaining = await RunSteps.Beside(
            request.Threads,
            () => request.OnlyTidy || RunSteps.IsStarter(scenario) ? null : Explain(scenario, options, told, request.Threads, stop),
            stop
        );
        var study = await RunSteps.Run(scenario, options, request.BySteps, progress.Of(RunProgress.Run), stop);

        progress.Begin(RunProgress.Tabulate);
        var answers = await RunSteps.Tabulate(scenario, study, request.Threads, stop);
        var held = ExpectationCheck.Hold(answers, scenario.Result.Expectations);
        var settings = await RunSteps.Beside(request.Threads, () => RunFindings.Settings(scenario, answers, request, stop), stop);

        var draws = made ?? await RunSteps.Draw(scenario, request, options, progress, stop);
        var featured = Featured.Of(scenario.Scenario, answers.Options, told);
        var grading = await Beside(RunSteps.Grade(scenario, request, answers.Options, stop));
        var covering = await Beside(RunSteps.Cover(scenario, request, answers.Options, featured, stop));
        var tornado = await RunSteps.Measure(scenario, request, featured, progress, stop);
        var sourcing = await Beside(RunSteps.Sources(scenario, request, tornado, stop));
        var informing = await Beside(RunSteps.Inform(scenario, request, draws, tornado, stop));
        var switching = await RunSteps.Turn(scenario, request, featured, tornado, stop);
        var (grades, coverage, sources, information) = (await grading, await covering, await sourcing, await informing);

        progress.Begin(RunProgress.Tell);
        var waterfall = await explaining.WaitAsync(stop);
        var record = scenario.Record(answers.Options, held) with
        {
            Told = told,
            Draws = draws,
            Findings = RunFindings.All(answers, draws, await settings.WaitAsync(stop)),
        };
        var evidence = request.OnlyTidy
            ? null
            : Evidence.Of(
                new EvidenceRequest
                {
                    Version = EngineVersion.Text,
                    Record = record,
                    Answers = answers,
                    Waterfall = waterfall,
                    Grades = grades,
                    Sensitivity = tornado is null && switching.IsEmpty ? null : Sensitivity.Of(tornado, switching, scenario.Scenario),
                    Coverage = coverage,
                    RangeSources = sources,
                    Information = information,
                }
            );
        return new RunResult
        {
            Scenario = scenario,
            Answers = answers,
            Draws = draws,
            Evidence = evidence,
            Held = held,
            Findings = record.Findings,
            Folder = RunSteps.Folder(
                request,
                scenario.Overrides,
                [record],
                [answers],
                tornado,
                draws is null ? answers.Tables : RunSteps.Finite(scenario, draws.AddTo(scenario.Scenario, answers.Tables))
            ) with
            {
                Evidence = evidence,
            },
        };

        // Small studies stand beside each other where there is more than one thread.
        async Task<Task<T>> Beside<T>(Task<T> started)
        {
            if (request.Threads == 1)
            {
                await started;
            }

            return started;
        }
    }

    /// <summary>Why the featured option spends more or less than the baseline; null where there is none, or where a run with one driver
    /// switched cannot be made.</summary>
    private static Waterfall? Explain(
        OpenScenario scenario,
        IReadOnlyCollection<OptionId>? options,
        OptionId? told,
        int threads,
        CancellationToken stop
    )
    {
        var ran = scenario.Scenario.Options.Where(option =>
            options is null || option.Id == scenario.Scenario.Baseline || options.Contains(option.Id)
        );
        return Featured.Of(scenario.Scenario, ran, told) is { } featured
            ? WaterfallStudy.Run(
                scenario.Prepared,
                new Selection { Measure = "spend" },
                scenario.Scenario.Baseline,
                featured,
                threads: threads,
                stop: stop
            ).Waterfall
            : null;
    }
}
