namespace SystemSim.Lanes;

/// <summary>A value in a function that is being written: arithmetic on it writes instructions.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Code">Instructions that leave it on the stack.</param>
internal sealed record ModuleTerm(ModuleType Type, ModuleBytes Code)
{
    /// <summary>A number that is known.</summary>
    public static implicit operator ModuleTerm(double value) =>
        Of(ModuleType.Double, ModuleOpcode.DoubleConstant, code => code.Double(value));

    public static ModuleTerm operator +(ModuleTerm a, ModuleTerm b) => a.With(
        b,
        a.Type switch
        {
            ModuleType.Vector => ModuleOpcode.VectorAdd,
            ModuleType.Long => ModuleOpcode.LongAdd,
            _ => ModuleOpcode.DoubleAdd,
        });

    public static ModuleTerm operator -(ModuleTerm a, ModuleTerm b) =>
        a.With(b, a.Type == ModuleType.Vector ? ModuleOpcode.VectorSubtract : ModuleOpcode.DoubleSubtract);

    public static ModuleTerm operator *(ModuleTerm a, ModuleTerm b) =>
        a.With(b, a.Type == ModuleType.Vector ? ModuleOpcode.VectorMultiply : ModuleOpcode.DoubleMultiply);

    public static ModuleTerm operator &(ModuleTerm a, ModuleTerm b) =>
        a.With(b, a.Type == ModuleType.Vector ? ModuleOpcode.VectorAnd : ModuleOpcode.IntAnd);

    public static ModuleTerm operator |(ModuleTerm a, ModuleTerm b) => a.With(b, ModuleOpcode.VectorOr);

    public static ModuleTerm operator ^(ModuleTerm a, ModuleTerm b) => a.With(b, ModuleOpcode.VectorExclusiveOr);

    /// <summary>A whole number that is known.</summary>
    public static ModuleTerm Whole(long value) => Of(ModuleType.Long, ModuleOpcode.LongConstant, code => code.Signed(value));

    /// <summary>A number that is known, in both places of a vector.</summary>
    public static ModuleTerm Both(double value) => ((ModuleTerm)value).To(ModuleType.Vector, ModuleOpcode.VectorSplat);

    /// <summary>A whole number that is known, in both places of a vector.</summary>
    public static ModuleTerm BothWhole(long value) => Whole(value).To(ModuleType.Vector, ModuleOpcode.LongsSplat);

    /// <summary>An instruction that takes nothing, and what stands behind it.</summary>
    public static ModuleTerm Of(ModuleType type, ModuleOpcode opcode, Action<ModuleBytes> argument)
    {
        var code = new ModuleBytes().Opcode(opcode);
        argument(code);
        return new(type, code);
    }

    /// <summary>An instruction on this value.</summary>
    public ModuleTerm To(ModuleType type, ModuleOpcode opcode) => new(type, Copy().Opcode(opcode));

    /// <summary>An instruction on this value and another, of the type of this.</summary>
    public ModuleTerm With(ModuleTerm other, ModuleOpcode opcode) => With(other, opcode, Type);

    /// <summary>An instruction on this value and another.</summary>
    public ModuleTerm With(ModuleTerm other, ModuleOpcode opcode, ModuleType type) =>
        new(type, Copy().Bytes(other.Code.ToArray()).Opcode(opcode));

    /// <summary>One of the two numbers of a vector.</summary>
    public ModuleTerm Place(byte place) =>
        new(ModuleType.Double, Copy().Opcode(ModuleOpcode.VectorExtract).Byte(place));

    /// <summary>This vector with another number in one place.</summary>
    public ModuleTerm Replace(byte place, ModuleTerm number) =>
        new(ModuleType.Vector, Copy().Bytes(number.Code.ToArray()).Opcode(ModuleOpcode.VectorReplace).Byte(place));

    /// <summary>This vector where bits are set, another where they are not.</summary>
    public ModuleTerm Where(ModuleTerm bits, ModuleTerm other) =>
        new(ModuleType.Vector, Copy().Bytes(other.Code.ToArray()).Bytes(bits.Code.ToArray()).Opcode(ModuleOpcode.VectorSelect));

    private ModuleBytes Copy() => new ModuleBytes().Bytes(Code.ToArray());
}
