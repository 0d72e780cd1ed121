using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>compare</c>: sets the options of a scenario side by side, or those of two scenarios.</summary>
internal sealed class CompareVerb(Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios)
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
            Description = "One line for each option of each scenario, against its own baseline; a page and a workbook with --out.",
        };
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 6 where there is any difference." };
        var command = new Command("compare", "Set the options of one scenario, or of two, side by side; and write a results folder.")
        {
            scenarios,
        };
        foreach (var option in common.OfRuns(tells: false).Append(exitCode).Append(each))
        {
            command.Add(option);
        }

        command.SetAction((parsed, stop) => runner.Run<CompareVerb>(
            parsed,
            verb =>
            {
                var command = common.Command(parsed, parsed.GetRequiredValue(scenarios), runner.Cores);
                return parsed.GetValue(each)
                    ? verb.RunEach(command, parsed.GetValue(exitCode), stop)
                    : verb.Run(command, parsed.GetValue(exitCode), stop);
            }));
        return command;
    }

    private async Task<ExitCode> RunEach(RunCommand command, bool asksExitCode, CancellationToken stop)
    {
        CheckEach(command);
        var path = command.Out is { } name ? ResultsPath.Of(name, "", environment) : null;
        WarmUp.Begin(tells: false);
        var found = await CompareScenarios.Each(
            command.Scenarios.Select(scenarios.Source),
            command.Overrides,
            command.Request,
            environment.Lanes,
            new Progress(terminal, environment.Clock, command.Quiet),
            stop
        );
        if (found.Folder is { } folder)
        {
            path?.Write(folder, stop);
        }

        foreach (var failure in found.Failures)
        {
            terminal.Say(failure.Problems);
            terminal.Say(Endings.Of(failure));
        }

        if (command.Json)
        {
            terminal.Answer(OverviewJson.Write(found.Overviews));
        }
        else if (!found.Overviews.IsEmpty)
        {
            terminal.Answer(OverviewText.Write(found.Overviews));
            if (path is not null)
            {
                terminal.Answer($"Results: {path.Name}");
            }
        }

        return ExitCodes.Gravest([
            .. found.Failures.Select(failure => ExitCodes.Of(failure.Kind)),
            asksExitCode && found.Differ ? ExitCode.Difference : ExitCode.Done,
        ]);
    }

    /// <summary>Refuses what is about the tidy files of a run, of which there are none here.</summary>
    private static void CheckEach(RunCommand command)
    {
        var request = command.Request;
        (bool IsAsked, string Option, string What)[] ofFolder =
        [
            (request.BySteps, "--steps", "adds rows to them"),
            (request.KeepsDraws, "--keep-draws", "adds draws to them"),
            (request.OnlyTidy, "--only", "asks for them alone"),
        ];
        if (ofFolder.FirstOrDefault(option => option.IsAsked) is { Option: { } option, What: var what })
        {
            throw UserError.Usage(
                $"--each writes no tidy files, and {option} {what}.",
                $"leave {option} out, or 'systemsim run' one scenario."
            );
        }
    }

    private async Task<ExitCode> Run(RunCommand command, bool asksExitCode, CancellationToken stop)
    {
        Endings.StopIfRefused(CompareScenarios.Refusal(command.Scenarios.Count, command.Request));
        var times = new StageTimes(environment.Clock, RunProgress.Read);
        var read = ImmutableArray.CreateBuilder<OpenScenario>();
        foreach (var argument in command.Scenarios)
        {
            read.Add(await scenarios.ReadSound(argument, command.Overrides, stop));
        }

        var path = ResultsPath.Of(command.Out, string.Join('-', read.Select(scenario => scenario.Name)), environment);
        var progress = new Progress(terminal, environment.Clock, command.Quiet, times);
        var found = (await CompareScenarios.Run(read.ToImmutable(), command.Request, progress, stop)).OrStop(terminal);
        var timings = command.Request.OnlyTidy ? null : times.Record(command.Request.Threads, environment.Machine);
        path.Write(found.Folder with { Timings = timings }, stop);
        Print(command, found, path);
        return ExitCodes.Gravest([
            .. found.Held.Select(FailedExpectations.Code),
            asksExitCode && found.Differ ? ExitCode.Difference : ExitCode.Done,
        ]);
    }

    private void Print(RunCommand command, ComparisonResult found, ResultsPath path)
    {
        if (command.Json)
        {
            terminal.Answer(
                ComparisonJson.Write(
                    found.Comparisons,
                    found.Differ,
                    found.Draws,
                    path.Name,
                    found.Findings.SelectMany(of => of),
                    found.Stamp,
                    found.Options
                )
            );
            return;
        }

        if (found.Stamp is { } stamp)
        {
            terminal.Answer(FoldedText.Of(stamp, isHeading: true));
            terminal.Answer("");
        }

        if (found.Options is { Lines.Length: > 1 } options)
        {
            terminal.Answer(OptionsText.Write(options));
            terminal.Answer("");
        }

        foreach (var comparison in found.Comparisons)
        {
            terminal.Answer(ComparisonText.Write(comparison));
            terminal.Answer("");
        }

        if (!found.Differ)
        {
            terminal.Answer("Nothing differs.");
        }

        if (found.Draws is { } draws && found.Stamp is null)
        {
            terminal.Answer(DrawsText.Write(draws, found.Scenarios[0].Scenario));
            terminal.Answer("");
        }

        terminal.Answer(found.Scenarios.Zip(found.Findings).SelectMany(of => of.Second.Select(of.First.At)));
        terminal.Answer($"Results: {path.Name}");
        foreach (var unmet in found.Scenarios.Zip(found.Held, FailedExpectations.Sentence).OfType<string>())
        {
            terminal.Answer(unmet);
        }
    }
}
