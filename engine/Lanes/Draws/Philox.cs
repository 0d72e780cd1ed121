using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SystemSim.Lanes;

/// <summary>Philox4x32-10: random bits as a pure function of a counter and a key.</summary>
/// <remarks>
/// <b>Source.</b> Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011); the tests hold it to the vectors
/// published with their library Random123.
/// </remarks>
public static class Philox
{
    private const int Rounds = 10;
    private const ulong FirstFactor = 0xD2511F53;
    private const ulong SecondFactor = 0xCD9E8D57;
    private const uint FirstWeyl = 0x9E3779B9;
    private const uint SecondWeyl = 0xBB67AE85;
    private const ulong LowWord = 0xFFFFFFFF;

    /// <summary>The 128 random bits that belong to a counter, as four words.</summary>
    /// <param name="counter">Four words of 32 bits.</param>
    /// <param name="key">Two words of 32 bits.</param>
    public static (uint X, uint Y, uint Z, uint W) Block((uint X, uint Y, uint Z, uint W) counter, (uint X, uint Y) key)
    {
        var (x, y, z, w) = counter;
        for (var round = 0; round < Rounds; round++)
        {
            var first = FirstFactor * x;
            var second = SecondFactor * z;
            (x, y, z, w) = ((uint)(second >> 32) ^ y ^ key.X, (uint)second, (uint)(first >> 32) ^ w ^ key.Y, (uint)first);
            key = unchecked((key.X + FirstWeyl, key.Y + SecondWeyl));
        }

        return (x, y, z, w);
    }

    /// <summary>The first 64 random bits of each draw of a stream.</summary>
    /// <param name="seed">Key of all streams.</param>
    /// <param name="stream">The stream: upper half of every counter.</param>
    /// <param name="firstDraw">Draw of the first element: lower half of its counter; the others follow.</param>
    /// <param name="bits">Receives them; its length is a multiple of 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill(ulong seed, ulong stream, ulong firstDraw, Span<ulong> bits)
    {
        var low = Vector512.Create(LowWord);
        for (var lane = 0; lane < bits.Length; lane += Vector512<ulong>.Count)
        {
            // Words of 32 bits in lanes of 64, so that products have room.
            var draw = Vector512.Create(firstDraw + (ulong)lane) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
            var x = draw & low;
            var y = draw >> 32;
            var z = Vector512.Create(stream & LowWord);
            var w = Vector512.Create(stream >> 32);
            var (keyX, keyY) = ((uint)seed, (uint)(seed >> 32));
            for (var round = 0; round < Rounds; round++)
            {
                var first = Vector512.Create(FirstFactor) * x;
                var second = Vector512.Create(SecondFactor) * z;
                x = (second >> 32) ^ y ^ Vector512.Create((ulong)keyX);
                y = second & low;
                z = (first >> 32) ^ w ^ Vector512.Create((ulong)keyY);
                w = first & low;
                keyX = unchecked(keyX + FirstWeyl);
                keyY = unchecked(keyY + SecondWeyl);
            }

            ((x << 32) | y).StoreUnsafe(ref bits[lane]);
        }
    }
}
