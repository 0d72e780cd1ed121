namespace SystemSim.Reporting;

/// <summary>Makes a folder whole or not at all.</summary>
/// <remarks>
/// Everything is written into a folder beside the one that is meant, on the same volume, and changes places with what stands there when it
/// is complete and on the disk: in one step where the system can, else in two, which the next run completes where a run died between them.
/// Whatever goes wrong, there is the old folder or the new one, and no other.
/// </remarks>
public static class WholeFolder
{
    /// <summary>Makes a folder.</summary>
    /// <param name="path">Full path of the folder.</param>
    /// <param name="refusal">Why what stands there may not be replaced, asked of a folder that holds something; null when it may.</param>
    /// <param name="fill">Writes the files.</param>
    /// <param name="stop">Interrupts the making.</param>
    /// <exception cref="FolderRefusedException">Something stands there that may not be replaced.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public static void Make(string path, Func<string, string?> refusal, Action<FolderDraft> fill, CancellationToken stop) =>
        Make(path, refusal, fill, FolderExchange.Try, () => { }, stop);

    /// <summary>The same.</summary>
    /// <param name="path">Full path of the folder.</param>
    /// <param name="refusal">Why what stands there may not be replaced.</param>
    /// <param name="fill">Writes the files.</param>
    /// <param name="exchange">Lets two folders change places in one step, where the system can.</param>
    /// <param name="step">Is called after every step in which a run could die.</param>
    /// <param name="stop">Interrupts the making.</param>
    internal static void Make(
        string path,
        Func<string, string?> refusal,
        Action<FolderDraft> fill,
        Func<string, string, bool> exchange,
        Action step,
        CancellationToken stop
    )
    {
        var place = Resolve(path);
        DraftPlace.TidyUp(place);
        RefuseOther(place, refusal);
        var made = MakeParents(Path.GetDirectoryName(place)!);
        try
        {
            using var beside = DraftPlace.Beside(place);
            step();
            Directory.CreateDirectory(beside.Draft);
            step();
            fill(new FolderDraft((name, write) => PutFile(beside.Draft, name, write), stop));
            Flush(beside.Draft);
            step();
            stop.ThrowIfCancellationRequested();
            // What stands there is looked at again: filling may have taken long.
            RefuseOther(place, refusal);
            var takeBack = Put(beside, place, refusal, exchange, step);
            try
            {
                step();
                FolderExchange.Flush(Path.GetDirectoryName(place)!);
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                // What the disk has not taken is not done: what stood there stands there again, as the caller will say.
                takeBack();
                throw;
            }
        }
        catch
        {
            made.ForEach(RemoveEmpty);
            throw;
        }
    }

    /// <summary>Looks whether a folder may be made.</summary>
    /// <param name="path">Full path of the folder.</param>
    /// <param name="refusal">Why what stands there may not be replaced, asked of a folder that holds something; null when it may.</param>
    /// <exception cref="FolderRefusedException">Something stands there that may not be replaced.</exception>
    public static void CheckPlace(string path, Func<string, string?> refusal) => RefuseOther(Resolve(path), refusal);

    /// <summary>Writes one file and sees it onto the disk.</summary>
    private static void PutFile(string root, string name, Action<Stream> write)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        write(file);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Sees onto the disk which files the folder and those in it hold.</summary>
    private static void Flush(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Append(root))
        {
            FolderExchange.Flush(folder);
        }
    }

    /// <summary>The folder itself, where the path is a link to one.</summary>
    private static string Resolve(string path)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(path);
        return (Directory.Exists(trimmed) ? Directory.ResolveLinkTarget(trimmed, returnFinalTarget: true)?.FullName : null) ?? trimmed;
    }

    private static void RefuseOther(string place, Func<string, string?> refusal)
    {
        if (File.Exists(place))
        {
            throw new FolderRefusedException("there is a file of that name.");
        }

        if (Path.GetDirectoryName(place) is null)
        {
            throw new FolderRefusedException("it is not a folder that can be replaced.");
        }

        if (Directory.Exists(place) && Refused(place, refusal) is { } reason)
        {
            throw new FolderRefusedException(reason);
        }
    }

    private static string? Refused(string folder, Func<string, string?> refusal) =>
        Directory.EnumerateFileSystemEntries(folder).Any() ? refusal(folder) : null;

    /// <summary>Makes the folders above, and says which were not there, the innermost first.</summary>
    private static List<string> MakeParents(string parent)
    {
        var missing = new List<string>();
        for (var folder = parent; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        Directory.CreateDirectory(parent);
        return missing;
    }

    /// <summary>Puts the new folder into its place.</summary>
    /// <returns>What puts back what stood there.</returns>
    private static Action Put(
        DraftPlace beside,
        string place,
        Func<string, string?> refusal,
        Func<string, string, bool> exchange,
        Action step
    )
    {
        if (!Directory.Exists(place))
        {
            Directory.Move(beside.Draft, place);
            return () => Directory.Move(place, beside.Draft);
        }

        if (exchange(beside.Draft, place))
        {
            step();
            if (Refused(beside.Draft, refusal) is { } reason)
            {
                // Something was put there at the last moment: it goes back.
                exchange(beside.Draft, place);
                throw new FolderRefusedException(reason);
            }

            return () => exchange(beside.Draft, place);
        }

        PutAside(beside, place, step);
        return () =>
        {
            Directory.Move(place, beside.Draft);
            Directory.Move(beside.Aside, place);
        };
    }

    private static void PutAside(DraftPlace beside, string place, Action step)
    {
        Directory.Move(place, beside.Aside);
        step();
        try
        {
            Directory.Move(beside.Draft, place);
        }
        catch
        {
            Directory.Move(beside.Aside, place);
            throw;
        }
    }

    private static void RemoveEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // Something else has been put there meanwhile.
        }
    }
}
