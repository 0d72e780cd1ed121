using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Says what an answer rests on, for the verbs that find it out.</summary>
internal sealed class PrintedSensitivity(Terminal terminal)
{
    /// <summary>Prints, and leaves a folder where one is asked.</summary>
    /// <param name="scenario">The scenario that was asked of.</param>
    /// <param name="found">What was found.</param>
    /// <param name="path">Folder for it; null for none.</param>
    /// <param name="asJson">Whether to answer in JSON.</param>
    /// <param name="stop">Interrupts the writing.</param>
    /// <returns>How the command ends.</returns>
    public ExitCode Print(OpenScenario scenario, SensitivityResult found, ResultsPath? path, bool asJson, CancellationToken stop)
    {
        path?.Write(AskSensitivity.Folder(scenario, found), stop);
        if (asJson)
        {
            terminal.Answer(found.Json);
            return ExitCode.Done;
        }

        terminal.Answer(found.Text);
        terminal.Answer(ChanceText.LeftOut(scenario.Scenario.Drawing));
        if (path is not null)
        {
            terminal.Answer($"Results: {path.Name}");
        }

        return ExitCode.Done;
    }
}
