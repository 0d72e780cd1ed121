using System.Numerics;

namespace SystemSim.Lanes;

/// <summary>A permutation of 0 to n-1 that a key picks: any place of it is worked out by itself.</summary>
/// <remarks>A Feistel network over the next even number of bits, walked until it lands below n: the usual way to encrypt into a small
/// set.</remarks>
internal readonly struct Permutation
{
    private const int Rounds = 6;

    private readonly ulong count;
    private readonly ulong key;
    private readonly int half;

    /// <summary>Picks a permutation.</summary>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="key">Picks it.</param>
    public Permutation(ulong count, ulong key)
    {
        this.count = count;
        this.key = key;
        half = Math.Max(1, (65 - BitOperations.LeadingZeroCount(count - 1)) / 2);
    }

    /// <summary>What stands at a place.</summary>
    /// <param name="place">Below the count.</param>
    public ulong At(ulong place)
    {
        do
        {
            place = Network(place);
        }
        while (place >= count);

        return place;
    }

    private ulong Network(ulong place)
    {
        var mask = (1UL << half) - 1;
        var (left, right) = ((uint)(place >> half), (uint)(place & mask));
        for (var round = 0u; round < Rounds; round++)
        {
            var mixed = Philox.Block((right, round, 0, 0), ((uint)key, (uint)(key >> 32))).X & (uint)mask;
            (left, right) = (right, left ^ mixed);
        }

        return ((ulong)left << half) | right;
    }
}
