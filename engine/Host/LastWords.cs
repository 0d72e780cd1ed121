using Microsoft.Win32.SafeHandles;

namespace SystemSim.Host;

/// <summary>What is said where nothing can be opened any more: no part of the program, and not the console either.</summary>
internal static class LastWords
{
    /// <summary>Whether that is why something was thrown.</summary>
    /// <param name="thrown">What was thrown.</param>
    public static bool Follow(Exception thrown) => thrown.GetBaseException() is IOException;

    /// <summary>Says it, without opening anything, where the system lets that be done.</summary>
    /// <returns>The exit code.</returns>
    public static int Say()
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                using var rest = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
                rest.Write(
                    "systemsim: a file cannot be opened that is needed to go on.\n  hint: allow the program more open files (ulimit -n).\n"u8
                );
            }
            catch (Exception thrown) when (Follow(thrown))
            {
                // The exit code has to do.
            }
        }

        return (int)ExitCode.Disk;
    }
}
