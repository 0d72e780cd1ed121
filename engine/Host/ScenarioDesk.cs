using System.Collections.Immutable;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary>Reads and runs scenarios for the verbs, and says what is wrong with them in the same words for all.</summary>
internal sealed class ScenarioDesk(Terminal terminal, Surroundings surroundings, RootFolder root)
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="argument">A file, or a folder that holds a <c>scenario.yaml</c>.</param>
    /// <param name="overrides">What is put in the place of numbers.</param>
    /// <param name="stop">Interrupts the reading.</param>
    /// <exception cref="StopException">There is no such file, or it cannot be opened.</exception>
    public async Task<OpenScenario> Read(string argument, IReadOnlyList<string> overrides, CancellationToken stop)
    {
        if (argument.Length == 0 || (!File.Exists(argument) && !Directory.Exists(argument)))
        {
            throw new StopException(ExitCode.Disk, $"{argument}: there is no such file or folder.");
        }

        var file = Directory.Exists(argument) ? Path.Combine(argument, ScenarioReader.FileInFolder) : argument;
        if (!File.Exists(file))
        {
            throw new StopException(ExitCode.Disk, $"{argument}: the folder holds no {ScenarioReader.FileInFolder}.");
        }

        if (root.Path is { } named && !Directory.Exists(named))
        {
            throw new StopException(ExitCode.Disk, $"--root {named}: there is no such folder.");
        }

        try
        {
            var result = await Task.Run(() => ScenarioReader.Read(argument, overrides, root.Path), stop).WaitAsync(stop);
            return new OpenScenario(argument, surroundings.FullPath(file), overrides, result, surroundings.Lanes);
        }
        catch (IOException closed)
        {
            throw new StopException(ExitCode.Disk, $"{argument}: the file cannot be opened. {closed.Message}");
        }
    }

    /// <summary>Reads a scenario that is to be run.</summary>
    /// <param name="argument">A file, or a folder that holds a <c>scenario.yaml</c>.</param>
    /// <param name="overrides">What is put in the place of numbers.</param>
    /// <param name="stop">Interrupts the reading.</param>
    /// <param name="tells">Whether pages and charts will be made of it.</param>
    /// <exception cref="StopException">There is no such file, or it is wrong; its problems have been told.</exception>
    public async Task<OpenScenario> ReadSound(string argument, IReadOnlyList<string> overrides, CancellationToken stop, bool tells = false)
    {
        WarmUp.Begin(tells);
        var scenario = await Read(argument, overrides, stop);
        if (!scenario.Result.Problems.IsEmpty)
        {
            foreach (var problem in scenario.Result.Problems)
            {
                terminal.Say(problem);
            }

            throw new StopException(
                ExitCode.WrongScenario,
                $"{argument}: {Counts.Of(scenario.Result.Problems.Length, "error")}; it is not run."
            );
        }

        return scenario;
    }

    /// <summary>The options that somebody named.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="named">Their names; none for all.</param>
    /// <returns>Their names; null for all.</returns>
    /// <exception cref="StopException">The scenario has no such option.</exception>
    public static IReadOnlyCollection<OptionId>? Named(OpenScenario scenario, IReadOnlyList<string> named)
    {
        string[] known = [.. scenario.Scenario.Options.Select(option => option.Id.Name)];
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new StopException(
                ExitCode.WrongUsage,
                $"{scenario.Argument}: there is no option '{unknown}'.",
                Nearest.Hint(unknown, known, "options")
            );
        }

        return named.Count == 0 ? null : [.. named.Select(name => new OptionId(name))];
    }

    /// <summary>The option that the caller wants told of first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <returns>Its name; null where none is named.</returns>
    /// <exception cref="StopException">There is no such option, it is the baseline, or it does not run.</exception>
    public static OptionId? Told(OpenScenario scenario, RunRequest request)
    {
        if (request.Told is not { } name)
        {
            return null;
        }

        Named(scenario, [name]);
        return name == scenario.Scenario.Baseline.Name
                ? throw new StopException(
                    ExitCode.WrongUsage,
                    $"{scenario.Argument}: '{name}' is the baseline, which the others are held against.",
                    "name another option, or leave --option out."
                )
            : request.Options.Count > 0 && !request.Options.Contains(name)
                ? throw new StopException(
                    ExitCode.WrongUsage,
                    $"{scenario.Argument}: '{name}' is to be told of, and is not among the options that run.",
                    "name it under --options too."
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
    /// <param name="stop">Interrupts the run; what is going on is then left to end with the process.</param>
    /// <exception cref="StopException">An invariant broke, or the run shows that the scenario is wrong.</exception>
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
        await Task.Run(() => CentralStudy.Run(scenario.Prepared, options, bySteps, progress), stop).WaitAsync(stop);

    /// <summary>Runs a scenario on many draws.</summary>
    /// <param name="scenario">A scenario whose central run kept every invariant.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="options">Options to run beside the baseline; null for all.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>What the draws come to; null where none are asked.</returns>
    /// <exception cref="StopException">There cannot be so many draws, or every one of them was stopped.</exception>
    public async Task<DrawAnswers?> Draw(
        OpenScenario scenario,
        RunRequest request,
        IReadOnlyCollection<OptionId>? options,
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
            throw new StopException(
                ExitCode.WrongUsage,
                $"{scenario.Argument}: its table of draws has {most} draws, and {request.Draws} are asked."
            );
        }

        if (request.Until is not null && scenario.Scenario.Drawing.Method == Sampling.LatinHypercube)
        {
            throw new StopException(
                ExitCode.WrongUsage,
                $"{scenario.Argument}: a Latin hypercube must know how many draws there are.",
                "use --draws N without --until, or another method."
            );
        }

        var progress = new Progress(terminal, surroundings.Clock, request.Quiet);
        var answers = await Task.Run(
            () => DrawStudy.Run(
                scenario.Prepared,
                new DrawRequest
                {
                    Draws = request.Draws ?? most ?? DrawStudy.MostDraws,
                    Seed = request.Seed,
                    Until = request.Until,
                    Threads = request.Threads,
                    KeepsDraws = request.KeepsDraws,
                    Options = options,
                },
                progress,
                stop),
            CancellationToken.None);
        return answers.Used > 0
            ? answers
            : throw new StopException(
                ExitCode.WrongScenario,
                $"{scenario.Argument}: every draw broke a rule: {answers.Stopped.MaxBy(rule => rule.Count)!.Reason}.",
                "narrow the range, or choose a shape that keeps it: systemsim check --draws.");
    }

    /// <summary>Measures what each uncertain number alone does to the headline: what is spent over all years under the option of interest,
    /// less under the baseline.</summary>
    /// <param name="scenario">A scenario whose central run kept every invariant.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="told">The option of interest; null for none.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>The tornado; null where nothing is drawn, only tidy files are wanted, or no option is of interest.</returns>
    public async Task<Tornado?> Measure(OpenScenario scenario, RunRequest request, OptionId? told, CancellationToken stop)
    {
        if (request.Draws == 0 || request.OnlyTidy || told is not { } featured)
        {
            return null;
        }

        var progress = new Progress(terminal, surroundings.Clock, request.Quiet);
        var spend = new Selection { Measure = "spend" };
        return await Task.Run(
            () => TornadoStudy.Run(scenario.Prepared, spend, featured, scenario.Scenario.Baseline, request.Threads, progress, stop),
            stop
        );
    }

    /// <summary>What the numbers that matter most would have to be for the headline to turn.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="tornado">What each number does to the headline; null where that was not measured.</param>
    /// <param name="stop">Interrupts the studies.</param>
    public static async Task<ImmutableArray<SwitchingValue>> Turn(
        OpenScenario scenario,
        RunRequest request,
        Tornado? tornado,
        CancellationToken stop
    )
    {
        const int Most = 5;
        if (tornado is null)
        {
            return [];
        }

        var of = tornado.Of.Selection;
        string[] widest = [.. tornado.Bars.Where(bar => tornado.Acts(bar) && bar.Stopped is null).Take(Most).Select(bar => bar.Quantity)];
        return await Task.Run(
            () =>
                widest
                    .AsParallel()
                    .AsOrdered()
                    .WithDegreeOfParallelism(request.Threads)
                    .WithCancellation(stop)
                    .Select(name => SwitchingStudy.Run(scenario.Prepared, of, of.Option!.Value, of.Against, name, between: null, stop))
                    .OfType<SwitchingValue>()
                    .ToImmutableArray(),
            stop
        );
    }

    /// <summary>Stops where a run has broken an invariant: because the scenario is wrong, or else the engine.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="broken">What broke; null when every invariant held.</param>
    /// <exception cref="StopException">Something broke.</exception>
    public static void StopIfBroken(OpenScenario scenario, BrokenInvariant? broken)
    {
        if (broken is not null)
        {
            throw broken.Fault != RunFault.None
                ? Stop(ProblemOf(scenario, broken))
                : new StopException(
                    ExitCode.Failed,
                    $"{scenario.Argument}: an invariant broke. {broken.Sentence}",
                    "no scenario should be able to do this: please report it, with the scenario.");
        }
    }

    private static StopException Stop(Diagnostic problem) => new(ExitCode.WrongScenario, problem.Headline, problem.Hint);

    /// <summary>What is wrong with a scenario that its run shows, at its place.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="broken">What broke.</param>
    public static Diagnostic ProblemOf(OpenScenario scenario, BrokenInvariant broken) =>
        scenario.Result.NotRunnable(broken.Fault, broken.Option, broken.Path, broken.Sentence);

    /// <summary>Tabulates a study.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="study">Its runs, which kept every invariant.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="StopException">A number that was worked out of the runs is not finite.</exception>
    public static async Task<Answers> Tabulate(OpenScenario scenario, CentralStudy study, CancellationToken stop)
    {
        var answers = await Task.Run(() => Answers.Of(scenario.Scenario, study.Runs), stop).WaitAsync(stop);
        Finite(scenario, answers.Tables);
        return answers;
    }

    /// <summary>Lets nothing pass that is not a finite number.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="tables">What is to be written of its answers.</param>
    /// <returns>The tables.</returns>
    /// <exception cref="StopException">A number is not finite.</exception>
    public static ImmutableArray<Table> Finite(OpenScenario scenario, ImmutableArray<Table> tables)
    {
        StopIfBroken(scenario, BrokenInvariant.In(tables));
        return tables;
    }
}
