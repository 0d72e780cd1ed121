using System.CommandLine;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>open</c>: serves the page on this machine, with the folder of a scenario behind it.</summary>
internal sealed class OpenVerb(Terminal terminal, ScenarioArguments scenarios, HostEnvironment environment)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string?>("SCENARIO")
        {
            Description = "A file, or a folder that holds a scenario.yaml. Without it the page starts with a choice.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var page = new Option<string?>("--page")
        {
            Description = "Folder of the page.  [default: page/ beside the program, or where the repository has published it]",
            HelpName = "FOLDER",
        };
        var command = new Command("open", "Show a scenario in a browser, and save what is changed there: on this machine alone, until Ctrl+C.")
        {
            scenario, page, common.Root,
        };
        command.SetAction(
            (parsed, stop) =>
                runner.Run<OpenVerb>(parsed, verb =>
                    verb.Run(parsed.GetValue(scenario), parsed.GetValue(page), parsed.GetValue(common.Json), stop)
                )
        );
        return command;
    }

    private async Task<ExitCode> Run(string? scenario, string? pageFolder, bool json, CancellationToken stop)
    {
        var page = PageFiles.Find(pageFolder is null ? null : environment.FullPath(pageFolder), environment.ProgramFolder);
        using var folder = scenario is null
            ? null
            : await OpenedFolder.Open((ScenarioSource.OnDisk)scenarios.Source(scenario), environment.Lanes, terminal, stop);
        using var server = Served(page, folder);
        var address =
            folder is null ? $"{server.Origin}/" : $"{server.Origin}/#/folder/{Uri.EscapeDataString(folder.Name)}/answer?token={server.Token}";
        if (json)
        {
            terminal.Answer(JsonText.Write(told =>
            {
                told.WriteStartObject();
                told.WriteString("address", address);
                told.WriteEndObject();
            }));
        }
        else
        {
            terminal.Answer(address);
            terminal.Say("open this address in a browser of this machine; Ctrl+C ends it.");
        }

        await server.Serve(stop);
        return ExitCode.Done;
    }

    private static PageServer Served(PageFiles page, OpenedFolder? folder)
    {
        try
        {
            return new PageServer(page, folder);
        }
        catch (IOException refused)
        {
            throw new UserError(ExitCode.Disk, $"systemsim: the page cannot be served. {refused.Message}");
        }
    }
}
