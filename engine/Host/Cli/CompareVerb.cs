using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary><c>compare</c>: sets the options of a scenario side by side, or those of two scenarios.</summary>
internal sealed class CompareVerb(Terminal terminal, Surroundings surroundings, ScenarioDesk desk, ResultsDesk results)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenarios = new Argument<string[]>("SCENARIO")
        {
            Description =
                "One scenario, whose options are compared; or two, whose options of the same name are; or any number with --each.",
            Arity = ArgumentArity.OneOrMore,
        };
        var each = new Option<bool>("--each")
        {
            Description = "One line for each option of each scenario, against its own baseline; no results folder.",
        };
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 6 where there is any difference." };
        var command = new Command("compare", "Set the options of one scenario, or of two, side by side; and write a results folder.")
        {
            scenarios,
            common.Out,
            common.Set,
            common.Root,
            common.Options,
            common.Steps,
            common.Only,
            common.Draws,
            common.Seed,
            common.Until,
            common.KeepDraws,
            common.Threads,
            exitCode,
            each,
        };
        command.SetAction((parsed, stop) => runner.Run<CompareVerb>(
            parsed,
            verb => parsed.GetValue(each)
                ? verb.RunEach(common.Request(parsed, parsed.GetRequiredValue(scenarios), runner.Cores), parsed.GetValue(exitCode), stop)
                : verb.Run(common.Request(parsed, parsed.GetRequiredValue(scenarios), runner.Cores), parsed.GetValue(exitCode), stop)));
        return command;
    }

    private async Task<ExitCode> RunEach(RunRequest request, bool asksExitCode, CancellationToken stop)
    {
        CheckEach(request);
        var codes = new List<ExitCode>();
        var scenarios = new List<OpenScenario>();
        foreach (var argument in request.Scenarios)
        {
            await Apart(codes, async () => scenarios.Add(await desk.ReadSound(argument, request.Overrides, stop)), stop);
        }

        // One table has one price base: what all lead with, or money as it is paid.
        if (scenarios.Select(scenario => Deflator.LeadingBase(scenario.Scenario)).Distinct().Skip(1).Any())
        {
            scenarios =
            [
                .. scenarios.Select(scenario =>
                    scenario with
                    {
                        Scenario = scenario.Scenario with { Prices = scenario.Scenario.Prices with { ReportReal = false } },
                    }
                ),
            ];
        }

        var names = TitlesApart.Of(scenarios.Select(scenario => (scenario.Argument, scenario.Name)));
        var overviews = new List<Overview>();
        foreach (var scenario in scenarios)
        {
            await Apart(
                codes,
                async () =>
                {
                    var (overview, differs) = await Look(scenario, names[scenario.Argument], request, stop);
                    overviews.Add(overview);
                    codes.Add(asksExitCode && differs ? ExitCode.Difference : ExitCode.Done);
                },
                stop);
        }

        if (request.Json)
        {
            terminal.Answer(OverviewJson.Write(overviews));
        }
        else if (overviews.Count > 0)
        {
            terminal.Answer(OverviewText.Write(overviews));
        }

        return ExitCodes.Gravest(codes);
    }

    /// <summary>Does something with one scenario of several: whatever is wrong with it, the others get their lines.</summary>
    private async Task Apart(List<ExitCode> codes, Func<Task> act, CancellationToken stop)
    {
        try
        {
            await act();
        }
        catch (Exception thrown) when (!stop.IsCancellationRequested)
        {
            var stopped = Endings.Of(thrown);
            terminal.Say(stopped);
            codes.Add(stopped.Code);
        }
    }

    /// <summary>One scenario of several against its own baseline, and whether anything differs in it.</summary>
    private async Task<(Overview Overview, bool Differs)> Look(
        OpenScenario scenario,
        string name,
        RunRequest request,
        CancellationToken stop
    )
    {
        var options = ScenarioDesk.Named(scenario, request.Options);
        var study = await ScenarioDesk.Run(
            scenario,
            options,
            bySteps: false,
            new Progress(terminal, surroundings.Clock, request.Quiet),
            stop
        );
        var answers = await ScenarioDesk.Tabulate(scenario, study, stop);
        var headline = Headline.From(answers);
        var draws = await desk.Draw(scenario, request, options, stop);
        return (new Overview(name, headline, OverviewLine.Of(headline, draws), draws?.Count), ComparisonTables.Differ(answers.Tables));
    }

    /// <summary>Refuses what is about a results folder, of which there is none here.</summary>
    private static void CheckEach(RunRequest request)
    {
        (bool IsAsked, string Option, string What)[] ofFolder =
        [
            (request.Out is not null, "--out", "names one"),
            (request.BySteps, "--steps", "adds rows to one"),
            (request.KeepsDraws, "--keep-draws", "adds draws to one"),
            (request.OnlyTidy, "--only", "says what is in one"),
        ];
        if (ofFolder.FirstOrDefault(option => option.IsAsked) is { Option: { } option, What: var what })
        {
            throw MeasureChoice.Wrong(
                $"--each writes no results folder, and {option} {what}.",
                $"leave {option} out, or 'systemsim run' one scenario."
            );
        }
    }

    private async Task<ExitCode> Run(RunRequest request, bool asksExitCode, CancellationToken stop)
    {
        if (request.Scenarios.Count > 2)
        {
            throw new StopException(
                ExitCode.WrongUsage,
                $"systemsim: {request.Scenarios.Count} scenarios are named, and two can be set side by side.",
                "add --each for one line an option."
            );
        }

        if (request.Scenarios.Count > 1 && request.Draws != 0)
        {
            throw new StopException(
                ExitCode.WrongUsage,
                "systemsim: draws compare the options of one scenario.",
                "make the second scenario an option of the first."
            );
        }

        var times = new StageTimes(surroundings.Clock);
        var scenarios = new List<OpenScenario>();
        foreach (var argument in request.Scenarios)
        {
            scenarios.Add(await desk.ReadSound(argument, request.Overrides, stop));
        }

        var folder = results.FolderFor(request, string.Join('-', scenarios.Select(scenario => scenario.Name)));
        var named = scenarios.Select(scenario => ScenarioDesk.Named(scenario, request.Options)).ToArray();
        times.Note("read");

        var answers = new List<Answers>();
        var settings = new List<Task<ImmutableArray<RunFinding>>>();
        foreach (var (scenario, options) in scenarios.Zip(named))
        {
            var study = await ScenarioDesk.Run(
                scenario,
                options,
                request.BySteps,
                new Progress(terminal, surroundings.Clock, request.Quiet),
                stop
            );
            answers.Add(await ScenarioDesk.Tabulate(scenario, study, stop));
            settings.Add(RunFindings.Settings(scenario, answers[^1], request, stop));
        }

        times.Note("run");
        var side = answers is [var first, var second] ? Between(Labels(scenarios), first, second) : Within(answers[0]);
        times.Note("compare");

        var draws = await desk.Draw(scenarios[0], request, named[0], stop);
        var tornado = request.Scenarios.Count == 1 ? await desk.Measure(scenarios[0], request, Featured.Of(scenarios[0].Scenario, answers[0].Options, told: null), stop) : null;
        if (draws is not null)
        {
            times.Note("draw");
        }

        ImmutableArray<RunFinding>[] findings =
        [
            .. answers.Zip(await Task.WhenAll(settings).WaitAsync(stop), (of, set) => RunFindings.All(of, draws, set)),
        ];
        ImmutableArray<ExpectationResult>[] held =
        [
            .. scenarios.Zip(answers, (scenario, of) => ExpectationCheck.Hold(of, scenario.Result.Expectations)),
        ];
        ScenarioRecord[] records =
        [
            .. scenarios.Zip(answers, held).Zip(findings, (run, found) =>
                run.First.Record(surroundings, run.Second.Options, run.Third) with { Draws = draws, Findings = found }),
        ];
        results.Write(
            folder,
            "compare",
            request,
            [.. records],
            [.. answers],
            tornado,
            draws?.AddTo(scenarios[0].Scenario, side.Tables) ?? side.Tables,
            times,
            stop
        );
        Print(request, side, scenarios, draws, findings, folder);
        foreach (var unmet in request.Json ? [] : scenarios.Zip(held, FailedExpectations.Sentence).OfType<string>())
        {
            terminal.Answer(unmet);
        }

        return ExitCodes.Gravest([
            .. held.Select(FailedExpectations.Code),
            asksExitCode && side.Differ ? ExitCode.Difference : ExitCode.Done,
        ]);
    }

    private void Print(
        RunRequest request,
        SideBySide side,
        List<OpenScenario> scenarios,
        DrawAnswers? draws,
        ImmutableArray<RunFinding>[] findings,
        PlaceForResults folder
    )
    {
        if (request.Json)
        {
            terminal.Answer(ComparisonJson.Write(side.Comparisons, side.Differ, draws, folder.Name, findings.SelectMany(of => of)));
            return;
        }

        foreach (var comparison in side.Comparisons)
        {
            terminal.Answer(ComparisonText.Write(comparison));
            terminal.Answer("");
        }

        if (!side.Differ)
        {
            terminal.Answer("Nothing differs.");
        }

        if (draws is not null)
        {
            terminal.Answer(DrawsText.Write(draws, scenarios[0].Scenario));
            terminal.Answer("");
        }

        terminal.Answer(scenarios.Zip(findings).SelectMany(of => of.Second.Select(finding => finding.At(of.First))));
        terminal.Answer($"Results: {folder.Name}");
    }

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
    private static (string First, string Second) Labels(List<OpenScenario> scenarios)
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
