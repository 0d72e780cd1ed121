using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>run</c>: runs a scenario, prints what is asked first, and writes a results folder.</summary>
internal sealed class RunVerb(Terminal terminal, WrittenRuns runs)
{
    // What fits on a screen, less the lines that follow the answers.
    private const int MostLines = 41;

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };
        var command = new Command("run", "Run a scenario: who pays, who gains, who waits; and write a results folder.") { scenario };
        foreach (var option in common.OfRuns(tells: true))
        {
            command.Add(option);
        }

        command.SetAction((parsed, stop) =>
            runner.Run<RunVerb>(parsed, verb =>
                verb.Run(common.Command(parsed, [parsed.GetRequiredValue(scenario)], runner.Cores), stop)));
        return command;
    }

    private async Task<ExitCode> Run(RunCommand command, CancellationToken stop)
    {
        var (run, path) = await runs.Run(command, stop);
        Print(command, run, path);
        return FailedExpectations.Code(run.Held);
    }

    private void Print(RunCommand command, RunResult run, ResultsPath path)
    {
        var (scenario, headline) = (run.Scenario, Headline.From(run.Answers));
        if (command.Json)
        {
            var findings = scenario.Result.Findings.Length;
            var (options, story) = (headline.Stamp is null ? run.Evidence?.Options : null, run.Evidence?.Story);
            terminal.Answer(HeadlineJson.Write(headline, run.Draws, path.Name, findings, run.Findings, options, story));
            return;
        }

        PrintAnswers(command, run, headline);
        terminal.Answer(run.Findings.Select(scenario.At));
        terminal.Answer($"Results: {path.Name}");
        if (!scenario.Result.Findings.IsEmpty)
        {
            terminal.Answer(
                $"{Counts.Of(scenario.Result.Findings.Length, "finding")} about the scenario: systemsim check {scenario.Named}"
            );
        }

        if (FailedExpectations.Sentence(scenario, run.Held) is { } unmet)
        {
            terminal.Answer(unmet);
        }
    }

    /// <summary>The story first; then all options side by side where there are several, else who spends what.</summary>
    private void PrintAnswers(RunCommand command, RunResult run, Headline headline)
    {
        if (run.Evidence is { Stamp: null } evidence)
        {
            terminal.Answer(NarrativeText.Write(evidence));
            terminal.Answer("");
            terminal.Answer(
                evidence.Options.Lines.Length > 2 ? OptionsText.Write(evidence.Options) : HeadlineText.Tables(headline, MostLines)
            );
        }
        else
        {
            terminal.Answer(HeadlineText.Write(headline, MostLines));
        }

        terminal.Answer("");
        if (headline.Stamp is null && run.Draws is { } draws && !command.Request.DrawsUnlessTold)
        {
            terminal.Answer(DrawsText.Write(draws, run.Scenario.Scenario));
            terminal.Answer("");
        }
    }
}
