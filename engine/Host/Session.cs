using System.Runtime.InteropServices;
using System.Text;

namespace SystemSim.Host;

/// <summary>One call of the program, from its words to its exit code.</summary>
internal static class Session
{
    /// <summary>Runs the program.</summary>
    /// <param name="words">The words of the command line.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] words)
    {
        WarmUp.BeginReading(words);
        using var interruption = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        try
        {
            SpeakUtf8();
            return await new CommandLine(Surroundings.OfProcess()).Run(words, interruption.Token);
        }
        catch (Exception ending)
        {
            return (int)Told(ending);
        }

        void Interrupt(PosixSignalContext signal)
        {
            // Who asks twice does not want to wait for what is being tidied up.
            signal.Cancel = !interruption.IsCancellationRequested;
            interruption.Cancel();
        }
    }

    /// <summary>Says why a command ended before it was done.</summary>
    private static ExitCode Told(Exception ending)
    {
        var terminal = Terminal.OfProcess(noColor: true);
        switch (ending)
        {
            case StopException stop:
                terminal.Say(stop);
                return stop.Code;

            case OperationCanceledException:
                terminal.Say("systemsim: interrupted; nothing was left half-written.");
                return ExitCode.Interrupted;

            case IOException or UnauthorizedAccessException:
                terminal.Say($"systemsim: {ending.Message}");
                return ExitCode.Disk;

            default:
                terminal.Say(new StopException(
                    ExitCode.Fault,
                    $"systemsim: this is a fault in the program, not in what you asked: {ending.GetType().Name}: {ending.Message.ReplaceLineEndings(" ")}",
                    "please report it to the project, with the command and the scenario."));
                return ExitCode.Fault;
        }
    }

    private static void SpeakUtf8()
    {
        // Pound signs must survive a console that starts in another code page.
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
    }
}
