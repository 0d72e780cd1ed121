namespace SystemSim.Host;

/// <summary>Ends a command with one sentence for who called it.</summary>
/// <param name="code">How it ends.</param>
/// <param name="sentence">What is wrong; one sentence, with the file it concerns.</param>
/// <param name="hint">What to try next; null when there is nothing useful to say.</param>
internal sealed class UserError(ExitCode code, string sentence, string? hint = null) : Exception(sentence)
{
    /// <summary>How it ends.</summary>
    public ExitCode Code { get; } = code;

    /// <summary>What to try next; null when there is nothing useful to say.</summary>
    public string? Hint { get; } = hint;

    /// <summary>A wrong use of the command line.</summary>
    /// <param name="sentence">What is wrong with it.</param>
    /// <param name="hint">What to try next.</param>
    public static UserError Usage(string sentence, string hint) => new(ExitCode.WrongUsage, $"systemsim: {sentence}", hint);
}
