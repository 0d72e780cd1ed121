using System.CommandLine;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>sensitivity</c>: says which uncertain numbers an answer rests on, and what they would have to be for it to turn.</summary>
internal sealed class SensitivityVerb(
    Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios, PrintedSensitivity printed)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var asked = new SensitivityOptions();
        var command = new Command("sensitivity", "Say which uncertain numbers an answer rests on, and where it would turn.");
        asked.AddTo(command, common);
        command.SetAction((parsed, stop) => runner.Run<SensitivityVerb>(parsed, verb => verb.Run(
            asked.Scenario(parsed),
            parsed.GetRequiredValue(common.Set),
            asked.Request(parsed, common, runner.Cores),
            parsed.GetValue(asked.Out),
            parsed.GetValue(common.Json),
            parsed.GetValue(common.Quiet),
            stop)));
        return command;
    }

    private async Task<ExitCode> Run(
        string argument,
        IReadOnlyList<string> overrides,
        SensitivityRequest request,
        string? folder,
        bool json,
        bool isQuiet,
        CancellationToken stop
    )
    {
        Endings.StopIfRefused(AskSensitivity.Refusal(request));
        var progress = new Progress(terminal, environment.Clock, isQuiet);
        var scenario = await scenarios.ReadSound(argument, overrides, stop);
        var path = folder is null ? null : ResultsPath.Of(folder, scenario.Name, environment);
        var found = (await AskSensitivity.Run(scenario, request, progress, stop)).OrStop(terminal);
        return printed.Print(scenario, found, path, json, stop);
    }
}
