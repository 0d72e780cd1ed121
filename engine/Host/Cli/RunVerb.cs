using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary><c>run</c>: runs a scenario, prints what is asked first, and writes a results folder.</summary>
internal sealed class RunVerb(Terminal terminal, Surroundings surroundings, ScenarioDesk desk, ResultsDesk results)
{
    // What fits on a screen, less the lines that follow the answers.
    private const int MostLines = 41;

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };
        var command = new Command("run", "Run a scenario: who pays, who gains, who waits; and write a results folder.")
        {
            scenario, common.Out, common.Set, common.Options, common.Steps, common.Only, common.Draws, common.Seed, common.Until, common.KeepDraws, common.Threads,
        };
        command.SetAction((parsed, stop) => runner.Run<RunVerb>(parsed, verb => verb.Run(common.Request(parsed, [parsed.GetRequiredValue(scenario)], runner.Cores), stop)));
        return command;
    }

    private async Task<ExitCode> Run(RunRequest request, CancellationToken stop)
    {
        var times = new StageTimes(surroundings.Clock);
        var scenario = await desk.ReadSound(request.Scenarios[0], request.Overrides, stop);
        var folder = results.FolderFor(request, scenario.Name);
        var options = ScenarioDesk.Named(scenario, request.Options);
        times.Note("read");

        var study = await ScenarioDesk.Run(scenario, options, request.BySteps, new Progress(terminal, surroundings.Clock, request.Quiet), stop);
        times.Note("run");

        var answers = await ScenarioDesk.Tabulate(scenario, study, stop);
        var held = ExpectationCheck.Hold(answers, scenario.Result.Expectations);
        times.Note("tabulate");

        var draws = await desk.Draw(scenario, request, options, stop);
        var tornado = await desk.Measure(scenario, request, answers.Options, stop);
        if (draws is not null)
        {
            times.Note("draw");
        }

        var record = scenario.Record(surroundings, answers.Options, held) with { Draws = draws };
        results.Write(folder, "run", request, [record], [answers], tornado, draws?.AddTo(scenario.Scenario, answers.Tables) ?? answers.Tables, times, stop);
        Print(request, scenario, Headline.From(answers), draws, folder, held);
        return ExitCode.Done;
    }

    private void Print(RunRequest request, OpenScenario scenario, Headline headline, DrawAnswers? draws, PlaceForResults folder, ImmutableArray<ExpectationResult> held)
    {
        if (request.Json)
        {
            terminal.Answer(HeadlineJson.Write(headline, draws, folder.Name, scenario.Result.Findings.Length));
            return;
        }

        terminal.Answer(HeadlineText.Write(headline, MostLines));
        terminal.Answer("");
        if (draws is not null)
        {
            terminal.Answer(DrawsText.Write(draws, scenario.Scenario));
            terminal.Answer("");
        }

        terminal.Answer($"Results: {folder.Name}");
        if (!scenario.Result.Findings.IsEmpty)
        {
            terminal.Answer($"{Counts.Of(scenario.Result.Findings.Length, "finding")} about the scenario: systemsim check {scenario.Argument}");
        }

        if (held.Count(result => result.IsFailed) is > 0 and var failed)
        {
            terminal.Answer($"{failed} of {Counts.Of(held.Length, "expectation")} not met: systemsim check --expect {scenario.Argument}");
        }
    }
}
