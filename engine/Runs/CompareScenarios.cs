using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Reporting;

namespace SystemSim.Runs;

/// <summary>Sets the options of a scenario side by side, or those of two scenarios: what <c>compare</c> asks.</summary>
public static class CompareScenarios
{
    private const int Most = 2;

    /// <summary>Looks whether so many scenarios can be compared like that.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="request">What is asked.</param>
    /// <returns>Why not; null when nothing is known against it.</returns>
    public static RunFailure? Refusal(int count, RunRequest request) =>
        count > Most
            ? new RunFailure
            {
                Kind = FailureKind.Question,
                Sentence = $"{count} scenarios are named, and two can be set side by side.",
                Hint = "add --each for one line an option.",
            }
        : count > 1 && request.Draws != 0
            ? new RunFailure
            {
                Kind = FailureKind.Question,
                Sentence = "draws compare the options of one scenario.",
                Hint = "make the second scenario an option of the first.",
            }
        : null;

    /// <summary>Compares.</summary>
    /// <param name="scenarios">One scenario, or two, with which nothing is wrong.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told how far it is, by any thread.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static Task<Outcome<ComparisonResult>> Run(
        ImmutableArray<OpenScenario> scenarios,
        RunRequest request,
        IProgress<RunProgress>? progress = null,
        CancellationToken stop = default
    ) => Outcome.Of(() => Comparing(scenarios, request with { Verb = "compare" }, progress, stop));

    /// <summary>Runs scenarios one after the other, each against its own baseline. Whatever is wrong with one, the others get their
    /// lines.</summary>
    /// <param name="sources">Where they come from.</param>
    /// <param name="overrides">What is put in the place of numbers of each.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="lanes">How programs are made and run; null for the usual way.</param>
    /// <param name="progress">Told how far it is, by any thread.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static async Task<OverviewResult> Each(
        IEnumerable<ScenarioSource> sources,
        IReadOnlyList<string> overrides,
        RunRequest request,
        LaneOptions? lanes = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken stop = default
    )
    {
        var failures = ImmutableArray.CreateBuilder<RunFailure>();
        var scenarios = new List<OpenScenario>();
        foreach (var source in sources)
        {
            await Apart(
                failures,
                async () => scenarios.Add(await OpenScenario.ReadingSound(source, overrides, lanes ?? LaneOptions.Usual, stop)),
                stop
            );
        }

        var names = TitlesApart.Of(scenarios.Select(scenario => (scenario.Named, scenario.Name)));
        var overviews = ImmutableArray.CreateBuilder<Overview>();
        var records = ImmutableArray.CreateBuilder<ScenarioRecord>();
        var differ = false;
        foreach (var scenario in InOnePriceBase(scenarios))
        {
            await Apart(
                failures,
                async () =>
                {
                    var (overview, differs) = await Look(scenario, names[scenario.Named], request, progress, stop);
                    overviews.Add(overview);
                    records.Add(scenario.Record(scenario.Scenario.Options, []));
                    differ |= differs;
                },
                stop);
        }

        return new OverviewResult(overviews.ToImmutable(), differ, failures.ToImmutable(), records.ToImmutable());
    }

    /// <summary>Runs that have been made, a line an option, in one price base: what all lead with, or money as it is paid.</summary>
    /// <param name="runs">The runs.</param>
    public static ImmutableArray<Overview> Overviews(IReadOnlyCollection<RunResult> runs)
    {
        var isOne = runs.Select(run => run.Answers.Scenario).Select(Deflator.LeadingBase).Distinct().Count() == 1;
        return
        [
            .. from run in runs
               let answers = isOne ? run.Answers : new Answers(AsPaid(run.Answers.Scenario), run.Answers.Options, run.Answers.Tables)
               let headline = Headline.From(answers)
               select Overview.Of(run.Scenario.Name, headline, run.Draws, run.Coverage),
        ];
    }

    private static Scenario AsPaid(Scenario scenario) => scenario with { Prices = scenario.Prices with { ReportReal = false } };

    /// <summary>One table has one price base: what all lead with, or money as it is paid.</summary>
    private static IEnumerable<OpenScenario> InOnePriceBase(List<OpenScenario> scenarios) =>
        !scenarios.Select(scenario => Deflator.LeadingBase(scenario.Scenario)).Distinct().Skip(1).Any()
            ? scenarios
            : scenarios.Select(scenario => scenario with { Scenario = AsPaid(scenario.Scenario) });

    /// <summary>Does something with one scenario of several.</summary>
    private static async Task Apart(ImmutableArray<RunFailure>.Builder failures, Func<Task> act, CancellationToken stop)
    {
        try
        {
            await act();
        }
        catch (Exception thrown) when (!stop.IsCancellationRequested)
        {
            failures.Add(RunFailure.Of(thrown));
        }
    }

    /// <summary>One scenario of several against its own baseline, and whether anything differs in it.</summary>
    private static async Task<(Overview Overview, bool Differs)> Look(
        OpenScenario scenario,
        string name,
        RunRequest request,
        IProgress<RunProgress>? progress,
        CancellationToken stop
    )
    {
        var options = RunSteps.Named(scenario, request.Options);
        progress.Begin(RunProgress.Run);
        var study = await RunSteps.Run(scenario, options, bySteps: false, progress.Of(RunProgress.Run), stop);
        var answers = await RunSteps.Tabulate(scenario, study, request.Threads, stop);
        var headline = Headline.From(answers);
        var draws = await RunSteps.Draw(scenario, request, options, progress, stop);
        var featured = Featured.Of(scenario.Scenario, answers.Options, told: null);
        var coverage = draws is null ? null : await RunSteps.Cover(scenario, request, answers.Options, featured, stop);
        return (Overview.Of(name, headline, draws, coverage), ComparisonTables.Differ(answers.Tables));
    }

    private static async Task<ComparisonResult> Comparing(
        ImmutableArray<OpenScenario> scenarios,
        RunRequest request,
        IProgress<RunProgress>? progress,
        CancellationToken stop
    )
    {
        if (Refusal(scenarios.Length, request) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var named = scenarios.Select(scenario => RunSteps.Named(scenario, request.Options)).ToArray();
        var answers = new List<Answers>();
        var settings = new List<Task<ImmutableArray<RunFinding>>>();
        foreach (var (scenario, options) in scenarios.Zip(named))
        {
            progress.Begin(RunProgress.Run);
            var study = await RunSteps.Run(scenario, options, request.BySteps, progress.Of(RunProgress.Run), stop);
            var of = await RunSteps.Tabulate(scenario, study, request.Threads, stop);
            answers.Add(of);
            settings.Add(await RunSteps.Beside(request.Threads, () => RunFindings.Settings(scenario, of, request, stop), stop));
        }

        progress.Begin(RunProgress.Compare);
        var side = answers is [var first, var second] ? Between(Labels(scenarios), first, second) : Within(answers[0]);
        var draws = await RunSteps.Draw(scenarios[0], request, named[0], progress, stop);
        var featured = scenarios.Length == 1 ? Featured.Of(scenarios[0].Scenario, answers[0].Options, told: null) : null;
        var tornado = await RunSteps.Measure(scenarios[0], request, featured, progress, stop);

        ImmutableArray<ImmutableArray<RunFinding>> findings =
        [
            .. answers.Zip(await Task.WhenAll(settings).WaitAsync(stop), (of, set) => RunFindings.All(of, draws, set)),
        ];
        ImmutableArray<ImmutableArray<ExpectationResult>> held =
        [
            .. scenarios.Zip(answers, (scenario, of) => ExpectationCheck.Hold(of, scenario.Result.Expectations)),
        ];
        ImmutableArray<ScenarioRecord> records =
        [
            .. scenarios.Zip(answers, held).Zip(findings, (run, found) =>
                run.First.Record(run.Second.Options, run.Third) with
                {
                    Draws = draws,
                    Inaction = RunSteps.IsStarter(run.First) ? null : CostOfInaction.Of(run.Second, draws),
                    Findings = found,
                }),
        ];
        var stamp = scenarios.Select(scenario => scenario.Scenario.Starter).FirstOrDefault(starter => starter is { IsWhole: false })?.Stamp;
        var table = answers.Count > 1 || stamp is not null
            ? null
            : OptionsTable.Of(
                new EvidenceRequest
                {
                    Version = EngineVersion.Text,
                    Record = records[0],
                    Answers = answers[0],
                    Grades = await RunSteps.Grade(scenarios[0], request, answers[0].Options, stop),
                }
            );
        return new ComparisonResult
        {
            Scenarios = scenarios,
            Options = table,
            Stamp = stamp,
            Comparisons = stamp is null ? side.Comparisons : [.. side.Comparisons.Where(IsOfToday)],
            Differ = side.Differ,
            Draws = draws,
            Held = held,
            Findings = findings,
            Folder = RunSteps.Folder(
                request,
                scenarios[0].Overrides,
                records,
                [.. answers],
                tornado,
                draws?.AddTo(answers[0]) ?? side.Tables
            ) with
            {
                Options = table,
                Report = scenarios.Length > 1 && stamp is null && !request.OnlyTidy ? CompareReport.Of(side.Comparisons) : null,
            },
        };
    }

    /// <summary>Whether every side is what a scenario comes to today.</summary>
    private static bool IsOfToday(Comparison comparison) =>
        comparison.Sides.All(side => side.Option == side.Answers.Scenario.Baseline);

    /// <summary>The options of one scenario, the baseline first.</summary>
    private static SideBySide Within(Answers answers)
    {
        var options = answers.Options.OrderByDescending(option => option.Id == answers.Scenario.Baseline);
        ImmutableArray<ComparedSide> sides =
        [
            .. options.Select(option => new ComparedSide(option.Id.Name, option.Title, answers, option.Id)),
        ];
        return new SideBySide([Comparison.Of(sides)], answers.Tables, ComparisonTables.Differ(answers.Tables));
    }

    /// <summary>Options of the same name of two scenarios; their baselines where there are none.</summary>
    private static SideBySide Between((string First, string Second) labels, Answers first, Answers second)
    {
        var shared = first.Options.Select(option => option.Id).Where(option => second.Options.Any(other => other.Id == option)).ToArray();
        var pairs = shared.Length > 0
            ? shared.Select(option => (Side(labels.First, first, option), Side(labels.Second, second, option))).ToArray()
            : [(Side(labels.First, first, first.Scenario.Baseline), Side(labels.Second, second, second.Scenario.Baseline))];
        var tables = ComparisonTables.Of(pairs);
        var (one, other) = (first.Scenario.Horizon, second.Scenario.Horizon);
        var runOtherYears = one.Start != other.Start || one.Years != other.Years;
        return new SideBySide(
            [.. pairs.Select(pair => Comparison.Of([pair.Item1, pair.Item2]))],
            tables,
            runOtherYears || ComparisonTables.Differ(tables)
        );
    }

    private static ComparedSide Side(string scenario, Answers answers, OptionId option) =>
        new($"{scenario}/{option}", answers.Options.First(known => known.Id == option).Title, answers, option);

    /// <summary>Names for two scenarios, told apart where they have the same.</summary>
    private static (string First, string Second) Labels(ImmutableArray<OpenScenario> scenarios)
    {
        var (first, second) = (scenarios[0].Name, scenarios[1].Name);
        return first == second ? ($"{first}_1", $"{second}_2") : (first, second);
    }

    /// <summary>What is compared.</summary>
    /// <param name="Comparisons">What is printed.</param>
    /// <param name="Tables">What is written.</param>
    /// <param name="Differ">Whether any value differs.</param>
    private sealed record SideBySide(ImmutableArray<Comparison> Comparisons, ImmutableArray<Table> Tables, bool Differ);
}

/// <summary>What a comparison leaves.</summary>
public sealed record ComparisonResult
{
    /// <summary>What was compared.</summary>
    public required ImmutableArray<OpenScenario> Scenarios { get; init; }

    /// <summary>What stands on all that is told of a starter model, of which today alone is told; null for other scenarios.</summary>
    public required string? Stamp { get; init; }

    /// <summary>The options side by side; one for all options of one scenario, or one for each pair of two.</summary>
    public required ImmutableArray<Comparison> Comparisons { get; init; }

    /// <summary>The options of the one scenario in one table; null where two scenarios are compared.</summary>
    public required OptionsTable? Options { get; init; }

    /// <summary>Whether any value differs.</summary>
    public required bool Differ { get; init; }

    /// <summary>What the draws come to; null where nothing was drawn.</summary>
    public required DrawAnswers? Draws { get; init; }

    /// <summary>[scenario] what came of its expectations.</summary>
    public required ImmutableArray<ImmutableArray<ExpectationResult>> Held { get; init; }

    /// <summary>[scenario] what its run shows of it.</summary>
    public required ImmutableArray<ImmutableArray<RunFinding>> Findings { get; init; }

    /// <summary>Its files, as those of a run.</summary>
    public required ResultsFolder Folder { get; init; }
}

/// <summary>What several scenarios come to, each against its own baseline.</summary>
/// <param name="Overviews">Of each that could be run.</param>
/// <param name="Differ">Whether anything differs in any of them.</param>
/// <param name="Failures">Why others could not.</param>
/// <param name="Records">What is written down of each that could be run.</param>
public sealed record OverviewResult(
    ImmutableArray<Overview> Overviews,
    bool Differ,
    ImmutableArray<RunFailure> Failures,
    ImmutableArray<ScenarioRecord> Records
)
{
    /// <summary>Its files: a page, a workbook and a table of data; null where no scenario could be run.</summary>
    public ResultsFolder? Folder => Overviews.IsEmpty
        ? null
        : new ResultsFolder
        {
            Run = new RunRecord { Version = EngineVersion.Text, Scenarios = Records, BySteps = false },
            Tables = [],
            Timings = null,
            Report = CompareReport.Of(Overviews),
        };
}
