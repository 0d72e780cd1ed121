using System.Runtime.InteropServices;

namespace SystemSim.Reading;

/// <summary>What kind of file a name stands for, asked before it is opened: to open a pipe is to wait for who writes into it.</summary>
internal static partial class UnixFile
{
    private const int Here = -100;
    private const uint Type = 1;
    private const int Bytes = 256;
    private const int ModeAt = 28;
    private const int KindMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Whether a name stands for a device, a pipe or a socket; not known, and so false, but on Linux.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var stat = new byte[Bytes];
            return Statx(Here, path, 0, Type, stat) == 0 && (BitConverter.ToUInt16(stat, ModeAt) & KindMask) is not (Regular or Folder);
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] stat);
}
