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
            return await new CommandLine(HostEnvironment.OfProcess()).Run(words, interruption.Token);
        }
        catch (Exception ending)
        {
            var stop = Endings.Of(ending);
            Terminal.OfProcess(noColor: true).Say(stop);
            return (int)stop.Code;
        }

        void Interrupt(PosixSignalContext signal)
        {
            // Who asks twice does not want to wait for what is being tidied up.
            signal.Cancel = !interruption.IsCancellationRequested;
            interruption.Cancel();
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
