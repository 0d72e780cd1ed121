using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Scenarios as a command line names them.</summary>
/// <param name="terminal">Where it is told what is wrong with them.</param>
/// <param name="environment">What is around the program.</param>
/// <param name="root">Folder that holds all files a scenario may read, as typed; null for the scenario's own, or the nearest above that
/// holds what it names.</param>
internal sealed class ScenarioArguments(Terminal terminal, HostEnvironment environment, string? root)
{
    /// <summary>Where a scenario comes from.</summary>
    /// <param name="argument">A file, or a folder that holds a <c>scenario.yaml</c>.</param>
    public ScenarioSource Source(string argument) => new ScenarioSource.OnDisk(argument, environment.Folder, root);

    /// <summary>Reads a scenario that is to be run.</summary>
    /// <param name="argument">A file, or a folder that holds a <c>scenario.yaml</c>.</param>
    /// <param name="overrides">What is put in the place of numbers.</param>
    /// <param name="stop">Interrupts the reading.</param>
    /// <param name="tells">Whether pages and charts will be made of it.</param>
    /// <exception cref="UserError">There is no such file, or it is wrong; its problems have been told.</exception>
    public async Task<OpenScenario> ReadSound(string argument, IReadOnlyList<string> overrides, CancellationToken stop, bool tells = false)
    {
        WarmUp.Begin(tells);
        return (await OpenScenario.ReadSound(Source(argument), overrides, environment.Lanes, stop)).OrStop(terminal);
    }
}
