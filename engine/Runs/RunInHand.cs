using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;

namespace SystemSim.Runs;

/// <summary>A run while it is being made: what is known so far can be told at any time.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="request">What is asked, with as many draws as the scenario says.</param>
/// <param name="progress">Told how far it is.</param>
/// <param name="stop">Interrupts it.</param>
internal sealed class RunInHand(
    OpenScenario scenario,
    RunRequest request,
    IProgress<RunProgress>? progress,
    CancellationToken stop
)
{
    private readonly IReadOnlyCollection<OptionId>? options = RunSteps.Named(scenario, request.Options);
    private readonly OptionId? told = RunSteps.Told(scenario, request);

    private Answers answers = null!;
    private ImmutableArray<ExpectationResult> held;
    private OptionId? featured;
    private Task<Waterfall?> explaining = Task.FromResult<Waterfall?>(null);
    private Task<ImmutableArray<RunFinding>> settings = Task.FromResult(ImmutableArray<RunFinding>.Empty);
    private DrawAnswers? draws;
    private IReadOnlyDictionary<OptionId, ImmutableArray<GradeShare>> grades =
        new Dictionary<OptionId, ImmutableArray<GradeShare>>();
    private RangeCoverage? coverage;
    private Tornado? tornado;
    private ImmutableArray<RangeSource> sources = [];
    private Information? information;
    private ImmutableArray<SwitchingValue> switching = [];

    /// <summary>Begins to look for what drives the difference, which takes runs of its own: another core makes them
    /// meanwhile.</summary>
    public async Task Explain() =>
        explaining = await RunSteps.Beside(
            request.Threads,
            () =>
                request.OnlyTidy || RunSteps.IsStarter(scenario)
                    ? null
                    : RunSteps.Explain(scenario, options, told, request.Threads, stop),
            stop
        );

    /// <summary>Makes the runs with central values.</summary>
    public async Task RunCentral()
    {
        var study = await RunSteps.Run(scenario, options, request.BySteps, progress.Of(RunProgress.Run), stop);
        progress.Begin(RunProgress.Tabulate);
        answers = await RunSteps.Tabulate(scenario, study, request.Threads, stop);
        held = ExpectationCheck.Hold(answers, scenario.Result.Expectations);
        featured = Featured.Of(scenario.Scenario, answers.Options, told);
    }

    /// <summary>Begins to look for settings from which nothing follows.</summary>
    public async Task LookForIdleSettings() =>
        settings = await RunSteps.Beside(request.Threads, () => RunFindings.Settings(scenario, answers, request, stop), stop);

    /// <summary>Makes the draws.</summary>
    /// <param name="made">What they come to where they were made elsewhere; null to make them here.</param>
    /// <param name="number">How many, where that is not what is asked.</param>
    public async Task Draw(DrawAnswers? made = null, long? number = null) =>
        draws =
            made ?? await RunSteps.Draw(scenario, number is null ? request : request with { Draws = number }, options, progress, stop);

    /// <summary>Finds out what each number does by itself, and what its range may be told of.</summary>
    public async Task Weigh()
    {
        var grading = RunSteps.Grade(scenario, request, answers.Options, stop);
        await Beside(grading);
        coverage = await RunSteps.Cover(scenario, request, answers.Options, featured, stop);
        grades = await grading;
    }

    /// <summary>Finds out what each uncertain number does to the headline, and where it turns.</summary>
    public async Task Move()
    {
        tornado = await RunSteps.Measure(scenario, request, featured, progress, stop);
        var sourcing = RunSteps.Sources(scenario, request, tornado, stop);
        await Beside(sourcing);
        var informing = RunSteps.Inform(scenario, request, draws, tornado, stop);
        await Beside(informing);
        switching = await RunSteps.Turn(scenario, request, featured, tornado, stop);
        (sources, information) = (await sourcing, await informing);
    }

    /// <summary>Lets what has been started stand beside what follows, where there is more than one thread.</summary>
    /// <param name="started">What has been started.</param>
    /// <returns>Once what follows may begin: the same.</returns>
    public async Task<Task> Beside(Task started)
    {
        if (request.Threads == 1)
        {
            await started;
        }

        return started;
    }

    /// <summary>What there is to tell of what is known so far.</summary>
    public async Task<RunResult> Tell()
    {
        progress.Begin(RunProgress.Tell);
        var waterfall = await explaining.WaitAsync(stop);
        var record = scenario.Record(answers.Options, held) with
        {
            Told = told,
            Draws = draws,
            Inaction = RunSteps.IsStarter(scenario) ? null : CostOfInaction.Of(answers, draws),
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
            Coverage = coverage,
            Tornado = tornado,
            Switching = switching,
            Evidence = evidence,
            Held = held,
            Findings = record.Findings,
            Folder = RunSteps.Folder(
                request,
                scenario.Overrides,
                [record],
                [answers],
                tornado,
                draws is null ? answers.Tables : RunSteps.Finite(scenario, draws.AddTo(answers))
            ) with
            {
                Evidence = evidence,
            },
        };
    }
}
