using System.Runtime.InteropServices;

namespace SystemSim.Reporting;

/// <summary>What a folder needs of the system beyond what every system has: to change places with another in one step, and to be seen onto
/// the disk.</summary>
internal static partial class FolderExchange
{
    private const int Here = -100;
    private const uint Exchange = 2;
    private const int CloseOnExecute = 0x8_0000;

    // What a file system says that cannot do it: EINVAL, ENOSYS, EOPNOTSUPP.
    private const int Invalid = 22;
    private const int NoSuchCall = 38;
    private const int NotSupported = 95;

    /// <summary>Lets two folders of one parent change places, so that at every moment there is one of them in each.</summary>
    /// <returns>Whether the system can do that, and it is done.</returns>
    /// <exception cref="IOException">The system can do that, and it failed.</exception>
    public static bool Try(string one, string other)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return Rename(Here, one, Here, other, Exchange) == 0
                || (Marshal.GetLastPInvokeError() is Invalid or NoSuchCall or NotSupported ? false : throw Failed(other));
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Sees onto the disk which names a folder holds; nothing where the system does not let folders be opened for that.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var opened = Open(folder, CloseOnExecute);
        if (opened < 0)
        {
            throw Failed(folder);
        }

        var failed = Sync(opened) != 0 && Marshal.GetLastPInvokeError() is not (Invalid or NotSupported) ? Failed(folder) : null;
        _ = Close(opened);
        if (failed is not null)
        {
            throw failed;
        }
    }

    private static IOException Failed(string folder) => new($"{Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}: '{folder}'");

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
