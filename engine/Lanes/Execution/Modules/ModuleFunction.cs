namespace SystemSim.Lanes;

/// <summary>A function of a module, as it is being written.</summary>
/// <param name="parameters">Types of what it is given: its first locals.</param>
/// <param name="result">Type of what it gives; null for nothing.</param>
internal sealed class ModuleFunction(ModuleType[] parameters, ModuleType? result)
{
    private const byte NoResult = 0x40;
    private readonly List<ModuleType> locals = [];

    /// <summary>Types of what it is given.</summary>
    public ModuleType[] Parameters { get; } = parameters;

    /// <summary>Type of what it gives.</summary>
    public ModuleType? Result { get; } = result;

    /// <summary>Its instructions so far.</summary>
    public ModuleBytes Code { get; } = new();

    /// <summary>What it is given.</summary>
    public ModuleTerm Parameter(int parameter) => Local(parameter, Parameters[parameter]);

    /// <summary>Keeps a value, so that it may be used more than once.</summary>
    public ModuleTerm Let(ModuleTerm term)
    {
        Write(term);
        var local = Declare(term.Type);
        Code.Opcode(ModuleOpcode.LocalSet).Unsigned(local);
        return Local(local, term.Type);
    }

    /// <summary>Leaves a value on the stack.</summary>
    public ModuleFunction Write(ModuleTerm term)
    {
        Code.Bytes(term.Code.ToArray());
        return this;
    }

    /// <summary>Ends with a value where something is so.</summary>
    public ModuleFunction ReturnIf(ModuleTerm condition, ModuleTerm value)
    {
        Write(condition);
        Code.Opcode(ModuleOpcode.If).Byte(NoResult);
        Write(value);
        Code.Opcode(ModuleOpcode.Return).Opcode(ModuleOpcode.End);
        return this;
    }

    /// <summary>Repeats what is written; the last of it leaves on the stack whether to go on.</summary>
    public ModuleFunction Repeat(Action write)
    {
        Code.Opcode(ModuleOpcode.Loop).Byte(NoResult);
        write();
        Code.Opcode(ModuleOpcode.BranchIf).Unsigned(0).Opcode(ModuleOpcode.End);
        return this;
    }

    /// <summary>A local of its own.</summary>
    public int Declare(ModuleType type)
    {
        locals.Add(type);
        return Parameters.Length + locals.Count - 1;
    }

    /// <summary>What a local holds.</summary>
    public static ModuleTerm Local(int local, ModuleType type) => ModuleTerm.Of(type, ModuleOpcode.LocalGet, code => code.Unsigned(local));

    /// <summary>The function as it stands in a module.</summary>
    public ModuleBytes ToBytes()
    {
        var body = new ModuleBytes().Unsigned(locals.Count);
        foreach (var type in locals)
        {
            body.Unsigned(1).Byte((byte)type);
        }

        return body.Bytes(Code.ToArray()).Opcode(ModuleOpcode.End);
    }
}
