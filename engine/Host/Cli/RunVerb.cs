using System.CommandLine;

namespace SystemSim.Host;

/// <summary><c>run</c>: runs a scenario, prints what is asked first, and writes a results folder.</summary>
internal sealed class RunVerb(WrittenRuns runs, PrintedRuns printed)
{
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
        return printed.Print(run, run.Scenario.Named, path, command.Json, tellsDraws: !command.Request.DrawsUnlessTold);
    }
}
