namespace SystemSim.Reading;

/// <summary>Which files a scenario may read: text below its root, whatever links say.</summary>
/// <remarks>
/// The root is the folder that the caller names; else the scenario's own folder, or the nearest above it that holds the file named. It is
/// at most <see cref="MostUp"/> folders up, and never the root of a disk. So a scenario that somebody sent reads what was sent with it, and
/// says nothing of other files, not even whether they are there.
/// </remarks>
internal sealed class FileBounds
{
    /// <summary>The most folders above a scenario's own that its root may be.</summary>
    public const int MostUp = 3;

    private const int MostLinks = 40;
    private static readonly string Beside =
        $"name it relative to the file that names it, in the scenario's folder or at most {MostUp} folders above; --root FOLDER sets another bound.";

    private readonly string folder;
    private readonly string? root;

    /// <summary>Sets the bounds.</summary>
    /// <param name="scenario">Name of the scenario's file.</param>
    /// <param name="root">Folder that holds all that it may read; null for the nearest.</param>
    public FileBounds(string scenario, string? root)
    {
        folder = Path.GetDirectoryName(Path.GetFullPath(scenario)) ?? Path.GetFullPath(scenario);
        this.root = root is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
    }

    /// <summary>Where a file lies that another one names.</summary>
    /// <param name="name">Its name as seen by the caller.</param>
    /// <param name="named">Where it is named.</param>
    /// <param name="endings">How its name may end.</param>
    /// <returns>Its full path, free of links.</returns>
    /// <exception cref="UnreadableException">It may not be read.</exception>
    public string Place(string name, Scalar named, params ReadOnlySpan<string> endings)
    {
        CheckName(named);
        var full = Path.GetFullPath(name);
        if (RootOf(full) is not { } within)
        {
            throw Refusal(named, "lies outside the root of the scenario");
        }

        var real = Real(full);
        if (!IsIn(real, Real(within)) && !IsIn(real, Real(folder)))
        {
            throw Refusal(named, "is a link that leads outside the root of the scenario");
        }

        if (!Directory.Exists(real))
        {
            CheckEnding(named, full, real, endings);
        }

        return UnixFile.IsSpecial(real) ? throw Refusal(named, "is a device or a pipe") : real;
    }

    /// <summary>Refuses a name that is not relative to the file that names it.</summary>
    /// <param name="named">Where it is named.</param>
    /// <exception cref="UnreadableException">It is not.</exception>
    public static void CheckName(Scalar named)
    {
        if (named.Text.StartsWith('/') || named.Text.StartsWith('\\') || named.Text.Contains(':'))
        {
            throw Refusal(named, "is not a relative name");
        }
    }

    /// <summary>Refuses what has not the ending of files that are read at its place.</summary>
    /// <param name="named">Where it is named.</param>
    /// <param name="name">Its name.</param>
    /// <param name="real">Its name free of links, which must end alike.</param>
    /// <param name="endings">How they may end.</param>
    /// <exception cref="UnreadableException">They end otherwise.</exception>
    public static void CheckEnding(Scalar named, string name, string real, ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && real.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        throw Refusal(named, "has another ending than files have that are read here", $"its name ends in {string.Join(" or ", endings)}.");
    }

    /// <summary>Where the scenario itself lies, which the caller names: it may be anywhere, but not a link from one place to
    /// another.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isInFolder">Whether the caller names its folder alone.</param>
    /// <returns>The name or path to open it by.</returns>
    /// <exception cref="UnreadableException">It may not be read.</exception>
    public string PlaceOfScenario(string name, bool isInFolder)
    {
        var real = Real(Path.GetFullPath(name));
        if (!File.Exists(real))
        {
            return name;
        }

        var start = new Spot(name, 1, 1);
        if (!IsIn(real, Real(root ?? folder)))
        {
            throw root is null
                ? new UnreadableException(
                    Codes.OutOfBounds,
                    start,
                    "the file is a link that leads out of its folder.",
                    "name the file that it leads to."
                )
                : new UnreadableException(Codes.OutOfBounds, start, "the scenario lies outside the root that --root names.");
        }

        // What the caller names by itself may be a pipe that they have made; what lies in a folder is a file.
        return isInFolder && UnixFile.IsSpecial(real)
            ? throw new UnreadableException(Codes.OutOfBounds, start, "the file is a device or a pipe.")
            : real;
    }

    /// <summary>The root that holds a path; null where there is none.</summary>
    private string? RootOf(string full)
    {
        if (root is not null)
        {
            return IsIn(full, root) ? root : null;
        }

        var nearest = folder;
        for (var up = 0; up <= MostUp && nearest is not null; up++)
        {
            // The root of a disk holds everything: it is a root only for a scenario that lies there.
            if (IsIn(full, nearest) && (up == 0 || Path.GetDirectoryName(nearest) is not null))
            {
                return nearest;
            }

            nearest = Path.GetDirectoryName(nearest);
        }

        return null;
    }

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    /// <summary>A full path with every link on the way followed.</summary>
    private static string Real(string full)
    {
        var done = Path.GetPathRoot(full)!;
        var rest = new Stack<string>();
        Push(full[done.Length..]);
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part == "..")
            {
                done = Path.GetDirectoryName(done) ?? done;
                continue;
            }

            var next = Path.Combine(done, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                done = next;
                continue;
            }

            if (++links > MostLinks)
            {
                // Links that go round lead nowhere: outside of whatever root there is.
                return Path.GetPathRoot(full)!;
            }

            var start = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            done = start.Length > 0 ? start : done;
            Push(target[start.Length..]);
        }

        return done;

        void Push(string path)
        {
            foreach (
                var part in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
                    .Reverse()
                    .Where(part => part != ".")
            )
            {
                rest.Push(part);
            }
        }
    }

    private static UnreadableException Refusal(Scalar named, string why, string? hint = null) =>
        new(Codes.OutOfBounds, named.At, $"the file '{named.Text}' is not read: it {why}.", hint ?? Beside);
}
