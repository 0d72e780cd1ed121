using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>sensitivity</c>: says which uncertain numbers an answer rests on, and what they would have to be for it to turn.</summary>
internal sealed class SensitivityVerb(Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios)
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
        path?.Write(AskSensitivity.Folder(scenario, found), stop);
        if (json)
        {
            terminal.Answer(Json(found));
            return ExitCode.Done;
        }

        terminal.Answer(Text(found));
        terminal.Answer(ChanceText.LeftOut(scenario.Scenario.Drawing));
        if (path is not null)
        {
            terminal.Answer($"Results: {path.Name}");
        }

        return ExitCode.Done;
    }

    private static byte[] Json(SensitivityResult result) => result switch
    {
        SensitivityResult.Moved of => TornadoJson.Write(of.Found),
        SensitivityResult.Switched of => SwitchingJson.Write(of.Found),
        SensitivityResult.Gridded of => GridJson.Write(of.Found),
        SensitivityResult.Apportioned of => SobolJson.Write(of.Found),
        SensitivityResult.Informed of => InformationJson.Write(of.Found),
        SensitivityResult.Placed of => CostEffectJson.WriteFrontier(of.Found),
        SensitivityResult.Accepted of => CostEffectJson.WriteAcceptability(of.Found, of.Curves),
        _ => throw new UnreachableException(),
    };

    private static ImmutableArray<TextLine> Text(SensitivityResult result) => result switch
    {
        SensitivityResult.Moved of => TornadoText.Write(of.Found),
        SensitivityResult.Switched of => SwitchingText.Write(of.Found),
        SensitivityResult.Gridded of => GridText.Write(of.Found),
        SensitivityResult.Apportioned of => SobolText.Write(of.Found),
        SensitivityResult.Informed of => InformationText.Write(of.Found),
        SensitivityResult.Placed of => FrontierText.Write(of.Found),
        SensitivityResult.Accepted of => AcceptabilityText.Write(of.Found, of.Curves),
        _ => throw new UnreachableException(),
    };
}
