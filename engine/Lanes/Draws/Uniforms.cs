using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SystemSim.Lanes;

/// <summary>Uniform numbers between 0 and 1, each a pure function of seed, stream and draw.</summary>
/// <remarks>
/// <para><b>Values.</b> Odd multiples of 2^-53: never 0, never 1, and evenly spread about one half.</para>
/// <para>
/// A Latin hypercube also depends on how many draws there are. Every quantity has a permutation of its own, so that adding a quantity
/// changes no other; what Sobol's points have in common between dimensions is given up for that.
/// </para>
/// </remarks>
public static class Uniforms
{
    /// <summary>The smallest there is.</summary>
    public const double Least = 1.0 / (1UL << 53);

    /// <summary>The largest there is.</summary>
    public const double Most = 1.0 - Least;

    // Kinds of bits that one stream needs apart from those of the plain draw.
    private const ulong ForOrder = 0x9E3779B97F4A7C15;
    private const ulong ForScramble = 0xC2B2AE3D27D4EB4F;

    private const ulong OneExponent = 0x3FF0000000000000;

    /// <summary>The uniform numbers of some draws of a stream.</summary>
    /// <param name="method">How they are spread.</param>
    /// <param name="seed">Seed of all streams.</param>
    /// <param name="stream">The stream: a hash of a quantity's name.</param>
    /// <param name="firstDraw">First draw; draws count from 1.</param>
    /// <param name="draws">Draws in all; a Latin hypercube has one part for each.</param>
    /// <param name="uniforms">[draw] receives them; its length is a multiple of 8.</param>
    public static void Fill(DrawMethod method, ulong seed, ulong stream, long firstDraw, long draws, Span<double> uniforms)
    {
        Span<ulong> bits = stackalloc ulong[uniforms.Length];
        Philox.Fill(seed, stream, (ulong)firstDraw, bits);
        switch (method)
        {
            case DrawMethod.LatinHypercube:
                Plain(bits, uniforms);
                var order = new Permutation((ulong)draws, Key(seed, stream, ForOrder));
                for (var lane = 0; lane < uniforms.Length; lane++)
                {
                    var part = order.At((ulong)((firstDraw + lane - 1) % draws));
                    uniforms[lane] = Math.Clamp((part + uniforms[lane]) / draws, Least, Most);
                }

                break;

            case DrawMethod.Sobol:
                var (shuffle, scramble) = ((uint)Key(seed, stream, ForOrder), (uint)Key(seed, stream, ForScramble));
                for (var lane = 0; lane < uniforms.Length; lane++)
                {
                    var place = Reversed(Scrambled((uint)(firstDraw + lane - 1), shuffle));
                    bits[lane] = ((ulong)Scrambled(place, scramble) << 32) | (bits[lane] & 0xFFFFFFFF);
                }

                Plain(bits, uniforms);
                break;

            default:
                Plain(bits, uniforms);
                break;
        }
    }

    /// <summary>The upper 52 bits as a number, moved half a step away from 0.</summary>
    private static void Plain(ReadOnlySpan<ulong> bits, Span<double> uniforms)
    {
        for (var lane = 0; lane < bits.Length; lane += Vector512<ulong>.Count)
        {
            var upper = Vector512.LoadUnsafe(ref Unsafe.AsRef(in bits[lane])) >> 12;
            var number = (upper | Vector512.Create(OneExponent)).AsDouble() - Vector512<double>.One;
            (number + Vector512.Create(Least)).StoreUnsafe(ref uniforms[lane]);
        }
    }

    private static ulong Key(ulong seed, ulong stream, ulong purpose)
    {
        var words = Philox.Block(
            ((uint)purpose, (uint)(purpose >> 32), (uint)stream, (uint)(stream >> 32)),
            ((uint)seed, (uint)(seed >> 32))
        );
        return ((ulong)words.X << 32) | words.Y;
    }

    /// <summary>Owen's nested scrambling of binary digits, the first digit highest, by a hash.</summary>
    /// <remarks><b>Source.</b> Laine and Karras (2011), with the constants of Burley, "Practical hash-based Owen scrambling"
    /// (2020).</remarks>
    private static uint Scrambled(uint digits, uint key)
    {
        unchecked
        {
            var x = Reversed(digits) + key;
            x ^= x * 0x6C50B47C;
            x ^= x * 0xB82F1E52;
            x ^= x * 0xC7AFE638;
            x ^= x * 0x8D22F6E6;
            return Reversed(x);
        }
    }

    private static uint Reversed(uint x)
    {
        x = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1);
        x = ((x >> 2) & 0x33333333) | ((x & 0x33333333) << 2);
        x = ((x >> 4) & 0x0F0F0F0F) | ((x & 0x0F0F0F0F) << 4);
        x = ((x >> 8) & 0x00FF00FF) | ((x & 0x00FF00FF) << 8);
        return (x >> 16) | (x << 16);
    }
}
