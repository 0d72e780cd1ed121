using NUnit.Framework;
using SystemSim.Lanes;

namespace SystemSim.Tests;

public sealed class PhiloxTests
{
    /// <summary>The vectors published with Random123, for Philox4x32 with ten rounds.</summary>
    [TestCase(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [TestCase(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [TestCase(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void It_gives_its_published_vectors(uint x, uint y, uint z, uint w, uint keyX, uint keyY, string expected)
    {
        var words = Philox.Block((x, y, z, w), (keyX, keyY));

        Assert.That($"{words.X:x8} {words.Y:x8} {words.Z:x8} {words.W:x8}", Is.EqualTo(expected));
    }

    [Test]
    public void Many_at_a_time_are_those_one_by_one([Values(0UL, 1UL, 0xFFFFFFFFUL, 0x123456789ABCUL)] ulong firstDraw)
    {
        const ulong Seed = 0xDEADBEEF12345678;
        const ulong Stream = 0xFEDCBA9876543210;
        var bits = new ulong[64];

        Philox.Fill(Seed, Stream, firstDraw, bits);

        for (var lane = 0; lane < bits.Length; lane++)
        {
            var draw = firstDraw + (ulong)lane;
            var words = Philox.Block(
                ((uint)draw, (uint)(draw >> 32), unchecked((uint)Stream), (uint)(Stream >> 32)),
                (unchecked((uint)Seed), (uint)(Seed >> 32))
            );
            Assert.That(bits[lane], Is.EqualTo(((ulong)words.X << 32) | words.Y), $"draw {draw}");
        }
    }
}
