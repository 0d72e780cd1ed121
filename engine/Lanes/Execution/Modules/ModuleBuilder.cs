namespace SystemSim.Lanes;

/// <summary>A WebAssembly module, as it is being written: functions that work on memory which somebody else holds.</summary>
/// <remarks><b>Source.</b> WebAssembly Core Specification, version 3 (2025), "Binary format".</remarks>
internal sealed class ModuleBuilder
{
    /// <summary>Where a module looks for what it imports.</summary>
    public const string Importer = "lanes";

    /// <summary>The memory that it imports.</summary>
    public const string Memory = "memory";

    /// <summary>The function that it imports.</summary>
    public const string Apply = "apply";

    /// <summary>The number of that function: an operation and three numbers to its result.</summary>
    private const int ApplyFunction = 0;

    private const byte FunctionType = 0x60;
    private const byte OfFunction = 0x00;
    private const byte OfMemory = 0x02;
    private static readonly ModuleFunction Imported = new(
        [ModuleType.Int, ModuleType.Double, ModuleType.Double, ModuleType.Double],
        ModuleType.Double
    );

    private readonly List<ModuleFunction> functions = [];
    private readonly List<(string Name, int Function)> exports = [];

    /// <summary>Adds a function.</summary>
    /// <returns>Its number, by which others call it.</returns>
    public int Add(ModuleFunction function)
    {
        functions.Add(function);
        return functions.Count;
    }

    /// <summary>Lets a function be called from outside.</summary>
    public void Export(string name, int function) => exports.Add((name, function));

    /// <summary>A call of a function.</summary>
    public static ModuleTerm Call(int function, ModuleType result, params ReadOnlySpan<ModuleTerm> arguments)
    {
        var code = new ModuleBytes();
        foreach (var argument in arguments)
        {
            code.Bytes(argument.Code.ToArray());
        }

        return new(result, code.Opcode(ModuleOpcode.Call).Unsigned(function));
    }

    /// <summary>A call of the function that is imported.</summary>
    public static ModuleTerm CallApply(Operation operation, ModuleTerm a, ModuleTerm b, ModuleTerm c) =>
        Call(
            ApplyFunction,
            ModuleType.Double,
            ModuleTerm.Of(ModuleType.Int, ModuleOpcode.IntConstant, code => code.Signed((int)operation)),
            a,
            b,
            c
        );

    /// <summary>The module.</summary>
    public byte[] ToArray()
    {
        var types = functions.Prepend(Imported).Select(TypeOf).ToList();
        return new ModuleBytes()
            .Bytes("\0asm"u8)
            .Bytes([1, 0, 0, 0])
            .Byte(1)
            .Counted(Vector(types, static (type, bytes) => bytes.Bytes(type)))
            .Byte(2)
            .Counted(Imports())
            .Byte(3)
            .Counted(Vector(Enumerable.Range(1, functions.Count), static (type, bytes) => bytes.Unsigned(type)))
            .Byte(7)
            .Counted(
                Vector(exports, static (export, bytes) => bytes.Name(export.Name).Byte(OfFunction).Unsigned(export.Function)))
            .Byte(10)
            .Counted(Vector(functions, static (function, bytes) => bytes.Counted(function.ToBytes())))
            .ToArray();
    }

    private static ModuleBytes Imports() =>
        new ModuleBytes()
            .Unsigned(2)
            .Name(Importer).Name(Memory).Byte(OfMemory).Byte(0).Unsigned(0)
            .Name(Importer).Name(Apply).Byte(OfFunction).Unsigned(0);

    private static byte[] TypeOf(ModuleFunction function)
    {
        var type = new ModuleBytes().Byte(FunctionType).Unsigned(function.Parameters.Length);
        foreach (var parameter in function.Parameters)
        {
            type.Byte((byte)parameter);
        }

        type.Unsigned(function.Result is null ? 0 : 1);
        return function.Result is { } result ? type.Byte((byte)result).ToArray() : type.ToArray();
    }

    private static ModuleBytes Vector<T>(IEnumerable<T> items, Action<T, ModuleBytes> write)
    {
        var list = items.ToList();
        var bytes = new ModuleBytes().Unsigned(list.Count);
        list.ForEach(item => write(item, bytes));
        return bytes;
    }
}
