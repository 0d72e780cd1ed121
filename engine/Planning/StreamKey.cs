using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SystemSim.Planning;

/// <summary>The stream of random numbers that belongs to a quantity.</summary>
internal static class StreamKey
{
    /// <summary>The first eight bytes, most significant first, of the SHA-256 of a name in UTF-8.</summary>
    public static ulong Of(string name) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
