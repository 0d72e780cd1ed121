using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary><c>run</c>: runs a scenario, prints what is asked first, and writes a results folder.</summary>
internal sealed class RunVerb(Terminal terminal, RunDesk runs)
{
    // What fits on a screen, less the lines that follow the answers.
    private const int MostLines = 41;

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };
        var command = new Command("run", "Run a scenario: who pays, who gains, who waits; and write a results folder.")
        {
            scenario, common.Out, common.Set, common.Root, common.Options, common.Steps, common.Only, common.Draws, common.Seed, common.Until, common.KeepDraws, common.Threads,
        };
        command.SetAction((parsed, stop) => runner.Run<RunVerb>(parsed, verb => verb.Run(common.Request(parsed, [parsed.GetRequiredValue(scenario)], runner.Cores), stop)));
        return command;
    }

    private async Task<ExitCode> Run(RunRequest request, CancellationToken stop)
    {
        var run = await runs.Run("run", request, stop);
        Print(request, run.Scenario, Headline.From(run.Answers), run.Draws, run.Folder, run.Held);
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
