using System.Security.Cryptography;
using System.Text;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The uniform number of a quantity in a draw, written from <c>engine/MODEL.md</c> alone (section 17): slowly, one number at a
/// time.</summary>
internal static class PlainDraws
{
    private const ulong OfOrder = 0x9E3779B97F4A7C15;
    private const ulong OfDigits = 0xC2B2AE3D27D4EB4F;

    private static readonly double Least = Math.Pow(2.0, -53.0);

    /// <summary>The uniform number.</summary>
    /// <param name="method">How draws are spread.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="name">Name of the quantity.</param>
    /// <param name="d">The draw, from 1.</param>
    /// <param name="n">Draws in all.</param>
    public static double Uniform(Sampling method, ulong seed, string name, ulong d, ulong n)
    {
        var k = 0UL;
        foreach (var part in SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(8))
        {
            k = (k * 256) + part;
        }

        var b = Philox([Low(d), High(d), Low(k), High(k)], [Low(seed), High(seed)]);
        switch (method)
        {
            case Sampling.LatinHypercube:
                var spread = (Permuted(d - 1, n, K(seed, k, OfOrder)) + U(b[0], b[1])) / n;
                return Math.Max(Least, Math.Min(1.0 - Least, spread));
            case Sampling.Sobol:
                var (order, digits) = (K(seed, k, OfOrder)[1], K(seed, k, OfDigits)[1]);
                return U(Scrambled(Reversed(Scrambled((uint)(d - 1), order)), digits), b[1]);
            default:
                return U(b[0], b[1]);
        }
    }

    /// <summary>Ten rounds of Philox on four words of 32 bits (Salmon and others 2011).</summary>
    private static uint[] Philox(uint[] counter, uint[] key)
    {
        uint[] c = [.. counter];
        uint[] round = [.. key];
        for (var r = 0; r < 10; r++)
        {
            var first = 0xD2511F53UL * c[0];
            var second = 0xCD9E8D57UL * c[2];
            c = [High(second) ^ c[1] ^ round[0], Low(second), High(first) ^ c[3] ^ round[1], Low(first)];
            round = [unchecked(round[0] + 0x9E3779B9), unchecked(round[1] + 0xBB67AE85)];
        }

        return c;
    }

    private static uint[] K(ulong seed, ulong k, ulong p) => Philox([Low(p), High(p), Low(k), High(k)], [Low(seed), High(seed)]);

    private static double U(uint upper, uint lower)
    {
        var b = ((System.Numerics.BigInteger)upper << 32) + lower;
        return ((double)(b / 4096) / Math.Pow(2.0, 52.0)) + Least;
    }

    private static ulong Permuted(ulong place, ulong n, uint[] key)
    {
        var digits = 0;
        for (var rest = n - 1; rest > 0; rest /= 2)
        {
            digits++;
        }

        var half = (ulong)Math.Pow(2.0, Math.Max(1.0, Math.Ceiling(digits / 2.0)));
        do
        {
            var (left, right) = (place / half, place % half);
            for (var r = 0u; r < 6; r++)
            {
                // K is written upper word first, and Philox takes the lower first.
                var mixed = Philox([(uint)right, r, 0, 0], [key[1], key[0]])[0];
                (left, right) = (right, left ^ (mixed % half));
            }

            place = (left * half) + right;
        }
        while (place >= n);

        return place;
    }

    private static uint Scrambled(uint x, uint y)
    {
        var g = unchecked(Reversed(x) + y);
        foreach (var c in (uint[])[0x6C50B47C, 0xB82F1E52, 0xC7AFE638, 0x8D22F6E6])
        {
            g ^= unchecked(g * c);
        }

        return Reversed(g);
    }

    private static uint Reversed(uint x)
    {
        var reversed = 0u;
        for (var digit = 0; digit < 32; digit++)
        {
            reversed = (reversed << 1) | ((x >> digit) & 1);
        }

        return reversed;
    }

    private static uint Low(ulong x) => (uint)(x & 0xFFFFFFFF);

    private static uint High(ulong x) => (uint)(x >> 32);
}
