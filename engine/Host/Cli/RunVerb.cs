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
            scenario,
            common.Out,
            common.Set,
            common.Root,
            common.Options,
            common.Told,
            common.Steps,
            common.Only,
            common.DrawsOfRun,
            common.Seed,
            common.Until,
            common.KeepDraws,
            common.Threads,
        };
        command.SetAction(
            (parsed, stop) =>
                runner.Run<RunVerb>(parsed, verb =>
                    verb.Run(common.Request(parsed, [parsed.GetRequiredValue(scenario)], runner.Cores), stop)
                )
        );
        return command;
    }

    private async Task<ExitCode> Run(RunRequest request, CancellationToken stop)
    {
        var run = await runs.Run("run", request, stop);
        Print(request, run);
        return FailedExpectations.Code(run.Held);
    }

    private void Print(RunRequest request, FinishedRun run)
    {
        var (scenario, headline) = (run.Scenario, Headline.From(run.Answers));
        if (request.Json)
        {
            terminal.Answer(HeadlineJson.Write(headline, run.Draws, run.Folder.Name, scenario.Result.Findings.Length, run.Findings));
            return;
        }

        terminal.Answer(HeadlineText.Write(headline, MostLines));
        terminal.Answer("");
        if (run.Draws is { } draws)
        {
            terminal.Answer(DrawsText.Write(draws, scenario.Scenario));
            terminal.Answer("");
        }

        terminal.Answer(run.Findings.Select(finding => finding.At(scenario)));
        terminal.Answer($"Results: {run.Folder.Name}");
        if (!scenario.Result.Findings.IsEmpty)
        {
            terminal.Answer(
                $"{Counts.Of(scenario.Result.Findings.Length, "finding")} about the scenario: systemsim check {scenario.Argument}"
            );
        }

        if (FailedExpectations.Sentence(scenario, run.Held) is { } unmet)
        {
            terminal.Answer(unmet);
        }
    }
}
