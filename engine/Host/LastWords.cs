using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SystemSim.Host;

/// <summary>What is said where nothing can be opened any more: no part of the program, and not the console either.</summary>
internal static partial class LastWords
{
    // What the program and its files take on a machine of two cores, with some to spare. Where it runs out of them the run-time may
    // end it without a word, so that this is asked before.
    private const ulong FilesNeeded = 192;
    private const int OpenFiles = 7;

    /// <summary>Whether too few files may be open for the program to run.</summary>
    public static bool AreDue =>
        OperatingSystem.IsLinux() && GetLimit(OpenFiles, out var limit) == 0 && limit.Soft < FilesNeeded;

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

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Limit
    {
        public readonly ulong Soft;
        public readonly ulong Hard;
    }
}
