using System.Security.Cryptography;
using System.Text;

namespace SystemSim.Runs;

/// <summary>The file of a shard: whose it is, what its draws came to, and a checksum of it all.</summary>
/// <remarks>Little-endian; in order: mark and version; hash of the study; number of the shard and how many there are; what its
/// draws came to (<see cref="ShardWork"/>); SHA-256 of all that stands before.</remarks>
public static class ShardFile
{
    private const int HashBytes = 32;
    private static readonly byte[] Mark = "SIMSHARD"u8.ToArray();
    private static readonly int HeaderBytes = Mark.Length + sizeof(int) + HashBytes + (2 * sizeof(int));

    /// <summary>Ending of the names of such files.</summary>
    public const string Ending = ".draws";

    private const int Version = 1;

    /// <summary>Reads whose a file is.</summary>
    /// <param name="study">The study.</param>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="shard">Receives the shard that it is.</param>
    /// <returns>Why it is no sound shard of the study, to follow its name; null when it is one.</returns>
    public static string? Fault(Study study, ReadOnlySpan<byte> bytes, out Shard? shard)
    {
        shard = null;
        if (bytes.Length < HeaderBytes + HashBytes || !bytes.StartsWith(Mark))
        {
            return bytes.Length < Mark.Length || bytes.StartsWith(Mark) ? "is cut off." : "is no shard of a study.";
        }

        var header = new BinaryReader(new MemoryStream(bytes[Mark.Length..HeaderBytes].ToArray()), Encoding.UTF8);
        if (header.ReadInt32() != Version)
        {
            return "is a shard that another version of the program wrote.";
        }

        var of = header.ReadBytes(HashBytes);
        if (!SHA256.HashData(bytes[..^HashBytes]).AsSpan().SequenceEqual(bytes[^HashBytes..]))
        {
            return "is damaged: its checksum is not that of its bytes.";
        }

        if (Convert.ToHexStringLower(of) != study.Hash)
        {
            return "is a shard of another study.";
        }

        shard = new Shard(header.ReadInt32(), header.ReadInt32());
        return null;
    }

    /// <summary>Writes a shard.</summary>
    /// <param name="study">The study.</param>
    /// <param name="shard">Which of its shards.</param>
    /// <param name="content">Writes what its draws came to.</param>
    internal static byte[] Write(Study study, Shard shard, Action<Stream> content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(Version);
            writer.Write(Convert.FromHexString(study.Hash));
            writer.Write(shard.Number);
            writer.Write(shard.Of);
        }

        content(bytes);
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <summary>What the draws came to of a file that is a sound shard.</summary>
    internal static Stream Content(byte[] bytes) =>
        new MemoryStream(bytes, HeaderBytes, bytes.Length - HeaderBytes - HashBytes, writable: false);
}
