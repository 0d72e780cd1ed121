namespace SystemSim.Lanes;

/// <summary>The WebAssembly instructions that modules use. Those on vectors are counted from <see cref="ModuleBytes.Vector"/>.</summary>
/// <remarks><b>Source.</b> WebAssembly Core Specification, version 3 (2025), "Index of instructions".</remarks>
internal enum ModuleOpcode
{
    Loop = 0x03,
    If = 0x04,
    End = 0x0B,
    BranchIf = 0x0D,
    Return = 0x0F,
    Call = 0x10,
    LocalGet = 0x20,
    LocalSet = 0x21,
    LocalTee = 0x22,
    DoubleLoad = 0x2B,
    DoubleStore = 0x39,
    IntConstant = 0x41,
    LongConstant = 0x42,
    DoubleConstant = 0x44,
    IntIsZero = 0x45,
    IntIsNot = 0x47,
    DoubleIsNot = 0x62,
    DoubleIsAbove = 0x64,
    DoubleIsAtMost = 0x65,
    DoubleIsAtLeast = 0x66,
    IntAdd = 0x6A,
    IntSubtract = 0x6B,
    IntAnd = 0x71,
    LongAdd = 0x7C,
    LongShiftLeft = 0x86,
    DoubleFloor = 0x9C,
    DoubleNearest = 0x9E,
    DoubleAdd = 0xA0,
    DoubleSubtract = 0xA1,
    DoubleMultiply = 0xA2,
    LongOfDouble = 0xB0,
    DoubleOfBits = 0xBF,
    VectorLoad = ModuleBytes.Vector + 0x00,
    VectorLoadSplat = ModuleBytes.Vector + 0x0A,
    VectorStore = ModuleBytes.Vector + 0x0B,
    LongsSplat = ModuleBytes.Vector + 0x12,
    VectorSplat = ModuleBytes.Vector + 0x14,
    VectorExtract = ModuleBytes.Vector + 0x21,
    VectorReplace = ModuleBytes.Vector + 0x22,
    VectorIs = ModuleBytes.Vector + 0x47,
    VectorIsNot = ModuleBytes.Vector + 0x48,
    VectorIsAtMost = ModuleBytes.Vector + 0x4B,
    VectorIsAtLeast = ModuleBytes.Vector + 0x4C,
    VectorAnd = ModuleBytes.Vector + 0x4E,
    VectorOr = ModuleBytes.Vector + 0x50,
    VectorExclusiveOr = ModuleBytes.Vector + 0x51,
    VectorSelect = ModuleBytes.Vector + 0x52,
    LongsAreAllTrue = ModuleBytes.Vector + 0xC3,
    LongsShiftRight = ModuleBytes.Vector + 0xCC,
    LongsAdd = ModuleBytes.Vector + 0xCE,
    LongsAre = ModuleBytes.Vector + 0xD6,
    VectorAbsolute = ModuleBytes.Vector + 0xEC,
    VectorNegate = ModuleBytes.Vector + 0xED,
    VectorAdd = ModuleBytes.Vector + 0xF0,
    VectorSubtract = ModuleBytes.Vector + 0xF1,
    VectorMultiply = ModuleBytes.Vector + 0xF2,
    VectorDivide = ModuleBytes.Vector + 0xF3,

    /// <summary>The second where it is below the first, else the first.</summary>
    VectorLeast = ModuleBytes.Vector + 0xF6,

    /// <summary>The second where it is above the first, else the first.</summary>
    VectorMost = ModuleBytes.Vector + 0xF7,

    /// <summary>a b + c, rounded once or twice as the processor likes.</summary>
    VectorMultiplyAdd = ModuleBytes.Vector + 0x107,

    /// <summary>c - a b, rounded once or twice as the processor likes.</summary>
    VectorMultiplySubtract = ModuleBytes.Vector + 0x108,
}
