namespace SystemSim.Lanes;

/// <summary>Types of values in a WebAssembly module, by their numbers in its binary format.</summary>
internal enum ModuleType : byte
{
    /// <summary>Two numbers of 64 bits, whole or not.</summary>
    Vector = 0x7B,

    /// <summary>A number of 64 bits that need not be whole.</summary>
    Double = 0x7C,

    /// <summary>A whole number of 64 bits.</summary>
    Long = 0x7E,

    /// <summary>A whole number of 32 bits; also a place in memory, and yes or no.</summary>
    Int = 0x7F,
}
