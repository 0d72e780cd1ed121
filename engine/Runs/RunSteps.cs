using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>The steps that use cases share, and what is said where one of them cannot be made.</summary>
internal static class RunSteps
{
    private static readonly Selection Spend = new() { Measure = "spend" };

    /// <summary>Starts what another thread may do meanwhile, where there is one: else it is done at once.</summary>
    /// <param name="threads">Threads to use.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="stop">Interrupts the waiting.</param>
    /// <returns>Once it may go on beside the caller, what will come of it.</returns>
    public static async Task<Task<T>> Beside<T>(int threads, Func<T> work, CancellationToken stop)
    {
        var working = Task.Run(work, stop);
        if (threads == 1)
        {
            await working.WaitAsync(stop);
        }

        return working;
    }

    /// <summary>The options that somebody named.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="named">Their names; none for all.</param>
    /// <returns>Their names; null for all.</returns>
    /// <exception cref="RefusedException">The scenario has no such option.</exception>
    public static IReadOnlyCollection<OptionId>? Named(OpenScenario scenario, IReadOnlyList<string> named)
    {
        string[] known = [.. scenario.Scenario.Options.Select(option => option.Id.Name)];
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw RefusedException.Question(
                $"there is no option '{unknown}'.",
                Nearest.Hint(unknown, known, "options"),
                scenario.Named
            );
        }

        return named.Count == 0 ? null : [.. named.Select(name => new OptionId(name))];
    }

    /// <summary>The option that the caller wants told of first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <returns>Its name; null where none is named.</returns>
    /// <exception cref="RefusedException">There is no such option, it is the baseline, or it does not run.</exception>
    public static OptionId? Told(OpenScenario scenario, RunRequest request)
    {
        if (request.Told is not { } name)
        {
            return null;
        }

        Named(scenario, [name]);
        return name == scenario.Scenario.Baseline.Name
                ? throw RefusedException.Question(
                    $"'{name}' is the baseline, which the others are held against.",
                    "name another option, or leave --option out.",
                    scenario.Named
                )
            : request.Options.Count > 0 && !request.Options.Contains(name)
                ? throw RefusedException.Question(
                    $"'{name}' is to be told of, and is not among the options that run.",
                    "name it under --options too.",
                    scenario.Named
                )
            : new OptionId(name);
    }

    /// <summary>Everything that is wrong with a scenario although it reads, as far as it shows without a run.</summary>
    /// <param name="scenario">A scenario without problems.</param>
    /// <param name="stop">Interrupts the planning.</param>
    public static async Task<ImmutableArray<Diagnostic>> Plan(OpenScenario scenario, CancellationToken stop)
    {
        var broken = await Task.Run(() => PlanCheck.Run(scenario.Prepared), stop).WaitAsync(stop);
        return [.. broken.Select(found => ProblemOf(scenario, found))];
    }

    /// <summary>Runs a scenario with central values.</summary>
    /// <param name="scenario">A scenario without problems.</param>
    /// <param name="options">Options to run beside the baseline; null for all.</param>
    /// <param name="bySteps">Whether to keep every step.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="stop">Interrupts the run between options; nobody waits for the one that is going on.</param>
    /// <exception cref="RefusedException">An invariant broke, or the run shows that the scenario is wrong.</exception>
    public static async Task<CentralStudy> Run(
        OpenScenario scenario, IReadOnlyCollection<OptionId>? options, bool bySteps, IProgress<double>? progress, CancellationToken stop)
    {
        var study = await TryRun(scenario, options, bySteps, progress, stop);
        StopIfBroken(scenario, study.Broken);
        return study;
    }

    /// <summary>Runs a scenario with central values, and leaves it to the caller to see what broke.</summary>
    /// <inheritdoc cref="Run"/>
    public static async Task<CentralStudy> TryRun(
        OpenScenario scenario, IReadOnlyCollection<OptionId>? options, bool bySteps, IProgress<double>? progress, CancellationToken stop) =>
        await Task.Run(() => CentralStudy.Run(scenario.Prepared, options, bySteps, progress, stop), stop).WaitAsync(stop);

    /// <summary>Runs a scenario on many draws.</summary>
    /// <param name="scenario">A scenario whose central run kept every invariant.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="options">Options to run beside the baseline; null for all.</param>
    /// <param name="progress">Told how far the study is.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>What the draws come to; null where none are asked.</returns>
    /// <exception cref="RefusedException">There cannot be so many draws, or every one of them was stopped.</exception>
    public static async Task<DrawAnswers?> Draw(
        OpenScenario scenario,
        RunRequest request,
        IReadOnlyCollection<OptionId>? options,
        IProgress<RunProgress>? progress,
        CancellationToken stop
    )
    {
        if (request.Draws == 0)
        {
            return null;
        }

        var most = DrawStudy.MostDrawsOf(scenario.Scenario);
        if (request.Draws > most)
        {
            throw RefusedException.Question(
                $"its table of draws has {most} draws, and {request.Draws} are asked.",
                about: scenario.Named
            );
        }

        if (request.Until is not null && scenario.Scenario.Drawing.Method == Sampling.LatinHypercube)
        {
            throw RefusedException.Question(
                "a Latin hypercube must know how many draws there are.",
                "use --draws N without --until, or another method.",
                scenario.Named
            );
        }

        progress.Begin(RunProgress.Draw);
        var answers = await Task.Run(
            () => DrawStudy.Run(
                scenario.Prepared,
                new DrawRequest
                {
                    Draws = request.Draws ?? most ?? DrawStudy.MostDraws,
                    Seed = request.Seed,
                    Until = request.Until,
                    Threads = request.Threads,
                    KeepsDraws = request.KeepsDraws || (!request.OnlyTidy && request.Draws <= InformationStudy.MostDraws),
                    Options = options,
                },
                progress.Of(RunProgress.Draw),
                stop),
            CancellationToken.None);
        return Some(scenario, answers);
    }

    /// <summary>Stops where no draw is left to tell of.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="answers">What the draws come to.</param>
    /// <exception cref="RefusedException">Every one of them was stopped.</exception>
    public static DrawAnswers Some(OpenScenario scenario, DrawAnswers answers) =>
        answers.Used > 0
            ? answers
            : throw new RefusedException(new RunFailure
            {
                Kind = FailureKind.Scenario,
                About = scenario.Named,
                Sentence = $"every draw broke a rule: {answers.Stopped.MaxBy(rule => rule.Count)!.Reason}.",
                Hint = "narrow the range, or choose a shape that keeps it: systemsim check --draws.",
            });

    /// <summary>Measures what each uncertain number alone does to the headline: what is spent over all years under the option of interest,
    /// less under the baseline.</summary>
    /// <param name="scenario">A scenario whose central run kept every invariant.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="told">The option of interest; null for none.</param>
    /// <param name="progress">Told how far the study is.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>The tornado; null where nothing is drawn, only tidy files are wanted, no option is of interest, or the scenario is a
    /// starter model, which tells nothing of it.</returns>
    public static async Task<Tornado?> Measure(
        OpenScenario scenario, RunRequest request, OptionId? told, IProgress<RunProgress>? progress, CancellationToken stop)
    {
        if (request.Draws == 0 || request.OnlyTidy || told is not { } featured || IsStarter(scenario))
        {
            return null;
        }

        progress.Begin(RunProgress.Sensitivity);
        return await Task.Run(
            () =>
                TornadoStudy.Run(
                    scenario.Prepared,
                    Spend,
                    featured,
                    scenario.Scenario.Baseline,
                    request.Threads,
                    progress.Of(RunProgress.Sensitivity),
                    stop
                ),
            stop
        );
    }

    /// <summary>What the effect of each option rests on; nothing where only tidy files are wanted.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="ran">The options that ran.</param>
    /// <param name="stop">Interrupts the study.</param>
    public static async Task<IReadOnlyDictionary<OptionId, ImmutableArray<GradeShare>>> Grade(
        OpenScenario scenario,
        RunRequest request,
        ImmutableArray<Option> ran,
        CancellationToken stop
    ) =>
        request.OnlyTidy
            ? new Dictionary<OptionId, ImmutableArray<GradeShare>>()
            : await Task.Run(() => GradeStudy.Run(scenario.Prepared, [.. ran.Select(option => option.Id)], request.Threads, stop), stop);

    /// <summary>How much of what moves the answer has a range.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="ran">The options that ran.</param>
    /// <param name="told">The option that is told of first; null where none is, and the first beside the baseline stands for all.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>What it shows; null where nothing is drawn, only tidy files are wanted, the baseline ran alone, or the scenario is a
    /// starter model.</returns>
    public static async Task<RangeCoverage?> Cover(
        OpenScenario scenario,
        RunRequest request,
        ImmutableArray<Option> ran,
        OptionId? told,
        CancellationToken stop
    )
    {
        OptionId[] others = [.. ran.Select(option => option.Id).Where(option => option != scenario.Scenario.Baseline)];
        return request.Draws == 0 || request.OnlyTidy || others.Length == 0 || IsStarter(scenario)
            ? null
            : await Task.Run(() => CoverageStudy.Run(scenario.Prepared, told ?? others[0], request.Threads, stop), stop);
    }

    /// <summary>What it would be worth to know numbers before choosing; null where only tidy files are wanted, or where nothing was
    /// kept.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="draws">What the draws come to; null where nothing was drawn.</param>
    /// <param name="tornado">What each number does to the headline: those that do most are looked into; null for all.</param>
    /// <param name="stop">Interrupts the study.</param>
    public static async Task<Information?> Inform(
        OpenScenario scenario, RunRequest request, DrawAnswers? draws, Tornado? tornado, CancellationToken stop)
    {
        const int Most = 40;
        var widest = tornado?.Bars.Take(Most).Select(bar => bar.Quantity).ToHashSet();
        return request.OnlyTidy || draws is null
            ? null
            : await Task.Run(() => InformationStudy.Run(scenario.Prepared, draws, widest, request.Threads), stop);
    }

    /// <summary>What the likely range of the headline comes of.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="tornado">What each number does to the headline; null where that was not measured.</param>
    /// <param name="stop">Interrupts the study.</param>
    public static async Task<ImmutableArray<RangeSource>> Sources(
        OpenScenario scenario,
        RunRequest request,
        Tornado? tornado,
        CancellationToken stop
    ) =>
        tornado is null
            ? []
            : await Task.Run(
                () => RangeSourceStudy.Run(scenario.Prepared, tornado, new NumberSubjects(scenario.Scenario).Of, request.Threads, stop),
                stop
            );

    /// <summary>What the numbers that matter most would have to be for the headline to turn; of a starter model, what those that it needs
    /// from its place would have to be.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="told">The option of interest; null for none.</param>
    /// <param name="tornado">What each number does to the headline; null where that was not measured.</param>
    /// <param name="stop">Interrupts the studies.</param>
    public static async Task<ImmutableArray<SwitchingValue>> Turn(
        OpenScenario scenario,
        RunRequest request,
        OptionId? told,
        Tornado? tornado,
        CancellationToken stop
    )
    {
        const int Most = 5;
        if (request.OnlyTidy || told is not { } option)
        {
            return [];
        }

        var asked = IsStarter(scenario)
            ? StarterTurns.Of(scenario.Scenario)
            : (tornado?.Bars ?? [])
                .Where(bar => tornado!.Acts(bar) && bar.Stopped is null)
                .Take(Most)
                .Select(bar => (bar.Quantity, Between: ((double Low, double High)?)null))
                .ToImmutableArray();
        return await Task.Run(
            () => SwitchingStudy.Run(scenario.Prepared, Spend, option, scenario.Scenario.Baseline, asked, request.Threads, stop),
            stop
        );
    }

    /// <summary>Why the featured option spends more or less than the baseline; null where there is none, or where a run with one driver
    /// switched cannot be made.</summary>
    public static Waterfall? Explain(
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
            ? WaterfallStudy.Run(scenario.Prepared, Spend, scenario.Scenario.Baseline, featured, threads: threads, stop: stop).Waterfall
            : null;
    }

    /// <summary>Whether it is a starter model, which tells no saving: nor what one comes of, or how far to trust it.</summary>
    public static bool IsStarter(OpenScenario scenario) => scenario.Scenario.Starter is { IsWhole: false };

    /// <summary>Stops where a run has broken an invariant: because the scenario is wrong, or else the engine.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="broken">What broke; null when every invariant held.</param>
    /// <exception cref="RefusedException">Something broke.</exception>
    public static void StopIfBroken(OpenScenario scenario, BrokenInvariant? broken)
    {
        if (broken is not null)
        {
            throw new RefusedException(
                broken.Fault != RunFault.None
                    ? RunFailure.Of(ProblemOf(scenario, broken))
                    : new RunFailure
                    {
                        Kind = FailureKind.Invariant,
                        About = scenario.Named,
                        Sentence = $"an invariant broke. {broken.Sentence}",
                        Hint = "no scenario should be able to do this: please report it, with the scenario.",
                    }
            );
        }
    }

    /// <summary>What is wrong with a scenario that its run shows, at its place.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="broken">What broke.</param>
    public static Diagnostic ProblemOf(OpenScenario scenario, BrokenInvariant broken) =>
        scenario.Result.NotRunnable(broken.Fault, broken.Option, broken.Path, broken.Sentence);

    /// <summary>Tabulates a study.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="study">Its runs, which kept every invariant.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="RefusedException">A number that was worked out of the runs is not finite.</exception>
    public static async Task<Answers> Tabulate(OpenScenario scenario, CentralStudy study, int threads, CancellationToken stop)
    {
        var answers = await Task.Run(() => Answers.Of(scenario.Scenario, study.Runs, threads), stop).WaitAsync(stop);
        Finite(scenario, answers.Tables);
        return answers;
    }

    /// <summary>Lets nothing pass that is not a finite number.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="tables">What is to be written of its answers.</param>
    /// <returns>The tables.</returns>
    /// <exception cref="RefusedException">A number is not finite.</exception>
    public static ImmutableArray<Table> Finite(OpenScenario scenario, ImmutableArray<Table> tables)
    {
        StopIfBroken(scenario, BrokenInvariant.In(tables));
        return tables;
    }

    /// <summary>The files of a run.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="overrides">What was put in the place of numbers.</param>
    /// <param name="records">What was run.</param>
    /// <param name="answers">[scenario] answers of the central runs.</param>
    /// <param name="tornado">What each uncertain number does to the headline; null where that was not measured.</param>
    /// <param name="tables">Tidy tables.</param>
    public static ResultsFolder Folder(
        RunRequest request,
        IReadOnlyList<string> overrides,
        ImmutableArray<ScenarioRecord> records,
        ImmutableArray<Answers> answers,
        Tornado? tornado,
        ImmutableArray<Table> tables
    ) => new()
    {
        Run = new RunRecord { Version = EngineVersion.Text, Scenarios = records, BySteps = request.BySteps },
        Tables = tables,
        Kept = request.KeepsDraws ? records[0].Draws?.Kept : null,
        Answers = request.OnlyTidy ? [] : answers,
        Tornado = tornado,
        Command = request.OnlyTidy ? null : new CommandRecord(request.Verb, request.Words(overrides, records[0].Draws?.Seed)),
        HasClaims = request.Claims,
        Threads = request.Threads,
    };
}
