using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SystemSim.Reading;

/// <summary>What one file holds: its text, refused where it is not plain UTF-8 text of a sensible size, or the bytes of a table of
/// people.</summary>
internal static class TextFile
{
    /// <summary>The largest file, in bytes; a large scenario has a few hundred thousand.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>The largest table of people, in bytes: the largest that the ONS publishes has some 20 MB.</summary>
    public const int MostBytesOfTable = 32 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, by which it is told.</param>
    /// <param name="path">The path by which it is opened.</param>
    /// <returns>Its text and the SHA-256 of its bytes.</returns>
    /// <exception cref="UnreadableException">It is too large or not UTF-8 text.</exception>
    /// <exception cref="IOException">It is not there or cannot be opened.</exception>
    public static (string Text, InputFile Input) Read(string name, string path) => Read(name, Bytes(path, MostBytes));

    /// <summary>Reads a table of people.</summary>
    /// <param name="name">Its name, by which it is told.</param>
    /// <param name="path">The path by which it is opened.</param>
    /// <exception cref="UnreadableException">It is too large.</exception>
    /// <exception cref="IOException">It is not there or cannot be opened.</exception>
    public static InputFile ReadTable(string name, string path) => Table(name, Bytes(path, MostBytesOfTable));

    /// <summary>A table of people of which the bytes are at hand.</summary>
    /// <param name="name">Its name, by which it is told.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="UnreadableException">It is too large.</exception>
    public static InputFile Table(string name, ImmutableArray<byte> bytes) => Input(name, bytes, MostBytesOfTable);

    /// <summary>Reads a file of which the bytes are at hand.</summary>
    /// <param name="name">Its name, by which it is told.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>Its text and the SHA-256 of its bytes.</returns>
    /// <exception cref="UnreadableException">It is too large or not UTF-8 text.</exception>
    public static (string Text, InputFile Input) Read(string name, ImmutableArray<byte> bytes)
    {
        var input = Input(name, bytes, MostBytes);
        return (Decode(bytes.AsSpan(), new Spot(name, 1, 1)), input);
    }

    private static InputFile Input(string name, ImmutableArray<byte> bytes, int most) =>
        bytes.Length > most
            ? throw new UnreadableException(
                Codes.TooLarge, new Spot(name, 1, 1), $"the file is larger than {most / 1024 / 1024} MiB.", "is it the file you meant?")
            : new InputFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan())), bytes);

    private static ImmutableArray<byte> Bytes(string path, int most)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);

        // A pipe or a device has no length to ask for: one byte more than the limit tells as much.
        var bytes = new byte[stream.CanSeek ? Math.Min(stream.Length, most + 1L) : most + 1L];
        return [.. bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false))];
    }

    private static string Decode(ReadOnlySpan<byte> bytes, Spot start)
    {
        if (bytes.StartsWith<byte>([0xFE, 0xFF]) || bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
        {
            throw new UnreadableException(Codes.NotText, start, "the file is UTF-16 or UTF-32 text.", "save it as UTF-8.");
        }

        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
        {
            throw new UnreadableException(
                Codes.NotText, At(bytes[..zero], start), "the file is binary: it holds a zero byte here.", "a scenario is a text file.");
        }

        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new UnreadableException(
                Codes.NotText, At(bytes[..Math.Max(0, wrong.Index)], start), "the file is not UTF-8 text: it holds other bytes here.",
                "save it as UTF-8.");
        }
    }

    private static Spot At(ReadOnlySpan<byte> before, Spot start)
    {
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return start with { Line = line, Column = column };
    }
}
