using System.Security.Cryptography;
using System.Text;

namespace SystemSim.Reporting;

/// <summary>The hash of a JSON file in the file itself, by which it is known whether anybody has changed it.</summary>
internal static class Seal
{
    /// <summary>The property that holds the hash: SHA-256 of the file with noughts in the hash's place.</summary>
    public const string Property = "itself";

    /// <summary>What stands there before the hash is known.</summary>
    public static string Blank { get; } = new('0', SHA256.HashSizeInBytes * 2);

    /// <summary>Puts the hash into a file whose <see cref="Property"/> is blank.</summary>
    public static byte[] Put(byte[] json)
    {
        var at = json.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes($"\"{Blank}\"")) + 1;
        Encoding.ASCII.GetBytes(Hash(json)).CopyTo(json, at);
        return json;
    }

    /// <summary>Whether a file has the hash that it holds.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="hash">The hash that it holds.</param>
    public static bool Holds(byte[] json, string hash)
    {
        var at = json.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes($"\"{hash}\"")) + 1;
        if (hash.Length != Blank.Length || at == 0)
        {
            return false;
        }

        byte[] blank = [.. json];
        Encoding.ASCII.GetBytes(Blank).CopyTo(blank, at);
        return Hash(blank) == hash;
    }

    private static string Hash(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));
}
