using System.CommandLine;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary><c>report</c>: runs a scenario, says the answer in words, and writes pages and charts for who decides.</summary>
internal sealed class ReportVerb(Terminal terminal, WrittenRuns runs)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };
        var claims = new Option<bool>("--claims")
        {
            Description = "Add the claims sheet: each chart with the one sentence that it supports, and what speaks against it.",
        };
        var png = new Option<bool>("--png")
        {
            Description = "Add the charts as images; needs Chromium or Chrome, on the path or named in CHROMIUM.",
        };
        var command = new Command("report", "Run a scenario, and tell the answer: a page for who decides, charts, claims.")
        {
            scenario,
            common.Out,
            common.Set,
            common.Root,
            common.Options,
            common.Told,
            common.DrawsOfRun,
            common.Seed,
            common.Until,
            common.Threads,
            claims,
            png,
        };
        command.SetAction(
            (parsed, stop) =>
                runner.Run<ReportVerb>(parsed, verb =>
                    verb.Run(
                        common.Command(parsed, [parsed.GetRequiredValue(scenario)], runner.Cores),
                        parsed.GetValue(claims),
                        parsed.GetValue(png),
                        stop
                    )
                )
        );
        return command;
    }

    private async Task<ExitCode> Run(RunCommand command, bool claims, bool images, CancellationToken stop)
    {
        var request = command.Request with { Verb = "report", Claims = claims, Images = images };
        var (run, path) = await runs.Run(command with { Request = request }, stop);
        var evidence = run.Evidence! with { Command = TypedCommand.Of(command, run) };
        if (command.Json)
        {
            terminal.Answer(EvidenceJson.Write(evidence, path.Name));
            return FailedExpectations.Code(run.Held);
        }

        terminal.Answer(claims ? ClaimsText.Write(evidence) : AnswerText.Write(evidence));
        terminal.Answer("");
        terminal.Answer(run.Findings.Select(run.Scenario.At));
        terminal.Answer(
            $"Results: {path.Name}; open {path.Name}/{(claims ? "claims.html" : "summary.html")} in a browser."
        );
        if (FailedExpectations.Sentence(run.Scenario, run.Held) is { } unmet)
        {
            terminal.Answer(unmet);
        }

        return FailedExpectations.Code(run.Held);
    }
}
