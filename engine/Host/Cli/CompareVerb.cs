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
            Description = "One scenario, whose options are compared; or two, whose options of the same name are; or any number with --each.",
            Arity = ArgumentArity.OneOrMore,
        };
        var each = new Option<bool>("--each") { Description = "One line for each option of each scenario, against its own baseline; no results folder." };
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 6 where there is any difference." };
        var command = new Command("compare", "Set the options of one scenario, or of two, side by side; and write a results folder.")
        {
            scenarios, common.Out, common.Set, common.Root, common.Options, common.Steps, common.Only, common.Draws, common.Seed, common.Until, common.KeepDraws, common.Threads, exitCode, each,
        };
        command.SetAction((parsed, stop) => runner.Run<CompareVerb>(
            parsed,
            verb => parsed.GetValue(each)
                ? verb.RunEach(common.Request(parsed, parsed.GetRequiredValue(scenarios), runner.Cores), stop)
                : verb.Run(common.Request(parsed, parsed.GetRequiredValue(scenarios), runner.Cores), parsed.GetValue(exitCode), stop)));
        return command;
    }

    private async Task<ExitCode> RunEach(RunRequest request, CancellationToken stop)
    {
        var overviews = new List<Overview>();
        var codes = new List<ExitCode>();
        foreach (var argument in request.Scenarios)
        {
            try
            {
                overviews.Add(await Look(argument, request, stop));
            }
            catch (Exception thrown) when (!stop.IsCancellationRequested)
            {
                // Whatever is wrong with one scenario, the others get their lines.
                var stopped = Endings.Of(thrown);
                terminal.Say(stopped);
                codes.Add(stopped.Code);
            }
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

    /// <summary>One scenario of several, against its own baseline.</summary>
    private async Task<Overview> Look(string argument, RunRequest request, CancellationToken stop)
    {
        var scenario = await desk.ReadSound(argument, request.Overrides, stop);
        var options = ScenarioDesk.Named(scenario, request.Options);
        var study = await ScenarioDesk.Run(scenario, options, bySteps: false, new Progress(terminal, surroundings.Clock, request.Quiet), stop);
        var headline = Headline.From(await ScenarioDesk.Tabulate(scenario, study, stop));
        return new Overview(scenario.Name, headline, OverviewLine.Of(headline, await desk.Draw(scenario, request, options, stop)));
    }

    private async Task<ExitCode> Run(RunRequest request, bool asksExitCode, CancellationToken stop)
    {
        if (request.Scenarios.Count > 2)
        {
            throw new StopException(ExitCode.WrongUsage, $"systemsim: {request.Scenarios.Count} scenarios are named, and two can be set side by side.", "add --each for one line an option.");
        }

        if (request.Scenarios.Count > 1 && request.Draws != 0)
        {
            throw new StopException(ExitCode.WrongUsage, "systemsim: draws compare the options of one scenario.", "make the second scenario an option of the first.");
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
        foreach (var (scenario, options) in scenarios.Zip(named))
        {
            var study = await ScenarioDesk.Run(scenario, options, request.BySteps, new Progress(terminal, surroundings.Clock, request.Quiet), stop);
            answers.Add(await ScenarioDesk.Tabulate(scenario, study, stop));
        }

        times.Note("run");
        var side = answers is [var first, var second] ? Between(Labels(scenarios), first, second) : Within(answers[0]);
        times.Note("compare");

        var draws = await desk.Draw(scenarios[0], request, named[0], stop);
        var tornado = request.Scenarios.Count == 1 ? await desk.Measure(scenarios[0], request, answers[0].Options, stop) : null;
        if (draws is not null)
        {
            times.Note("draw");
        }

        var records = scenarios.Zip(answers, (scenario, of) =>
            scenario.Record(surroundings, of.Options, ExpectationCheck.Hold(of, scenario.Result.Expectations)) with { Draws = draws });
        results.Write(folder, "compare", request, [.. records], [.. answers], tornado, draws?.AddTo(scenarios[0].Scenario, side.Tables) ?? side.Tables, times, stop);
        Print(request, side, scenarios[0].Scenario, draws, folder);
        return asksExitCode && side.Differ ? ExitCode.Difference : ExitCode.Done;
    }

    private void Print(RunRequest request, SideBySide side, Scenario scenario, DrawAnswers? draws, PlaceForResults folder)
    {
        if (request.Json)
        {
            terminal.Answer(ComparisonJson.Write(side.Comparisons, side.Differ, draws, folder.Name));
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
            terminal.Answer(DrawsText.Write(draws, scenario));
            terminal.Answer("");
        }

        terminal.Answer($"Results: {folder.Name}");
    }

    /// <summary>The options of one scenario, the baseline first.</summary>
    private static SideBySide Within(Answers answers)
    {
        var options = answers.Options.OrderByDescending(option => option.Id == answers.Scenario.Baseline);
        ImmutableArray<ComparedSide> sides = [.. options.Select(option => new ComparedSide(option.Id.Name, option.Title, answers, option.Id))];
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
        return new SideBySide([.. pairs.Select(pair => Comparison.Of([pair.Item1, pair.Item2]))], tables, runOtherYears || ComparisonTables.Differ(tables));
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
