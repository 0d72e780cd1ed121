namespace SystemSim.Host;

/// <summary>Why a command, or one scenario of several, ended before it was done: whatever was thrown, in one sentence.</summary>
internal static class Endings
{
    /// <summary>Puts what was thrown into a sentence.</summary>
    /// <param name="thrown">What was thrown.</param>
    public static StopException Of(Exception thrown) =>
        Innermost(thrown) switch
        {
            StopException stop => stop,
            OperationCanceledException => new StopException(ExitCode.Interrupted, "systemsim: interrupted; nothing was left half-written."),
            InsufficientMemoryException => new StopException(
                ExitCode.Disk,
                "systemsim: the run would have to remember more than a program can: it has too many services, steps or lags."
            ),
            OutOfMemoryException => new StopException(
                ExitCode.Disk,
                "systemsim: there is not enough memory for this.",
                "give the program more, or ask for fewer draws, threads, steps or years."
            ),
            IOException or UnauthorizedAccessException => new StopException(ExitCode.Disk, $"systemsim: {thrown.Message}"),
            var fault => new StopException(
                ExitCode.Fault,
                $"systemsim: this is a fault in the program, not in what you asked: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}",
                "please report it to the project, with the command and the scenario."
            ),
        };

    /// <summary>What lies behind exceptions that only carry others.</summary>
    private static Exception Innermost(Exception thrown) =>
        thrown is AggregateException or TypeInitializationException && thrown.InnerException is { } inner ? Innermost(inner) : thrown;
}
