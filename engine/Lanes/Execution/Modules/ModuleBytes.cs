using System.Buffers.Binary;
using System.Text;

namespace SystemSim.Lanes;

/// <summary>Bytes in the way of WebAssembly's binary format.</summary>
internal sealed class ModuleBytes
{
    /// <summary>From here instructions on vectors are counted: they have a first byte in common, and a number.</summary>
    public const int Vector = 0xFD0000;

    private readonly List<byte> bytes = [];

    /// <summary>How many there are.</summary>
    public int Count => bytes.Count;

    /// <summary>All of them.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>One as it is.</summary>
    public ModuleBytes Byte(byte value)
    {
        bytes.Add(value);
        return this;
    }

    /// <summary>Some as they are.</summary>
    public ModuleBytes Bytes(ReadOnlySpan<byte> values)
    {
        bytes.AddRange(values);
        return this;
    }

    /// <summary>A number that is not below 0, seven bits a byte.</summary>
    public ModuleBytes Unsigned(int value)
    {
        var left = (uint)value;
        for (; left >= 0x80; left >>= 7)
        {
            bytes.Add((byte)(left | 0x80));
        }

        return Byte((byte)left);
    }

    /// <summary>A whole number with its sign, seven bits a byte.</summary>
    public ModuleBytes Signed(long value)
    {
        for (; value is < -0x40 or >= 0x40; value >>= 7)
        {
            bytes.Add((byte)((value & 0x7F) | 0x80));
        }

        return Byte((byte)(value & 0x7F));
    }

    /// <summary>A number of 64 bits.</summary>
    public ModuleBytes Double(double value)
    {
        Span<byte> parts = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(parts, value);
        return Bytes(parts);
    }

    /// <summary>An instruction.</summary>
    public ModuleBytes Opcode(ModuleOpcode opcode) =>
        (int)opcode < Vector ? Byte((byte)opcode) : Byte(Vector >> 16).Unsigned((int)opcode - Vector);

    /// <summary>Bytes with their count before them.</summary>
    public ModuleBytes Counted(ModuleBytes part) => Unsigned(part.Count).Bytes(part.ToArray());

    /// <summary>A name.</summary>
    public ModuleBytes Name(string name) => Unsigned(name.Length).Bytes(Encoding.ASCII.GetBytes(name));
}
