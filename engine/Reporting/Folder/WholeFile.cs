namespace SystemSim.Reporting;

/// <summary>Makes a file whole or not at all, whoever else makes it at the same time.</summary>
public static class WholeFile
{
    private const string New = ".new";
    private const int MostTries = 8;

    /// <summary>Writes a file beside its place, sees it onto the disk, and puts it there in one step.</summary>
    /// <param name="path">Full path of the file; what stands there is replaced. Its folder is made where it is missing.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="IOException">It cannot be written, and what stood there still stands; or the disk did not take the new name at the
    /// very last, and either may stand there, whole.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        RemoveLeft(path, folder);
        for (var tries = 1; !IsPut(path, folder, bytes, tries == MostTries); tries++)
        {
        }
    }

    /// <summary>Tries to write the file.</summary>
    /// <returns>Whether it stands there; where not, another run has taken it for one that a dead run left.</returns>
    private static bool IsPut(string path, string folder, byte[] bytes, bool isLast)
    {
        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}{New}");
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
            FolderExchange.Flush(folder);
            return true;
        }
        catch (FileNotFoundException) when (!isLast)
        {
            return false;
        }
        catch
        {
            Remove(beside);
            throw;
        }
    }

    /// <summary>Removes what dead runs left of the same file: who is alive holds what it writes.</summary>
    private static void RemoveLeft(string path, string folder)
    {
        foreach (var left in Directory.GetFiles(folder, $".{Path.GetFileName(path)}.*{New}"))
        {
            try
            {
                using var held = new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(left);
            }
            catch (Exception alive) when (alive is IOException or UnauthorizedAccessException)
            {
                // It is another run's, or another user's.
            }
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // The next run removes it.
        }
    }
}
