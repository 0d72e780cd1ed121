using System.Buffers;

namespace SystemSim.Reporting;

/// <summary>Where a folder is made, out of sight beside the place that is meant; held by a lock for as long as its run lives, so that a
/// later run knows what a dead one left.</summary>
internal sealed class DraftPlace : IDisposable
{
    private const string Lock = ".lock";
    private const string New = ".new";
    private const string Old = ".old";
    private const int Letters = 11;
    private const int MostTries = 16;
    private static readonly SearchValues<char> LockLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private readonly string place;
    private readonly string beside;
    private readonly FileStream held;

    private DraftPlace(string place, string beside, FileMode mode)
    {
        this.place = place;
        this.beside = beside;
        held = new FileStream(beside + Lock, mode, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Path of the folder that is being made.</summary>
    public string Draft => beside + New;

    /// <summary>Path to which what stood there before is put aside, where two folders cannot change places in one step.</summary>
    public string Aside => beside + Old;

    /// <summary>Takes a place beside a folder.</summary>
    /// <param name="place">Full path of the folder that is meant.</param>
    /// <exception cref="IOException">No place can be had.</exception>
    public static DraftPlace Beside(string place)
    {
        for (var tries = 1; ; tries++)
        {
            var beside = Path.Combine(
                Path.GetDirectoryName(place)!,
                $".{Path.GetFileName(place)}.{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}"
            );
            try
            {
                return new DraftPlace(place, beside, FileMode.CreateNew);
            }
            catch (IOException) when (tries < MostTries && File.Exists(beside + Lock))
            {
                // Another run has looked at the lock before it was held.
            }
        }
    }

    /// <summary>Ends what runs left that died: a new folder that was whole comes to its place where the old one has left it, and drafts are
    /// removed.</summary>
    /// <param name="place">Full path of the folder that is meant.</param>
    public static void TidyUp(string place)
    {
        var parent = Path.GetDirectoryName(place)!;
        foreach (
            var name in Directory.Exists(parent)
                ? Directory.GetFiles(parent).Where(file => IsLock(Path.GetFileName(file), Path.GetFileName(place)))
                : []
        )
        {
            try
            {
                // Who is alive holds it.
                using var left = new DraftPlace(place, name[..^Lock.Length], FileMode.Open);
                left.Mend();
            }
            catch (Exception alive) when (alive is IOException or UnauthorizedAccessException)
            {
                // It is another run's, or another user's.
            }
        }
    }

    /// <summary>Removes what is left here, and gives the place up. What cannot be removed, or is all that there is, is left with its lock
    /// for a later run.</summary>
    public void Dispose()
    {
        if (Directory.Exists(place) || !Directory.Exists(Aside))
        {
            Remove(Draft);
            Remove(Aside);
        }

        held.Dispose();
        if (!Directory.Exists(Draft) && !Directory.Exists(Aside))
        {
            Forget(held.Name);
        }
    }

    /// <summary>Only once the new folder was whole was the old one put aside.</summary>
    private void Mend()
    {
        if (Directory.Exists(Aside) && !Directory.Exists(place))
        {
            Directory.Move(Directory.Exists(Draft) ? Draft : Aside, place);
        }
    }

    private static bool IsLock(string name, string place) =>
        name.Length == place.Length + 2 + Letters + Lock.Length
        && name.StartsWith($".{place}.", StringComparison.Ordinal)
        && name.EndsWith(Lock, StringComparison.Ordinal)
        && name.AsSpan(place.Length + 2, Letters).IndexOfAnyExcept(LockLetters) < 0;

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

    private static void Forget(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // A lock that nobody holds does no harm.
        }
    }
}
