namespace SystemSim.Reporting;

/// <summary>Makes a folder whole or not at all.</summary>
/// <remarks>
/// Everything is written into a folder beside the one that is meant, on the same volume, and moved into its place when it is complete.
/// What stood there before is gone only once the new one is there. Whatever goes wrong, nothing half-written is left.
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
    public static void Make(string path, Func<string, string?> refusal, Action<FolderDraft> fill, CancellationToken stop)
    {
        var place = Resolve(path);
        RefuseOther(place, refusal);
        var parent = Path.GetDirectoryName(place)!;
        var made = MakeParents(parent);
        var name = $".{Path.GetFileName(place)}.{Path.GetRandomFileName()}";
        var draft = Path.Combine(parent, $"{name}.new");
        try
        {
            Directory.CreateDirectory(draft);
            fill(new FolderDraft(draft, stop));
            stop.ThrowIfCancellationRequested();
            // What stands there is looked at again: filling may have taken long.
            RefuseOther(place, refusal);
            Swap(place, draft, Path.Combine(parent, $"{name}.old"));
        }
        catch
        {
            Remove(draft);
            made.ForEach(RemoveEmpty);
            throw;
        }
    }

    /// <summary>Looks whether a folder may be made.</summary>
    /// <param name="path">Full path of the folder.</param>
    /// <param name="refusal">As for <see cref="Make"/>.</param>
    /// <exception cref="FolderRefusedException">Something stands there that may not be replaced.</exception>
    public static void CheckPlace(string path, Func<string, string?> refusal) => RefuseOther(Resolve(path), refusal);

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

        if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any() && refusal(place) is { } reason)
        {
            throw new FolderRefusedException(reason);
        }
    }

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

    private static void Swap(string place, string draft, string old)
    {
        var replaces = Directory.Exists(place);
        if (replaces)
        {
            Directory.Move(place, old);
        }

        try
        {
            Directory.Move(draft, place);
        }
        catch when (replaces)
        {
            Directory.Move(old, place);
            throw;
        }

        Remove(old);
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // What matters is told by whoever threw before; a folder that cannot be removed is not worth more.
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
