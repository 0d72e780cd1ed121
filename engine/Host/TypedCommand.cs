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
        return string.Join(' ', ["systemsim", record.Verb, Quoted(command.Scenarios[0]), .. record.Words.Select(Quoted)]);
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '=' or '/' or ',')
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
