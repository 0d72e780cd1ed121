using System.Collections.Immutable;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Runs a scenario and writes its results folder, for the verbs that do so.</summary>
internal sealed class WrittenRuns(Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios, ChartImages images)
{
    /// <summary>Runs, and writes.</summary>
    /// <param name="command">What is asked; its first scenario is run.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>What came of it, and where it is.</returns>
    /// <exception cref="UserError">It cannot be run, or its results cannot be written.</exception>
    public async Task<(RunResult Run, ResultsPath Path)> Run(RunCommand command, CancellationToken stop)
    {
        var request = command.Request;
        var times = new StageTimes(environment.Clock, RunProgress.Read);
        var scenario = await scenarios.ReadSound(command.Scenarios[0], command.Overrides, stop, tells: !request.OnlyTidy);
        var path = ResultsPath.Of(command.Out, scenario.Name, environment);
        if (request.Images)
        {
            images.Browser();
        }

        var progress = new Progress(terminal, environment.Clock, command.Quiet, times);
        var run = (await RunScenario.Run(scenario, request, progress, stop)).OrStop(terminal);
        ImmutableArray<(string, byte[])> drawn =
            request.Images && run.Evidence is { } evidence ? await images.Draw(evidence.Pictures, request.Threads, stop) : [];
        path.Write(
            run.Folder with
            {
                Images = drawn,
                Timings = request.OnlyTidy ? null : times.Record(request.Threads, environment.Machine),
            },
            stop
        );
        return (run, path);
    }
}
