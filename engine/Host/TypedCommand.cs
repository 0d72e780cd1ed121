using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>The command that makes a run again from where it was asked.</summary>
internal static class TypedCommand
{
    /// <summary>Writes it.</summary>
    /// <param name="command">What was typed.</param>
    /// <param name="run">What was run, with draws and seed as they were made.</param>
    public static string Of(RunCommand command, RunResult run)
    {
        var record = run.Folder.Command!;
        return string.Join(' ', ["systemsim", record.Verb, ShellWord.Typed(command.Scenarios[0]), .. record.Words.Select(ShellWord.Typed)]);
    }
}
